import { commitMode } from '../../../../../solution/app/choices.js'
import {
  integrationCommitPolicy,
  maxLength,
  unmappedCodes,
} from '../../../../../solution/tables/index.js'
import { optionLabelled } from '../../choice-names.js'
import { invalidRequest, mostDetails } from '../../errors.js'
import type { ErrorDetail } from '../../errors.js'
import { shorten } from '../../shorten.js'
import { rounded, textOrNull } from '../../upsert-rows.js'

/** `definitions/CommitPolicyEntry` as the definition lets it through. */
export interface CommitPolicyEntry {
  readonly targetTable: string
  readonly fieldName?: string
  readonly name?: string
  readonly authoritativeSources?: string
  readonly commitMode: string
  readonly autoCertify?: boolean
  readonly staleAfterDays?: number
  readonly codeList?: string
  readonly unmappedCodes?: string
  readonly minimumConfidence?: number
  readonly createMissingRecords?: boolean
  readonly writeBack?: boolean
  readonly certificationsRequired?: number
}

/** Stands for every table. */
export const anyTable = '*'

/** What a policy is about, for people: `contact.emailaddress1`, `contact`, `*`. */
export function aspectOf({ targetTable, fieldName }: CommitPolicyEntry): string {
  return fieldName === undefined ? targetTable : `${targetTable}.${fieldName}`
}

/** The row of an entry. A policy keeps the name it has unless the entry gives one. */
export function policyRow(entry: CommitPolicyEntry, isNew: boolean) {
  const { name = isNew ? aspectOf(entry) : undefined } = entry
  const { minimumConfidence } = integrationCommitPolicy.columns
  return {
    ...(name === undefined ? {} : { name }),
    targetTable: entry.targetTable,
    fieldName: textOrNull(entry.fieldName),
    authoritativeSources: textOrNull(sourcesOf(entry).join(';')),
    commitMode: optionLabelled(commitMode, entry.commitMode),
    autoCertify: entry.autoCertify === undefined ? null : yesOrNo(entry.autoCertify),
    staleAfterDays: entry.staleAfterDays ?? null,
    codeList: textOrNull(entry.codeList),
    unmappedCodes:
      entry.unmappedCodes === undefined ? null : optionLabelled(unmappedCodes, entry.unmappedCodes),
    minimumConfidence: rounded(entry.minimumConfidence, minimumConfidence.precision),
    createMissingRecords: entry.createMissingRecords ?? null,
    writeBack: entry.writeBack ?? null,
    certificationsRequired: entry.certificationsRequired ?? null,
  }
}

function yesOrNo(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no'
}

/**
 * Refuses entries that a schema would let through and the engine could not follow.
 *
 * @throws ApiError InvalidRequest.
 */
export function refuseUnclear(entries: readonly CommitPolicyEntry[]): void {
  const faults = entries.flatMap((entry, index) => faultsOf(entry, `commitPolicies[${index}]`))
  const [first, ...others] = faults.slice(0, mostDetails)
  if (first) throw invalidRequest(first, ...others)
}

function faultsOf(entry: CommitPolicyEntry, path: string): readonly ErrorDetail[] {
  const { targetTable, fieldName, authoritativeSources } = entry
  if (targetTable === anyTable && fieldName !== undefined) {
    const expected = 'no fieldName where targetTable is *'
    const place = `${path}.fieldName`
    return [{ path: place, message: `${place} is given, expected ${expected}.`, expected }]
  }
  const sources = sourcesOf(entry)
  const isClear =
    sources.every((key) => key !== '' && key.length <= maxLength.sourceSystemKey) &&
    new Set(sources).size === sources.length
  if (isClear) return []
  const place = `${path}.authoritativeSources`
  const value = shorten(authoritativeSources)
  const expected = `keys of 1 to ${maxLength.sourceSystemKey} characters separated by ;, each once`
  return [{ path: place, message: `${place} is ${value}, expected ${expected}.`, value, expected }]
}

function sourcesOf({ authoritativeSources = '' }: CommitPolicyEntry): readonly string[] {
  if (authoritativeSources.trim() === '') return []
  return authoritativeSources.split(';').map((key) => key.trim())
}
