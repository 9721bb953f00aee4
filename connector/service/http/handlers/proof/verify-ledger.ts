import { faultText } from '../../../../engine/proof/index.js'
import type { ChainFault, LaneVerdict } from '../../../../engine/proof/index.js'
import {
  checkpointOf,
  checkpointPurpose,
  readCheckpoint,
  readLaneStates,
  summaryLine,
  verifyTable,
  writeCheckpoint,
} from '../../../proof/index.js'
import type { Checkpoint, LaneStates } from '../../../proof/index.js'
import { ApiError } from '../../errors.js'
import { utcSeconds } from '../../formats.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { present } from '../../present.js'
import { existingTables } from '../../tables.js'

interface Body {
  readonly targetTable: string
  readonly checkpoint?: string
}

/** Entries that are read within the time a flow waits for an answer. */
const mostEntries = 200_000

/**
 * Verifies in the service's own name: to whoever may not see values and hashes they are empty, which
 * would look like faults.
 */
export const verifyLedgerOfTable: Handler = async ({ body }, context) => {
  const { targetTable, checkpoint: given } = body as Body
  const { ownClient: client, tokens, now } = context
  const takenOn = utcSeconds(new Date(now()))
  const environment = (await client.whoAmI()).organizationId
  const key = tokens.derive(checkpointPurpose)
  const checkpoint = given === undefined ? null : givenCheckpoint(given, key, environment)
  const states = await statesOf(targetTable, context)
  const verdicts = await verifyTable(client, targetTable, states, checkpoint)
  const isIntact = verdicts.every(({ faults }) => faults === 0)
  return {
    targetTable,
    isIntact,
    verified: verdicts.reduce((sum, { verified }) => sum + verified, 0),
    message: summaryLine(verdicts),
    verifiedDateTime: takenOn,
    ...present({
      firstFault: verdicts.map(presentedFault).find((fault) => fault !== null),
      checkpoint: isIntact
        ? writeCheckpoint(checkpointOf(verdicts, { takenOn, environment }), key)
        : null,
    }),
    lanes: verdicts.map(presentLane),
  }
}

/** @throws ApiError InvalidCheckpoint. */
function givenCheckpoint(text: string, key: string, environment: string): Checkpoint {
  const read = readCheckpoint(text, key, environment)
  if ('fault' in read) throw new ApiError('InvalidCheckpoint', { fault: read.fault })
  return read.checkpoint
}

/**
 * How the table's lanes stand. A table that has lanes may be gone from the environment.
 *
 * @throws ApiError UnknownTable, LedgerTooLong.
 */
async function statesOf(table: string, context: OperationContext): Promise<LaneStates> {
  const { states, tables } = await readLaneStates(context.ownClient, table)
  if (!tables.includes(table)) await existingTables([{ table, path: 'targetTable' }], 1, context)
  const count = [...states.values()].reduce((sum, { tail }) => sum + tail.sequence, 0)
  if (count > mostEntries) throw new ApiError('LedgerTooLong', { table, count, most: mostEntries })
  return states
}

function presentLane(verdict: LaneVerdict): object {
  const { laneNumber, verified, provisional, faults } = verdict
  return {
    laneNumber,
    verified,
    provisional,
    faults,
    ...present({ firstFault: presentedFault(verdict) }),
  }
}

function presentedFault(verdict: LaneVerdict): object | null {
  return verdict.firstFault && presentFault(verdict, verdict.firstFault)
}

function presentFault(verdict: LaneVerdict, fault: ChainFault): object {
  const { kind, sequence, entryId, name, expected, found } = fault
  const { laneNumber } = verdict
  return {
    kind,
    laneNumber,
    ...present({ chainSequence: sequence, ledgerEntryId: entryId, name }),
    expected,
    found,
    message: faultText(verdict, fault),
  }
}
