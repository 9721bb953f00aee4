import { update, upsert } from '../../dataverse/index.js'
import type { Operation, WrittenVersion } from '../../dataverse/index.js'
import { laneId } from '../../engine/index.js'
import { integrationLane } from '../../../solution/tables/index.js'
import type { HeldLane } from './held-lanes.js'
import { heldLane } from './lane-rows.js'
import type { LaneRow } from './lane-rows.js'
import { laneText } from './partition.js'
import type { LaneKey } from './partition.js'
import type { WorkerContext } from './worker-context.js'

/** Whether somebody else holds the lane. */
export function isBusy({ now, options }: WorkerContext, lane: LaneRow): boolean {
  return (
    lane.leaseOwner !== null &&
    lane.leaseOwner !== options.workerId &&
    (lane.leaseExpiresOn?.getTime() ?? 0) > now()
  )
}

/** Makes one lane ours; its fence number grows, so that what a former holder sends is refused. */
export function takenLane(
  { options }: WorkerContext,
  rows: readonly LaneRow[],
  key: LaneKey,
  leaseExpiresOn: Date,
): { readonly lane: HeldLane; readonly operation: Operation<WrittenVersion> } {
  const id = laneId(key.targetTable, key.laneNumber)
  const row = rows.find((candidate) => candidate.id === id)
  const known = row ? heldLane(row) : null
  const fenceNumber = (known?.fenceNumber ?? 0) + 1
  const lease = { leaseOwner: options.workerId, leaseExpiresOn, fenceNumber }
  return {
    lane: known
      ? { ...known, fenceNumber }
      : { ...key, id, etag: '', fenceNumber, tail: { sequence: 0, hash: '' } },
    operation: known
      ? update(integrationLane, id, lease, { ifMatch: known.etag, returnEtag: true })
      : upsert(
          integrationLane,
          id,
          { name: laneText(key), ...key, ...lease, lastChainSequence: 0 },
          { ifNoneMatch: '*', returnEtag: true },
        ),
  }
}
