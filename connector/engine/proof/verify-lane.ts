import type { ChainTail } from '../chain.js'
import type { LaneClaims, LaneVerdict, ProvenEntry } from './contract.js'
import { LaneVerifier } from './lane-verifier.js'

export interface WholeLane extends Omit<LaneClaims, 'checkpoint'> {
  readonly checkpoint?: ChainTail | null
  /** (Default: false) */
  readonly isUnderWay?: boolean
}

/** Verifies a lane that nobody writes meanwhile; `entries`: in the order of their Chain Sequence. */
export function verifyLane(
  { checkpoint = null, isUnderWay = false, ...claims }: WholeLane,
  entries: Iterable<ProvenEntry>,
): LaneVerdict {
  const verifier = new LaneVerifier({ ...claims, checkpoint })
  for (const entry of entries) verifier.take(entry)
  return verifier.finish({ tailSequence: claims.tail.sequence, isUnderWay })
}
