import { filter, query } from '../../dataverse/index.js'
import type { Operation, Page, StoredRow } from '../../dataverse/index.js'
import { laneId } from '../../engine/index.js'
import { integrationLane, lanesPerTable } from '../../../solution/tables/index.js'
import type { HeldLane } from './held-lanes.js'
import type { LaneKey } from './partition.js'

const columns = [
  'targetTable',
  'laneNumber',
  'leaseOwner',
  'leaseExpiresOn',
  'fenceNumber',
  'lastChainSequence',
  'lastEntryHash',
  'journal',
  'journalParts',
] as const

export type LaneRow = StoredRow<typeof integrationLane, (typeof columns)[number]>

/** What a chain that has no entry yet ends in. */
const emptyTail = { sequence: 0, hash: '' } as const

export function lanesOf(targetTable: string): LaneKey[] {
  return Array.from({ length: lanesPerTable }, (_, laneNumber) => ({ targetTable, laneNumber }))
}

/** The rows of these lanes; a lane that was never used has none. */
export function laneQuery(ids: readonly string[]): Operation<Page<LaneRow>> {
  return query(integrationLane, {
    select: columns,
    filter: filter(integrationLane).in('id', ids),
  })
}

export function laneIds(tables: readonly string[]): string[] {
  return tables
    .flatMap(lanesOf)
    .map(({ targetTable, laneNumber }) => laneId(targetTable, laneNumber))
}

export function heldLane(row: LaneRow): HeldLane {
  return {
    id: row.id,
    targetTable: row.targetTable,
    laneNumber: row.laneNumber,
    etag: row.etag,
    fenceNumber: row.fenceNumber ?? 0,
    tail: {
      sequence: row.lastChainSequence ?? emptyTail.sequence,
      hash: row.lastEntryHash ?? emptyTail.hash,
    },
  }
}
