import type { CanonicalValue, CommitPolicy, LedgerEntryState } from './contract.js'
import { ledgerEntryId } from './ids.js'
import { wholeRecord } from './scope.js'
import type { AspectPlan } from './scope.js'
import type { Trace } from './trace.js'

/** What only an entry made in this chunk has. */
export interface EntryOrigin {
  readonly plan: AspectPlan
  readonly policy: CommitPolicy | undefined
  readonly replaces: EntryDraft | undefined
  /** The item that made it, and in which of its runs. */
  readonly itemRun: string
  /** The job's Submitted Date Time, milliseconds. */
  readonly submitted: number
  readonly message: string
  readonly trace: Trace
}

/** An entry but for its id. */
export type EntryFacts = Omit<LedgerEntryState, 'id'>

type Values = ReadonlyMap<string, CanonicalValue>

/** A ledger entry as the chunk changes it: stored before, or made by the chunk. */
export class EntryDraft {
  supersededOn: number | null
  latest: boolean
  lastConfirmed: number | null
  staleOn: number | null
  isSuperseded = false
  hasLeftLatest = false
  isConfirmed = false
  private parsed: Values | undefined = undefined

  private constructor(
    private readonly base: EntryFacts,
    private knownId: string | undefined,
    /** Undefined for a stored entry. */
    readonly origin: EntryOrigin | undefined,
  ) {
    this.supersededOn = base.supersededOn
    this.latest = base.latest
    this.lastConfirmed = base.lastConfirmed
    this.staleOn = base.staleOn
  }

  static stored(state: LedgerEntryState): EntryDraft {
    return new EntryDraft(state, state.id, undefined)
  }

  static made(facts: EntryFacts, origin: EntryOrigin): EntryDraft {
    return new EntryDraft(facts, undefined, origin)
  }

  /** The id of a new entry is made when it is asked for: hashing costs as much as deciding. */
  get id(): string {
    const { origin } = this
    this.knownId ??= origin
      ? ledgerEntryId(origin.itemRun, origin.submitted, this.base.aspectKey)
      : ''
    return this.knownId
  }

  get aspectKey(): string {
    return this.base.aspectKey
  }

  get source(): string {
    return this.base.sourceSystemKey
  }

  get status(): LedgerEntryState['status'] {
    return this.base.status
  }

  get value(): CanonicalValue {
    return this.base.value
  }

  get previousValue(): CanonicalValue {
    return this.base.previousValue
  }

  get observed(): number {
    return this.base.observed
  }

  get appliedOn(): number | null {
    return this.base.appliedOn
  }

  get certifiedByHand(): boolean {
    return this.base.certifiedByHand && this.base.status === 'certified'
  }

  /** A decision that a change of the row would make nobody's. */
  get decision(): LedgerEntryState['decision'] {
    return this.base.decision
  }

  /** The order of writing within the record. */
  get order(): number {
    return this.base.chainSequence
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
    if (this.base.aspectKey !== wholeRecord) return this.base.aspectKey === column
    this.parsed ??= recordValues(this.value)
    return this.parsed.has(column)
  }

  /** The value for a column that the entry covers. */
  valueOf(column: string): CanonicalValue {
    if (this.base.aspectKey !== wholeRecord) return this.value
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
export function recordValues(text: CanonicalValue): Values {
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
