import { filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import type { LaneVerdict } from '../../engine/proof/index.js'
import { integrationLedger } from '../../../solution/tables/index.js'
import { distinctValues } from '../distinct-values.js'
import type { Checkpoint } from './checkpoint.js'
import { readLaneStates } from './lane-states.js'
import { verifyTable } from './verify-table.js'

export interface VerifyOptions {
  /** (Default: every table that has a lane, an entry or a place in the checkpoint) */
  readonly table?: string | undefined
  readonly checkpoint: Checkpoint | null
}

/** Verifies the ledger's chains table by table; gives a verdict a lane that was ever used. */
export async function* verifyLedger(
  client: DataverseClient,
  { table, checkpoint }: VerifyOptions,
): AsyncIterable<LaneVerdict> {
  const before = await readLaneStates(client, table)
  const tables = table === undefined ? await tablesIn(client, before.tables, checkpoint) : [table]
  for (const name of tables) {
    // Tails of a table verified late would be old: what was written meanwhile is to be verified, too.
    const { states } = await readLaneStates(client, name)
    for (const verdict of await verifyTable(client, name, states, checkpoint)) {
      if (isUsed(verdict) || table !== undefined) yield verdict
    }
  }
}

function isUsed({ verified, provisional, tail, faults }: LaneVerdict): boolean {
  return verified + provisional + tail.sequence + faults > 0
}

async function tablesIn(
  client: DataverseClient,
  withLanes: readonly string[],
  checkpoint: Checkpoint | null,
): Promise<readonly string[]> {
  const named = await distinctValues(client, integrationLedger, {
    column: 'targetTable',
    computed: '$count as rows',
  })
  const known = checkpoint?.lanes.map(({ targetTable }) => targetTable) ?? []
  const tables = new Set([...withLanes, ...known, ...named.map(({ value }) => value)])
  if (await hasEntriesWithoutTable(client)) tables.add('')
  return [...tables].sort()
}

async function hasEntriesWithoutTable(client: DataverseClient): Promise<boolean> {
  const { rows } = await client.send(
    query(integrationLedger, {
      select: ['name'],
      filter: filter(integrationLedger).isNull('targetTable'),
      top: 1,
    }),
  )
  return rows.length > 0
}
