import type { LedgerEntryState } from '../contract.js'
import { clockTolerance } from '../scope.js'
import type { RecordedEntry } from './contract.js'
import { wasSuperseded } from './superseded-then.js'
import type { RecordHistory } from './superseded-then.js'

/** The entries of a record as they were, and what of them is not kept. */
export interface EntriesThen {
  readonly entries: readonly LedgerEntryState[]
  /** What is not known of an entry; ends the sentence "It cannot be replayed, because ...". */
  readonly doubt: string | null
}

/**
 * The ledger entries of one record as they were when some items were decided: those made before,
 * with everything undone that came later.
 */
export function entriesThen(history: RecordHistory): EntriesThen {
  const { now } = history
  const placed = history.placed.filter(({ entry }) => !isServiceWithdrawn(entry))
  const before = placed.filter(({ place }) => place === 'before').map(({ entry }) => entry)
  const states = before.map((entry) => stateThen(entry, { ...history, placed }))
  const entries = withLatest(withOneHead(states), now)
  return { entries, doubt: before.map((entry) => doubtOf(entry, now)).find(isText) ?? null }
}

function isText(text: string | null): text is string {
  return text !== null
}

type Draft = { -readonly [Name in keyof LedgerEntryState]: LedgerEntryState[Name] }

function stateThen(entry: RecordedEntry, history: RecordHistory): Draft {
  const { now } = history
  const { id, aspectKey, sourceSystemKey, value, previousValue, observed, chainSequence } = entry
  const status = statusThen(entry, now)
  const isConfirmedLater = confirmedOn(entry) >= now
  return {
    id,
    aspectKey,
    sourceSystemKey,
    status,
    value,
    previousValue,
    observed,
    appliedOn: entry.appliedOn !== null && entry.appliedOn > now ? null : entry.appliedOn,
    supersededOn: wasSuperseded(entry, history) ? entry.supersededOn : null,
    latest: entry.latest,
    lastConfirmed: isConfirmedLater ? null : entry.lastConfirmed,
    staleOn: isConfirmedLater ? staleAtFirst(entry, now) : entry.staleOn,
    certifiedByHand: status === 'certified' && entry.isCertifiedByPerson,
    chainSequence,
  }
}

function statusThen(entry: RecordedEntry, now: number): LedgerEntryState['status'] {
  const { status, certifiedOn, decidedOn } = entry
  const isCertified = certifiedOn !== null && certifiedOn <= now
  switch (status) {
    case 'pending':
      return 'pending'
    case 'certified':
      return certifiedOn === null || isCertified ? 'certified' : 'pending'
    case 'rejected':
    case 'revoked':
      if (decidedOn === null || decidedOn <= now) return status
      return isCertified ? 'certified' : 'pending'
  }
}

/** Made and given up by the service itself: its place in the chain is all that is left of it. */
export function isServiceWithdrawn({ status, decidedOn, appliedOn }: RecordedEntry): boolean {
  return status === 'rejected' && decidedOn === null && appliedOn === null
}

/** When its source or a steward last stood by the value; 0: never since it was written. */
function confirmedOn({ lastConfirmed, recertifiedOn }: RecordedEntry): number {
  return Math.max(lastConfirmed ?? 0, recertifiedOn ?? 0)
}

/** When the value would have become stale had it never been confirmed; null where it may have been. */
function staleAtFirst(entry: RecordedEntry, now: number): number | null {
  const { appliedOn, staleOn } = entry
  if (appliedOn === null || staleOn === null) return null
  const atFirst = appliedOn + (staleOn - confirmedOn(entry))
  return atFirst > now ? atFirst : null
}

function doubtOf(entry: RecordedEntry, now: number): string | null {
  const { certifiedOn, appliedOn, staleOn, aspectKey, sourceSystemKey } = entry
  const named = `the ledger's value of ${aspectKey} from ${sourceSystemKey}`
  const isConfirmedLater = confirmedOn(entry) >= now && staleOn !== null
  if (isConfirmedLater && staleAtFirst(entry, now) === null) {
    return `${named} was confirmed since, and whether it was stale is not kept`
  }
  const isCertifiedSince = certifiedOn !== null && certifiedOn > now
  if (isCertifiedSince && appliedOn !== null && appliedOn <= now) {
    return `${named} was certified since, and whether it had been certified before is not kept`
  }
  return null
}

/** An aspect has one applied head: one that was set back later is not kept as having been replaced. */
function withOneHead(states: readonly Draft[]): readonly Draft[] {
  const heads = new Map<string, Draft>()
  for (const state of states) {
    if (state.appliedOn === null || state.supersededOn !== null) continue
    const head = heads.get(state.aspectKey)
    const isNewer =
      !head ||
      (state.appliedOn - (head.appliedOn ?? 0) || state.chainSequence - head.chainSequence) > 0
    const older = isNewer ? head : state
    if (older) older.supersededOn = isNewer ? state.appliedOn : (head.appliedOn ?? 0)
    if (isNewer) heads.set(state.aspectKey, state)
  }
  return states
}

/** Each source's latest entry of an aspect, by the rules that new entries are made by. */
function withLatest(states: readonly Draft[], now: number): readonly LedgerEntryState[] {
  const latest = new Map<string, Draft>()
  const inOrder = [...states].sort((a, b) => a.chainSequence - b.chainSequence)
  for (const state of inOrder) {
    const key = JSON.stringify([state.aspectKey, state.sourceSystemKey])
    const known = latest.get(key)
    const isPast =
      known !== undefined &&
      isWaiting(known) &&
      known.observed > state.observed &&
      known.observed <= now + clockTolerance
    if (!isPast) latest.set(key, state)
  }
  for (const state of inOrder) {
    const key = JSON.stringify([state.aspectKey, state.sourceSystemKey])
    const { appliedOn, supersededOn, status } = state
    const gaveWay = status === 'pending' && appliedOn === null && supersededOn !== null
    state.latest = latest.get(key) === state && !gaveWay
  }
  return inOrder
}

function isWaiting({ status, appliedOn, supersededOn }: Draft): boolean {
  return status === 'pending' && appliedOn === null && supersededOn === null
}
