import type { DataverseClient } from '../../dataverse/index.js'
import type { BatchLane } from './batch-plan.js'
import { LeaseLostError } from './errors.js'
import type { HeldLanes } from './held-lanes.js'
import { heldLane, laneQuery } from './lane-rows.js'
import { laneText } from './partition.js'

interface LaneHolder {
  readonly client: DataverseClient
  readonly lanes: HeldLanes
  readonly workerId: string
}

/**
 * Reads lanes whose versions we lost sight of (an answer did not come). The fence number tells a
 * lane that we wrote ourselves from one that changed hands.
 *
 * @throws LeaseLostError where a lane changed hands.
 */
export async function reclaim(holder: LaneHolder, lanes: readonly BatchLane[]): Promise<void> {
  const { rows } = await holder.client.send(laneQuery(lanes.map((lane) => lane.laneId)))
  for (const lane of lanes) {
    const held = holder.lanes.get(lane)
    const row = rows.find((candidate) => candidate.id === lane.laneId)
    if (row?.leaseOwner !== holder.workerId || row.fenceNumber !== held.fenceNumber) {
      throw new LeaseLostError(`lane ${laneText(lane)}`)
    }
    holder.lanes.refresh(heldLane(row))
  }
}
