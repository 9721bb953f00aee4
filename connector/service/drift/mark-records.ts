import { isConcurrencyConflict, notRun, update } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { coveredColumns, driftMarks } from '../../engine/drift/index.js'
import { recordKey } from '../../engine/index.js'
import type { TargetTable } from '../../engine/index.js'
import { integrationLedger } from '../../../solution/tables/index.js'
import type { Log } from '../log.js'
import { readRecords } from '../worker/read-records.js'
import { markedEntries } from './marked-entries.js'
import type { JudgedRecord } from './marked-entries.js'

export interface MarkingContext {
  readonly client: DataverseClient
  readonly log: Log
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Writes of one `$batch`. */
const mostWrites = 1_000

/**
 * Holds records against the ledger and writes the marks that are to change. The records are read
 * after their entries, so that a value of our own is never older than the entry it comes from.
 *
 * @returns the ids of records that could not be judged now and are to be looked at again.
 */
export async function markRecords(
  context: MarkingContext,
  table: TargetTable,
  ids: readonly string[],
): Promise<readonly string[]> {
  const judged = await markedEntries(context.client, table.logicalName, ids)
  const moving = judged.filter(({ isMoving }) => isMoving).map(({ targetId }) => targetId)
  const resting = judged.filter(({ isMoving }) => !isMoving)
  if (resting.length === 0) return moving
  const changes = await changedMarks(context, table, resting)
  const failed: string[] = []
  for (let start = 0; start < changes.length; start += mostWrites) {
    failed.push(...(await write(context, changes.slice(start, start + mostWrites))))
  }
  return [...new Set([...moving, ...failed])]
}

interface WantedMark {
  readonly targetId: string
  readonly entryId: string
  readonly etag: string
  readonly driftedOn: Date | null
  readonly outsideValue: string | null
}

async function changedMarks(
  { client, now }: MarkingContext,
  table: TargetTable,
  records: readonly JudgedRecord[],
): Promise<readonly WantedMark[]> {
  const { logicalName } = table
  const columns = records.flatMap(({ entries }) => entries.flatMap(coveredColumns))
  const wanted = { ids: records.map(({ targetId }) => targetId), columns: new Set(columns) }
  const stored = await readRecords(
    client,
    new Map([[logicalName, table]]),
    new Map([[logicalName, wanted]]),
  )
  return records.flatMap(({ targetId, entries, etags }) => {
    const record = stored.get(recordKey(logicalName, targetId))
    if (!record) return []
    const state = { targetTable: logicalName, targetId, exists: true, ...record, entries }
    return driftMarks(table, state, now()).map(({ entryId, mark }) => ({
      targetId,
      entryId,
      etag: etags.get(entryId) ?? '*',
      driftedOn: mark.driftedOn === null ? null : new Date(mark.driftedOn),
      outsideValue: mark.outsideValue,
    }))
  })
}

/** Each by its own version: an entry that changed meanwhile is looked at again. */
async function write(
  { client, log }: MarkingContext,
  marks: readonly WantedMark[],
): Promise<readonly string[]> {
  const outcomes = await client.batch(
    marks.map(({ entryId, etag, driftedOn, outsideValue }) =>
      update(integrationLedger, entryId, { driftedOn, outsideValue }, { ifMatch: etag }),
    ),
    { continueOnError: true, repeatable: true },
  )
  return marks.flatMap(({ entryId, targetId }, index) => {
    const outcome = outcomes[index]
    if (outcome?.ok) return []
    const error = outcome?.error ?? notRun
    if (error !== notRun && !isConcurrencyConflict(error)) {
      log.warn({ ledgerEntryId: entryId, err: error }, 'A change made outside could not be noted')
    }
    return [targetId]
  })
}
