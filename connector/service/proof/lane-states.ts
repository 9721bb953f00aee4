import { filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import type { ChainTail } from '../../engine/index.js'
import type { LaneAfter } from '../../engine/proof/index.js'
import { integrationLane } from '../../../solution/tables/index.js'

/** How a lane stands: the tail that its row names, and whether a batch of writes is under way. */
export interface LaneState {
  readonly tail: ChainTail
  readonly isUnderWay: boolean
}

/** Lanes by table and number; one that was never used has none. */
export type LaneStates = ReadonlyMap<string, LaneState>

const unused: LaneState = { tail: { sequence: 0, hash: '' }, isUnderWay: false }

export function stateOf(states: LaneStates, table: string, laneNumber: number): LaneState {
  return states.get(keyOf(table, laneNumber)) ?? unused
}

export function afterwards({ tail, isUnderWay }: LaneState): LaneAfter {
  return { tailSequence: tail.sequence, isUnderWay }
}

/**
 * How all lanes, or those of one table, stand now. Journals are read before tails: a batch that ends
 * between the two reads is part of the tail.
 */
export async function readLaneStates(
  client: DataverseClient,
  table?: string,
): Promise<{ readonly states: LaneStates; readonly tables: readonly string[] }> {
  const lanes = filter(integrationLane)
  const ofTable = table === undefined ? [] : [lanes.eq('targetTable', table)]
  const underWay = new Set<string>()
  const journaled = query(integrationLane, {
    select: ['targetTable', 'laneNumber'],
    filter: lanes.and(lanes.isNotNull('journal'), ...ofTable),
  })
  for await (const { rows } of client.pages(journaled)) {
    for (const row of rows) underWay.add(keyOf(row.targetTable, row.laneNumber))
  }
  const states = new Map<string, LaneState>()
  const tables = new Set<string>()
  const tails = query(integrationLane, {
    select: ['targetTable', 'laneNumber', 'lastChainSequence', 'lastEntryHash'],
    filter: lanes.and(lanes.isNotNull('targetTable'), ...ofTable),
  })
  for await (const { rows } of client.pages(tails)) {
    for (const { targetTable, laneNumber, lastChainSequence, lastEntryHash } of rows) {
      const key = keyOf(targetTable, laneNumber)
      tables.add(targetTable)
      states.set(key, {
        tail: { sequence: lastChainSequence ?? 0, hash: lastEntryHash ?? '' },
        isUnderWay: underWay.has(key),
      })
    }
  }
  return { states, tables: [...tables] }
}

function keyOf(table: string, laneNumber: number): string {
  return `${table}/${laneNumber}`
}
