import type { CommitPolicy, Configuration, ValueMap } from '../../engine/index.js'
import { commitPolicyId, valueMapId } from '../../engine/ids.js'
import { policyRow } from '../http/handlers/commit-policies/commit-policy-entry.js'
import type { CommitPolicyEntry } from '../http/handlers/commit-policies/commit-policy-entry.js'
import { wantedRow } from '../http/handlers/value-maps/wanted-row.js'
import type { ValueMapEntry } from '../http/handlers/value-maps/wanted-row.js'
import { commitPolicy } from '../worker/configuration.js'

/** Policies and value maps as they might be: the bodies of UpsertCommitPolicies and UpsertValueMaps. */
export interface ConfigurationChange {
  readonly commitPolicies: readonly CommitPolicyEntry[]
  readonly valueMaps: readonly ValueMapEntry[]
}

/** The code lists that changed policies name. */
export function codeListsOf({ commitPolicies }: ConfigurationChange): readonly string[] {
  return [...new Set(commitPolicies.flatMap(({ codeList }) => codeList ?? []))]
}

/**
 * The configuration with a change made to it: an entry takes the place of what is there for the same
 * table and column, or the same source and code; everything else stays.
 */
export function changed(configuration: Configuration, change: ConfigurationChange): Configuration {
  const { policies, valueMaps } = configuration
  const newPolicies = new Map(change.commitPolicies.map((entry) => [aspectText(entry), entry]))
  const newMaps = change.valueMaps.map(mapOf)
  const mapKeys = new Set(newMaps.map(codeText))
  return {
    policies: [
      ...policies.filter((policy) => !newPolicies.has(aspectText(policy))),
      ...change.commitPolicies.map((entry) => policyOf(entry, policies)),
    ],
    valueMaps: [...valueMaps.filter((map) => !mapKeys.has(codeText(map))), ...newMaps],
  }
}

/** A policy keeps the name it has unless the entry gives one. */
function policyOf(entry: CommitPolicyEntry, policies: readonly CommitPolicy[]): CommitPolicy {
  const known = policies.find((policy) => aspectText(policy) === aspectText(entry))
  const row = policyRow(entry, known === undefined)
  const id = known?.id ?? commitPolicyId(entry.targetTable, entry.fieldName ?? '')
  return commitPolicy({ id, etag: '', ...row, name: row.name ?? known?.name ?? id })
}

function mapOf(entry: ValueMapEntry): ValueMap {
  const id = valueMapId({ ...entry, sourceSystemKey: entry.sourceSystemKey ?? '' })
  const { codeList, sourceCode, canonicalCodeValue, ...row } = wantedRow(entry, '', true)
  const [sourceSystemKey, confidence] = [row.sourceSystemKey ?? '', row.confidence ?? 1]
  return { id, sourceSystemKey, codeList, sourceCode, canonicalCodeValue, confidence }
}

/** Names of tables and columns are compared in lower case, as the engine does. */
function aspectText(policy: {
  readonly targetTable: string
  readonly fieldName?: string | null
}): string {
  return JSON.stringify(
    [policy.targetTable, policy.fieldName ?? ''].map((name) => name.trim().toLowerCase()),
  )
}

function codeText({ sourceSystemKey, codeList, sourceCode }: ValueMap): string {
  return JSON.stringify([sourceSystemKey, codeList, sourceCode])
}
