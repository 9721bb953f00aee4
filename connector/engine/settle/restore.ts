import type { CanonicalValue } from '../contract.js'
import { shownValue } from '../normalise.js'
import type { EntrySettlement } from './entry-settlement.js'
import type { RecordDecisions } from './record-settlement.js'

/** What became of the wish to set a record back to what it held before an entry. */
export interface Restoration {
  readonly result: 'restored' | 'kept' | 'refused'
  /** For a steward. */
  readonly reason: string
  /** What the record holds now, by column: those that were set back. */
  readonly values: ReadonlyMap<string, CanonicalValue>
}

/**
 * Sets the columns of an applied entry back: to the last certified value before it (`toCertified`),
 * else to what the record held when the entry was written. A column that no longer has the entry's
 * value was changed since, and is kept. The entry whose value returns is the applied head again.
 */
export function restore(
  decisions: RecordDecisions,
  entry: EntrySettlement,
  toCertified: boolean,
  now: number,
): Restoration {
  entry.supersede(now)
  if (!decisions.record.exists) {
    return { ...nothing, result: 'refused', reason: 'The record is not there any more.' }
  }
  const restored = new Map<string, CanonicalValue>()
  const sentences: string[] = []
  let kept = 0
  for (const name of entry.columns) {
    const column = decisions.column(name)
    if (!column?.validForUpdate) {
      kept += 1
      sentences.push(`The record has no column ${name} that can be written.`)
      continue
    }
    const current = decisions.value(name)
    if (!decisions.isSame(column, current, entry.valueOf(name))) {
      kept += 1
      sentences.push(`${column.label} was changed since and stays ${shownValue(column, current)}.`)
      continue
    }
    const value = valueBefore(decisions, entry, name, toCertified)
    decisions.set({ column, value })
    restored.set(name, value)
    sentences.push(`${column.label} is ${shownValue(column, value)} again.`)
  }
  const isWhole = kept === 0
  if (isWhole) returning(decisions, entry, toCertified)?.reinstate()
  return {
    result: isWhole ? 'restored' : 'kept',
    reason: sentences.join(' '),
    values: restored,
  }
}

const nothing = { values: new Map<string, CanonicalValue>() }

function valueBefore(
  decisions: RecordDecisions,
  entry: EntrySettlement,
  column: string,
  toCertified: boolean,
): CanonicalValue {
  const certified = toCertified
    ? decisions.earlierThan(entry, column).find(({ settled }) => settled === 'certified')
    : undefined
  return certified ? certified.valueOf(column) : entry.replacedValueOf(column)
}

/** The last entry of the aspect before this one whose values the record holds now. */
function returning(
  decisions: RecordDecisions,
  entry: EntrySettlement,
  toCertified: boolean,
): EntrySettlement | undefined {
  const peers = decisions
    .peersBefore(entry)
    .filter((peer) => isStanding(peer.settled) && isOnRecord(decisions, peer))
  const certified = peers.find(({ settled }) => settled === 'certified')
  return toCertified && certified ? certified : peers[0]
}

function isOnRecord(decisions: RecordDecisions, entry: EntrySettlement): boolean {
  return entry.columns.every((name) => {
    const column = decisions.column(name)
    return column && decisions.isSame(column, decisions.value(name), entry.valueOf(name))
  })
}

/** A value that was given up or taken back does not return as anybody's. */
function isStanding(status: EntrySettlement['settled']): boolean {
  return status === 'pending' || status === 'certified'
}
