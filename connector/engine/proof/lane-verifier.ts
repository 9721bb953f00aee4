import { chainKey, entryHash } from '../chain.js'
import type { ChainFault, LaneAfter, LaneClaims, LaneVerdict, ProvenEntry } from './contract.js'
import { possibleDecisionHashes } from './decision-proof.js'

/** The entries that were met at one place: the one that fits, else the first that does not. */
interface Place {
  readonly sequence: number
  readonly fitting: ProvenEntry | null
  readonly misfit: ProvenEntry | null
}

/**
 * Verifies one lane's chain in constant memory. Entries are handed over in the order of their Chain
 * Sequence; those without one at any time.
 */
export class LaneVerifier {
  readonly #claims: LaneClaims
  #place: Place = { sequence: 0, fitting: null, misfit: null }
  /** The hash of the place before; null where it is not known, after a place without an entry. */
  #previous: string | null = ''
  #verified = 0
  #provisional = 0
  #beyond: { readonly first: ProvenEntry; readonly last: ProvenEntry } | null = null
  #first: ChainFault | null = null
  #faults = 0

  constructor(claims: LaneClaims) {
    this.#claims = claims
  }

  take(entry: ProvenEntry): void {
    const { chainSequence: sequence } = entry
    const { tail } = this.#claims
    if (sequence === null || sequence < 1) {
      this.#insert(entry, null, 'a place in the chain', `Chain Sequence ${String(sequence)}`)
    } else if (sequence > tail.sequence) {
      this.#provisional += 1
      this.#beyond = { first: this.#beyond?.first ?? entry, last: entry }
    } else if (sequence < this.#place.sequence) {
      this.#insert(entry, sequence, 'a place of its own', `place ${sequence}, which is taken`)
    } else {
      if (sequence > this.#place.sequence) this.#open(sequence)
      this.#meet(entry)
    }
  }

  finish({ tailSequence, isUnderWay }: LaneAfter): LaneVerdict {
    const { targetTable, laneNumber, tail } = this.#claims
    this.#open(tail.sequence + 1)
    if (this.#previous !== null && this.#previous !== tail.hash) {
      this.#fault('tail', tail.sequence, null, named(this.#previous), named(tail.hash))
    }
    this.#judgeBeyond(isUnderWay ? Infinity : tailSequence)
    this.#judgeCut()
    return {
      targetTable,
      laneNumber,
      verified: this.#verified,
      provisional: this.#provisional,
      tail,
      firstFault: this.#first,
      faults: this.#faults,
    }
  }

  /** Ends the place that is open and those up to the next, which nobody has. */
  #open(next: number): void {
    this.#close()
    const missing = this.#place.sequence + 1
    if (missing < next) {
      const expected = next - missing === 1 ? 'an entry' : `entries up to place ${next - 1}`
      this.#fault('missing', missing, null, expected, 'none')
      this.#previous = null
    }
    this.#place = { sequence: next, fitting: null, misfit: null }
  }

  #close(): void {
    const { sequence, fitting, misfit } = this.#place
    if (sequence === 0) return
    const entry = fitting ?? misfit
    if (!entry) return
    this.#verified += 1
    if (fitting) this.#judgeDecisions(fitting)
    else this.#alter(entry)
    this.#previous = entry.entryHash
    const { checkpoint } = this.#claims
    if (checkpoint?.sequence === sequence && checkpoint.hash !== entry.entryHash) {
      this.#fault('rewritten', sequence, entry, named(checkpoint.hash), named(entry.entryHash))
    }
  }

  #meet(entry: ProvenEntry): void {
    const { sequence, fitting, misfit } = this.#place
    if (!this.#fits(entry)) {
      if (fitting || misfit) this.#insertAtTaken(entry)
      this.#place = { sequence, fitting, misfit: misfit ?? entry }
    } else if (fitting) {
      this.#insertAtTaken(entry)
    } else {
      if (misfit) this.#insertAtTaken(misfit)
      this.#place = { sequence, fitting: entry, misfit }
    }
  }

  #fits(entry: ProvenEntry): boolean {
    const key = this.#keyOf(this.#place.sequence)
    if (entry.chainKey !== key) return false
    if (this.#previous === null) return entry.entryHash !== null
    return entry.entryHash === entryHash(this.#previous, key, entry.id, entry)
  }

  #alter(entry: ProvenEntry): void {
    const { sequence } = this.#place
    const key = this.#keyOf(sequence)
    if (entry.chainKey !== key) {
      this.#fault(
        'altered',
        sequence,
        entry,
        `Chain Key ${key}`,
        `Chain Key ${entry.chainKey ?? '(empty)'}`,
      )
    } else {
      const expected =
        this.#previous === null ? null : entryHash(this.#previous, key, entry.id, entry)
      this.#fault('altered', sequence, entry, named(expected), named(entry.entryHash))
    }
  }

  #judgeDecisions(entry: ProvenEntry): void {
    const possible = possibleDecisionHashes(entry)
    if (!possible || possible.includes(entry.decisionHash)) return
    const [expected = null] = possible
    this.#fault('decision', this.#place.sequence, entry, named(expected), named(entry.decisionHash))
  }

  #judgeBeyond(last: number): void {
    if (!this.#beyond) return
    const { first } = this.#beyond
    const stray = (first.chainSequence ?? 0) > last ? first : this.#beyond.last
    if ((stray.chainSequence ?? 0) <= last) return
    const found = `place ${String(stray.chainSequence)}, beyond the tail, and no batch of writes is under way`
    this.#insert(stray, stray.chainSequence, `no entry beyond place ${last}`, found)
  }

  #judgeCut(): void {
    const { checkpoint, tail } = this.#claims
    if (!checkpoint || checkpoint.sequence <= tail.sequence) return
    const expected = `a chain to place ${checkpoint.sequence} or further`
    this.#fault('cut', tail.sequence + 1, null, expected, `an end at place ${tail.sequence}`)
  }

  #insertAtTaken(entry: ProvenEntry): void {
    const { sequence } = this.#place
    this.#insert(
      entry,
      sequence,
      'a place of its own',
      `place ${sequence}, which another entry has`,
    )
  }

  #insert(entry: ProvenEntry, sequence: number | null, expected: string, found: string): void {
    this.#fault('inserted', sequence, entry, expected, found)
  }

  #fault(
    kind: ChainFault['kind'],
    sequence: number | null,
    entry: ProvenEntry | null,
    expected: string,
    found: string,
  ): void {
    this.#faults += 1
    if (this.#first && (this.#first.sequence ?? Infinity) <= (sequence ?? Infinity)) return
    const [entryId, name] = [entry?.id ?? null, entry?.name ?? null]
    this.#first = { kind, sequence, entryId, name, expected, found }
  }

  #keyOf(sequence: number): string {
    return chainKey(this.#claims.targetTable, this.#claims.laneNumber, sequence)
  }
}

function named(hash: string | null): string {
  return hash === null || hash === '' ? 'no hash' : `hash ${hash}`
}
