import {
  isConcurrencyConflict,
  isDuplicateKey,
  isDuplicateRecord,
  isNotFound,
  isTransient,
} from '../../dataverse/index.js'
import type { DataverseError } from '../../dataverse/index.js'
import { recordKey } from '../../engine/index.js'
import type { BatchPlan, LeveledRecord } from './batch-plan.js'
import { tableOf, wireRow } from './batch-steps.js'
import type { BatchStep } from './batch-steps.js'
import { JobRefusedError } from './errors.js'
import type { BatchHost } from './execute-batch.js'
import { reclaim } from './reclaim.js'

/** What one try of a batch came to. */
export type TryResult =
  | { readonly kind: 'written'; readonly jobEtag: string | null }
  | { readonly kind: 'again' }
  | {
      readonly kind: 'conflict'
      readonly records: ReadonlySet<string>
      readonly refusals: ReadonlyMap<string, string>
    }

/**
 * What a step that the platform refused means for the batch: try again, or decide records anew.
 *
 * @throws JobRefusedError where rows of our own tables are refused.
 */
export async function understandRefusal(
  host: BatchHost,
  plan: BatchPlan,
  step: BatchStep,
  error: DataverseError,
): Promise<TryResult> {
  if (isTransient(error)) return { kind: 'again' }
  switch (step.kind) {
    case 'fence':
      if (!isConcurrencyConflict(error)) throw error
      await reclaim(host, plan.lanes)
      return { kind: 'again' }
    case 'entries':
    case 'items':
      if (isDuplicateRecord(error)) return { kind: 'again' }
      throw refused(step, error)
    case 'identifiers':
      if (isDuplicateRecord(error)) return { kind: 'again' }
      if (isDuplicateKey(error)) return conflict(identifiedRecords(plan))
      throw refused(step, error)
    case 'createRecords':
      return createEach(host, step.records, error)
    case 'updateRecord': {
      const keys = new Set(step.records.map(keyOf))
      if (isConcurrencyConflict(error) || isNotFound(error)) return conflict(keys)
      return conflict(keys, new Map([...keys].map((key) => [key, error.message])))
    }
    case 'job':
    case 'release':
    case 'journal':
    case 'offers':
    case 'entryChanges':
    case 'settle':
      throw refused(step, error)
  }
}

/** A refused bulk creation, row by row: those that are there already, and those refused, each known. */
async function createEach(
  host: BatchHost,
  records: readonly LeveledRecord[],
  error: DataverseError,
): Promise<TryResult> {
  if (isDuplicateRecord(error)) return { kind: 'again' }
  const [first] = records
  if (!first) throw error
  const table = tableOf(host.tables, first.targetTable)
  const outcomes = await host.client.rawCreateEach(
    table,
    records.map((record) => wireRow(table, record)),
  )
  const refusals = new Map<string, string>()
  records.forEach((record, index) => {
    const outcome = outcomes[index]
    if (typeof outcome === 'object') refusals.set(keyOf(record), outcome.refused.message)
  })
  return refusals.size === 0 ? { kind: 'again' } : conflict(new Set(refusals.keys()), refusals)
}

function conflict(
  records: ReadonlySet<string>,
  refusals: ReadonlyMap<string, string> = new Map(),
): TryResult {
  return { kind: 'conflict', records, refusals }
}

function refused(step: BatchStep, error: DataverseError): JobRefusedError {
  return new JobRefusedError(
    `Dataverse refused to write ${step.kind}: ${error.message} (${error.code})`,
    { cause: error },
  )
}

function identifiedRecords(plan: BatchPlan): ReadonlySet<string> {
  return new Set(plan.identifiers.filter((identifier) => identifier.create).map(keyOf))
}

function keyOf(write: { readonly targetTable: string; readonly targetId: string }): string {
  return recordKey(write.targetTable, write.targetId)
}
