import { isConcurrencyConflict, update } from '../../dataverse/index.js'
import type { DataverseClient, Operation, WrittenVersion } from '../../dataverse/index.js'
import { integrationLane } from '../../../solution/tables/index.js'
import type { BatchLane, ChainTail } from './batch-plan.js'
import { LeaseLostError } from './errors.js'
import type { PackedText } from './packed-text.js'
import { valueOf } from './pages-of.js'
import { laneText } from './partition.js'
import type { LaneKey } from './partition.js'

/** A lane as its row stood when it was last read or written by us. */
export interface HeldLane extends LaneKey {
  readonly id: string
  readonly etag: string
  readonly fenceNumber: number
  readonly tail: ChainTail
}

export interface LeaseClock {
  readonly now: () => number
  readonly leaseMs: number
}

/** The end of a lease taken or renewed now. Dataverse keeps whole seconds, so it is rounded up. */
export function leaseEnd(clock: LeaseClock): Date {
  return new Date(Math.ceil((clock.now() + clock.leaseMs) / 1000) * 1000)
}

/**
 * The lanes a worker holds for one job. Every write to a lane's row names the version we know
 * (If-Match), so that a worker whose lease has passed to another writes nothing.
 */
export class HeldLanes {
  readonly #lanes = new Map<string, HeldLane>()
  readonly #clock: LeaseClock
  #renewBy: number

  constructor(lanes: readonly HeldLane[], clock: LeaseClock) {
    this.#clock = clock
    for (const lane of lanes) this.#lanes.set(laneText(lane), lane)
    this.#renewBy = clock.now() + clock.leaseMs / 2
  }

  get all(): readonly HeldLane[] {
    return [...this.#lanes.values()]
  }

  get(key: LaneKey): HeldLane {
    const lane = this.#lanes.get(laneText(key))
    if (!lane) throw new Error(`Lane ${laneText(key)} is not held.`)
    return lane
  }

  refresh(lane: HeldLane): void {
    this.#lanes.set(laneText(lane), lane)
  }

  setEtag(key: LaneKey, etag: string): void {
    this.refresh({ ...this.get(key), etag })
  }

  setTail(lane: BatchLane): void {
    this.refresh({ ...this.get(lane), tail: lane.tail })
  }

  /** The first write of a batch: proves that the lane is ours, renews it, leaves the journal. */
  fence(lane: BatchLane, journal: PackedText | null): Operation<WrittenVersion> {
    const held = this.get(lane)
    return update(
      integrationLane,
      held.id,
      {
        leaseExpiresOn: leaseEnd(this.#clock),
        ...(journal && { journal: journal.text, journalParts: journal.parts.length }),
      },
      { ifMatch: held.etag, returnEtag: true },
    )
  }

  /** The last write of a batch: the chain's new end; nothing is under way any more. */
  settle(lane: BatchLane, release: boolean): Operation<WrittenVersion> {
    return update(
      integrationLane,
      this.get(lane).id,
      {
        lastChainSequence: lane.tail.sequence,
        lastEntryHash: lane.tail.hash,
        journal: null,
        journalParts: 0,
        ...(release && { leaseOwner: null, leaseExpiresOn: null }),
      },
      { ifMatch: '*', returnEtag: true },
    )
  }

  release(lane: HeldLane): Operation<WrittenVersion> {
    return update(
      integrationLane,
      lane.id,
      { leaseOwner: null, leaseExpiresOn: null },
      { ifMatch: lane.etag, returnEtag: true },
    )
  }

  /** Renews all leases when half of their time has passed. Not to be called while a batch runs. */
  async renew(client: DataverseClient): Promise<void> {
    if (this.#clock.now() < this.#renewBy) return
    this.#renewBy = this.#clock.now() + this.#clock.leaseMs / 2
    const lanes = this.all
    const leaseExpiresOn = leaseEnd(this.#clock)
    const outcomes = await client.batch(
      lanes.map((lane) =>
        update(
          integrationLane,
          lane.id,
          { leaseExpiresOn },
          { ifMatch: lane.etag, returnEtag: true },
        ),
      ),
    )
    for (const [index, lane] of lanes.entries()) {
      const outcome = outcomes[index]
      if (outcome && !outcome.ok && isConcurrencyConflict(outcome.error)) {
        throw new LeaseLostError(`lane ${laneText(lane)}`)
      }
      this.setEtag(lane, valueOf(outcome).etag)
    }
  }
}
