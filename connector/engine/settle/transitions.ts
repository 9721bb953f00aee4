import type { LedgerEntryState } from '../contract.js'

export type LedgerStatus = LedgerEntryState['status']

/** How an entry stands to its record. */
export type Standing =
  /** Its value waits. */
  | 'held'
  /** Its value is on the record. */
  | 'applied'
  /** Another value took its place. */
  | 'superseded'

/** What a decision does to the record and to the entry's peers. */
export type Effect =
  /** The value is written; the entry it replaces is superseded, other waiting values are rejected. */
  | 'apply'
  /** The value that is written already is vouched for; other waiting values are rejected. */
  | 'vouch'
  /** The waiting value is given up. */
  | 'drop'
  /** The value that was there before the entry is written again. */
  | 'restorePrevious'
  /** The last certified value before the entry is written again, else the one before the entry. */
  | 'restoreCertified'
  /** The status is set back to the settled one, with the reason. */
  | 'putBack'

export interface Transition {
  /** The status that is in effect. */
  readonly settled: LedgerStatus
  readonly standing: Standing
  /** The status that somebody asks for. */
  readonly asked: LedgerStatus
  readonly effect: Exclude<Effect, 'putBack'>
}

/** Every decision that takes effect. All others are put back. */
export const transitions: readonly Transition[] = [
  { settled: 'pending', standing: 'held', asked: 'certified', effect: 'apply' },
  { settled: 'pending', standing: 'applied', asked: 'certified', effect: 'vouch' },
  { settled: 'pending', standing: 'held', asked: 'rejected', effect: 'drop' },
  { settled: 'pending', standing: 'applied', asked: 'rejected', effect: 'restorePrevious' },
  { settled: 'certified', standing: 'applied', asked: 'revoked', effect: 'restoreCertified' },
]

/** What a decision comes to, by the status in effect, how the entry stands, and the status asked for. */
export function effectOf(settled: LedgerStatus, standing: Standing, asked: LedgerStatus): Effect {
  const found = transitions.find(
    (transition) =>
      transition.settled === settled &&
      transition.standing === standing &&
      transition.asked === asked,
  )
  return found?.effect ?? 'putBack'
}

/** Why a decision is put back and what could be done instead, for a steward. */
export function putBackReason(
  settled: LedgerStatus,
  standing: Standing,
  asked: LedgerStatus,
): string {
  if (standing === 'superseded') {
    return 'Nothing was decided: another value took the place of this one. Decide on that one.'
  }
  switch (settled) {
    case 'pending':
      return 'Nothing was decided: only a certified value can be revoked. Reject this one instead.'
    case 'certified':
      return `Nothing was decided: a certified value cannot become ${asked}. Revoke it instead.`
    case 'rejected':
      return 'Nothing was decided: the value was rejected, which is final. A new value from the source can be certified.'
    case 'revoked':
      return 'Nothing was decided: the certification was revoked, which is final. A new value from the source can be certified.'
  }
}
