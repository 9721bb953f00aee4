import {
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLane,
  integrationLedger,
  integrationPayload,
  integrationSubscription,
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../../solution/tables/index.js'
import { sha1, sha256 } from './digest.js'

/** The namespace of all our name-based ids (RFC 9562, UUID version 5). Never changes. */
const namespace = Buffer.from('6ba7b8149dad11d180b400c04fd430c8', 'hex')

/**
 * One text of several key parts that no other list of parts gives, whatever characters the parts
 * hold: each part is preceded by its length in UTF-16 code units.
 */
function keyText(parts: readonly string[]): string {
  let text = ''
  for (const part of parts) text += `${part.length}:${part}`
  return text
}

/** A GUID of its five groups. Joined, as a chain of concatenations would outlive its use. */
function guid(...groups: readonly string[]): string {
  return groups.join('-')
}

const variants = ['8', '9', 'a', 'b'] as const

function variant(hexDigit: string | undefined): string {
  return variants[Number.parseInt(hexDigit ?? '0', 16) & 3] ?? '8'
}

/** A UUIDv5 of the exact bytes (UTF-8) of the parts. */
function nameBasedId(...parts: readonly string[]): string {
  const hex = sha1(Buffer.concat([namespace, Buffer.from(keyText(parts))]))
  return guid(
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant(hex[16]) + hex.slice(17, 20),
    hex.slice(20, 32),
  )
}

function stampOf(time: number): string {
  return Math.max(0, Math.trunc(time)).toString(16).padStart(12, '0').slice(-12)
}

/** All ids of a job carry one time, so the last is kept. */
let lastStamp = { time: 0, text: stampOf(0) }

/**
 * A deterministic id in UUIDv7 layout: 48 bits of time in milliseconds, then bits of the parts'
 * hash. Ids of one job lie side by side in an index.
 */
function timedId(time: number, ...parts: readonly string[]): string {
  if (time !== lastStamp.time) lastStamp = { time, text: stampOf(time) }
  const stamp = lastStamp.text
  const hex = sha1(keyText(parts))
  return guid(
    stamp.slice(0, 8),
    stamp.slice(8),
    `7${hex.slice(0, 3)}`,
    variant(hex[3]) + hex.slice(4, 7),
    hex.slice(7, 19),
  )
}

/** SHA-256 of the exact bytes of the parts, lower-case hex: the value of a Key Hash column. */
export function keyHash(...parts: readonly string[]): string {
  return sha256(keyText(parts))
}

export interface ExternalRecordKey {
  readonly sourceSystemKey: string
  readonly targetTable: string
  readonly externalKey: string
}

export function identifierId(key: ExternalRecordKey): string {
  const { sourceSystemKey, targetTable, externalKey } = key
  return nameBasedId(integrationIdentifier.logicalName, sourceSystemKey, targetTable, externalKey)
}

export function identifierHash(key: ExternalRecordKey): string {
  return keyHash(key.sourceSystemKey, key.targetTable, key.externalKey)
}

/** The id of the record we create for an external record nobody knows yet. */
export function newRecordId(key: ExternalRecordKey): string {
  return nameBasedId(key.targetTable, key.sourceSystemKey, key.externalKey)
}

export interface SourceCodeKey {
  /** Empty for a map that holds for any source. */
  readonly sourceSystemKey: string
  readonly codeList: string
  readonly sourceCode: string
}

export function valueMapId(key: SourceCodeKey): string {
  const { sourceSystemKey, codeList, sourceCode } = key
  return nameBasedId(integrationValueMap.logicalName, sourceSystemKey, codeList, sourceCode)
}

export function valueMapHash(key: SourceCodeKey): string {
  return keyHash(key.sourceSystemKey, key.codeList, key.sourceCode)
}

/** The id of the policy of one table and column (empty: the whole table). */
export function commitPolicyId(targetTable: string, fieldName: string): string {
  return nameBasedId(integrationCommitPolicy.logicalName, targetTable, fieldName)
}

export function jobId(sourceSystemKey: string, submissionKey: string): string {
  return nameBasedId(integrationSyncJob.logicalName, sourceSystemKey, submissionKey)
}

/** `submitted`: the job's Submitted Date Time in milliseconds. */
export function itemId(job: string, submitted: number, sequence: number): string {
  return timedId(submitted, integrationSyncItem.logicalName, job, String(sequence))
}

export function ledgerEntryId(item: string, submitted: number, aspectKey: string): string {
  return timedId(submitted, integrationLedger.logicalName, item, aspectKey)
}

/**
 * The id of what a settled decision offers to a source system. `decided`: milliseconds, the same
 * each time the decision is settled.
 */
export function outboundItemId(
  decided: number,
  entry: string,
  decision: string,
  place: {
    readonly sourceSystemKey: string
    readonly externalKey: string
    readonly fieldName: string
  },
): string {
  const { sourceSystemKey, externalKey, fieldName } = place
  const { logicalName } = integrationSyncItem
  return timedId(decided, logicalName, entry, decision, sourceSystemKey, externalKey, fieldName)
}

export function laneId(targetTable: string, laneNumber: number): string {
  return nameBasedId(integrationLane.logicalName, targetTable, String(laneNumber))
}

/** The id of one part of a long text; `owner` is the id of the row the text belongs to. */
export function payloadId(kind: string, owner: string, part: number): string {
  return nameBasedId(integrationPayload.logicalName, kind, owner, String(part))
}

/** The id of what happened, the same each time it is told: `parts` say what and to which row. */
export function eventId(event: string, ...parts: readonly string[]): string {
  return nameBasedId('event', event, ...parts)
}

/** The id of a caller's subscription: asking twice for the same makes no second one. */
export function subscriptionId(event: string, caller: string, callbackUrl: string): string {
  return nameBasedId(integrationSubscription.logicalName, event, caller, callbackUrl)
}
