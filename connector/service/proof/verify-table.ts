import { filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { laneOf } from '../../engine/index.js'
import { LaneVerifier, provenColumns } from '../../engine/proof/index.js'
import type { LaneVerdict, ProvenEntry } from '../../engine/proof/index.js'
import { integrationLedger, lanesPerTable } from '../../../solution/tables/index.js'
import { placeInCheckpoint } from './checkpoint.js'
import type { Checkpoint } from './checkpoint.js'
import { afterwards, readLaneStates, stateOf } from './lane-states.js'
import type { LaneStates } from './lane-states.js'

const entries = filter(integrationLedger)

/**
 * Verifies the chains of one table's lanes, page by page in constant memory, while jobs may run.
 *
 * @param states How the lanes stood before.
 * @param targetTable Empty: entries that name no table.
 */
export async function verifyTable(
  client: DataverseClient,
  targetTable: string,
  states: LaneStates,
  checkpoint: Checkpoint | null,
): Promise<readonly LaneVerdict[]> {
  const verifiers = Array.from({ length: lanesPerTable }, (_, laneNumber) => {
    const { tail } = stateOf(states, targetTable, laneNumber)
    const known = placeInCheckpoint(checkpoint, targetTable, laneNumber)
    return new LaneVerifier({ targetTable, laneNumber, tail, checkpoint: known })
  })
  const stored = query(integrationLedger, {
    select: provenColumns,
    filter:
      targetTable === '' ? entries.isNull('targetTable') : entries.eq('targetTable', targetTable),
    orderBy: ['chainSequence asc', 'id asc'],
  })
  for await (const { rows } of client.pages(stored)) {
    for (const row of rows) {
      const laneNumber = laneInKey(targetTable, row)
      if (laneNumber === null) verifiers[laneOfRecord(row)]?.take({ ...row, chainSequence: null })
      else verifiers[laneNumber]?.take(row)
    }
  }
  const after = await readLaneStates(client, targetTable)
  return verifiers.map((verifier, laneNumber) =>
    verifier.finish(afterwards(stateOf(after.states, targetTable, laneNumber))),
  )
}

/** The lane that an entry's Chain Key puts it in; null where that is none of the table's. */
function laneInKey(targetTable: string, { chainKey }: ProvenEntry): number | null {
  const [, table, lane] = /^(.*)\/(\d)\/\d+$/s.exec(chainKey ?? '') ?? []
  return table === targetTable && Number(lane) < lanesPerTable ? Number(lane) : null
}

function laneOfRecord({ targetTable, targetId }: StoredKey): number {
  return laneOf(targetTable ?? '', targetId ?? '')
}

/** Whoever writes past the service may leave required columns empty. */
interface StoredKey {
  readonly targetTable: string | null
  readonly targetId: string | null
}
