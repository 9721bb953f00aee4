import type { CanonicalValue, CommitPolicy, LedgerEntryState } from './contract.js'
import { wholeRecord } from './scope.js'
import type { AspectPlan } from './scope.js'
import type { Trace } from './trace.js'

/** What only an entry made in this chunk has. */
export interface EntryOrigin {
  readonly plan: AspectPlan
  readonly policy: CommitPolicy | undefined
  readonly replaces: string | undefined
  readonly message: string
  readonly trace: Trace
}

export interface NewEntry extends EntryOrigin {
  readonly id: string
  readonly sourceSystemKey: string
  readonly value: CanonicalValue
  readonly previousValue: CanonicalValue
  readonly observed: number
  readonly appliedOn: number | null
  readonly staleOn: number | null
  /** Certified in the name of the service. */
  readonly certified: boolean
  /** Grows with each entry of the record. */
  readonly order: number
}

type Values = ReadonlyMap<string, CanonicalValue>

/** Entries of this chunk come after every stored one; chains stay far below this number. */
const firstNewOrder = 2 ** 40

/** A ledger entry as the chunk changes it: stored before, or made by the chunk. */
export class EntryDraft {
  supersededOn: number | null
  latest: boolean
  lastConfirmed: number | null
  staleOn: number | null
  isSuperseded = false
  hasLeftLatest = false
  isConfirmed = false
  private parsed: Values | undefined

  private constructor(
    readonly id: string,
    readonly aspectKey: string,
    readonly source: string,
    readonly status: LedgerEntryState['status'],
    readonly value: CanonicalValue,
    readonly previousValue: CanonicalValue,
    readonly observed: number,
    readonly appliedOn: number | null,
    readonly certifiedByHand: boolean,
    /** The order of writing within the record. */
    readonly order: number,
    /** Undefined for a stored entry. */
    readonly origin: EntryOrigin | undefined,
    state: Pick<LedgerEntryState, 'supersededOn' | 'latest' | 'lastConfirmed' | 'staleOn'>,
  ) {
    this.supersededOn = state.supersededOn
    this.latest = state.latest
    this.lastConfirmed = state.lastConfirmed
    this.staleOn = state.staleOn
  }

  static stored(state: LedgerEntryState): EntryDraft {
    return new EntryDraft(
      state.id,
      state.aspectKey,
      state.sourceSystemKey,
      state.status,
      state.value,
      state.previousValue,
      state.observed,
      state.appliedOn,
      state.certifiedByHand && state.status === 'certified',
      state.chainSequence,
      undefined,
      state,
    )
  }

  static made(entry: NewEntry, latest: boolean): EntryDraft {
    return new EntryDraft(
      entry.id,
      entry.plan.aspectKey,
      entry.sourceSystemKey,
      entry.certified ? 'certified' : 'pending',
      entry.value,
      entry.previousValue,
      entry.observed,
      entry.appliedOn,
      false,
      firstNewOrder + entry.order,
      entry,
      { supersededOn: null, latest, lastConfirmed: null, staleOn: entry.staleOn },
    )
  }

  /** Waits for a steward. */
  get isHeld(): boolean {
    return this.status === 'pending' && this.appliedOn === null && this.supersededOn === null
  }

  /** Certified by a person and not yet written to the record. */
  get isAboutToApply(): boolean {
    return this.status === 'certified' && this.appliedOn === null && this.supersededOn === null
  }

  get isAppliedHead(): boolean {
    return this.appliedOn !== null && this.supersededOn === null
  }

  /** Rejected or revoked: it protects no value, even while the record still holds it. */
  get isWithdrawn(): boolean {
    return this.status === 'rejected' || this.status === 'revoked'
  }

  covers(column: string): boolean {
    if (this.aspectKey !== wholeRecord) return this.aspectKey === column
    this.parsed ??= recordValues(this.value)
    return this.parsed.has(column)
  }

  /** The value for a column that the entry covers. */
  valueOf(column: string): CanonicalValue {
    if (this.aspectKey !== wholeRecord) return this.value
    this.parsed ??= recordValues(this.value)
    return this.parsed.get(column) ?? null
  }

  /** Whether anything differs from what is stored. */
  get isChanged(): boolean {
    return this.isSuperseded || this.hasLeftLatest || this.isConfirmed
  }

  supersede(time: number): void {
    this.supersededOn = time
    this.isSuperseded = true
  }

  leaveLatest(): void {
    this.latest = false
    this.hasLeftLatest = true
  }

  confirm(time: number, staleOn: number): void {
    this.lastConfirmed = time
    this.staleOn = staleOn
    this.isConfirmed = true
  }
}

/** The columns of a whole-record value. A text that is no JSON object covers no column. */
function recordValues(text: CanonicalValue): Values {
  try {
    const values: unknown = JSON.parse(text ?? '{}')
    if (values === null || typeof values !== 'object' || Array.isArray(values)) return new Map()
    return new Map(
      Object.entries(values).map(([column, value]) => [
        column,
        value === null ? null : String(value),
      ]),
    )
  } catch {
    return new Map()
  }
}

/** The value of a whole-record entry: canonical values by column, columns in order. */
export function recordText(values: Iterable<readonly [string, CanonicalValue]>): string {
  return JSON.stringify(
    Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
  )
}
