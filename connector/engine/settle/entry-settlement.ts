import type { IntegrationLedgerRow } from '../../../solution/tables/index.js'
import { integrationLedger, maxLength } from '../../../solution/tables/index.js'
import type { CanonicalValue } from '../contract.js'
import { decisionHash } from '../decision-hash.js'
import type { SettledDecision } from '../decision-hash.js'
import { recordText, recordValues } from '../entry-draft.js'
import { clipped } from '../quoted.js'
import { wholeRecord } from '../scope.js'
import { reference } from '../shared-values.js'
import type { RowDraft } from '../shared-values.js'
import type { SettleEntry } from './contract.js'
import type { Decider } from './decider.js'
import type { LedgerStatus, Standing } from './transitions.js'

/** A ledger entry while its record is settled: what is stored, and what changes on its row. */
export class EntrySettlement {
  readonly row: RowDraft<IntegrationLedgerRow> = {}
  appliedOn: number | null
  supersededOn: number | null
  settled: LedgerStatus
  status: LedgerStatus
  #replaced: string | null

  constructor(readonly entry: SettleEntry) {
    this.appliedOn = entry.appliedOn
    this.supersededOn = entry.supersededOn
    this.settled = entry.settled
    this.status = entry.status
    this.#replaced = entry.replacedValue
  }

  get aspectKey(): string {
    return this.entry.aspectKey
  }

  get isUndecided(): boolean {
    return this.status === this.settled
  }

  get standing(): Standing {
    if (this.supersededOn !== null) return 'superseded'
    return this.appliedOn === null ? 'held' : 'applied'
  }

  get isChanged(): boolean {
    return Object.keys(this.row).length > 0
  }

  /** The columns that the entry has a value for. */
  get columns(): readonly string[] {
    const { aspectKey, value } = this.entry
    return aspectKey === wholeRecord ? [...recordValues(value).keys()] : [aspectKey]
  }

  covers(column: string): boolean {
    return this.columns.includes(column)
  }

  valueOf(column: string): CanonicalValue {
    return this.#part(this.entry.value, column)
  }

  /** What the record held before the entry's value was written. */
  replacedValueOf(column: string): CanonicalValue {
    return this.#replaced === null
      ? this.#part(this.entry.previousValue, column)
      : (recordValues(this.#replaced).get(column) ?? null)
  }

  /** `replaced`: what the record holds in the entry's columns now. */
  apply(now: number, replaced: ReadonlyMap<string, CanonicalValue>): void {
    this.appliedOn = now
    this.row.appliedOn = new Date(now)
    if ([...replaced].every(([column, value]) => this.replacedValueOf(column) === value)) return
    this.#replaced = recordText(replaced)
    this.row.replacedValue = this.#replaced
  }

  supersede(now: number): void {
    this.supersededOn = now
    this.row.supersededOn = new Date(now)
  }

  /** Makes it the applied head again. */
  reinstate(): void {
    this.supersededOn = null
    this.row.supersededOn = null
  }

  staleOn(time: number | null): void {
    this.row.staleOn = time === null ? null : new Date(time)
  }

  /** A first of two certifications: the entry waits on, for a second person. */
  certifiedOnce({ by, on }: Decider, reason: string): void {
    this.row.firstCertifiedBy = reference(integrationLedger.columns.firstCertifiedBy, by)
    this.row.firstCertifiedOn = new Date(on)
    this.#append({ status: 'firstCertified', by, on })
    this.putBack(reason)
  }

  certified({ by, on }: Decider, now: number, reason: string): void {
    this.row.certifiedBy = reference(integrationLedger.columns.certifiedBy, by)
    this.row.certifiedDateTime = new Date(on)
    this.#append({ status: 'certified', by, on })
    this.#decided('certified', { by, on }, now, reason)
  }

  /** Certified by the service itself when a job wrote it: nobody decided anything. */
  certifiedAtOnce(decider: Decider): void {
    this.settled = 'certified'
    this.row.settledStatus = 'certified'
    this.#append({ status: 'certified', ...decider })
  }

  /** Given up or taken back. */
  withdrawn(status: 'rejected' | 'revoked', decider: Decider, now: number, reason: string): void {
    const on = this.#decided(status, decider, now, reason)
    this.#append({ status, by: decider.by, on })
  }

  /** Nothing came of the decision. */
  putBack(reason: string): void {
    const { row, settled } = this
    this.status = settled
    row.ledgerStatus = settled
    row.reason = clipped(reason, maxLength.message)
    if (settled === 'pending') {
      row.certifiedBy = null
      row.certifiedDateTime = null
    }
    // Where this decision was not noted, the columns tell of the one that stays in effect.
    if (settled !== 'pending' && this.entry.noted === null) return
    row.decidedStatus = null
    row.decidedBy = null
    row.decidedDateTime = null
  }

  /** The time in milliseconds that the decision is noted with. */
  #decided(status: LedgerStatus, { by }: Decider, now: number, reason: string): number {
    const { row, entry } = this
    const noted = entry.status === status ? entry.noted : null
    if (this.status !== status) row.ledgerStatus = status
    this.status = status
    this.settled = status
    row.settledStatus = status
    row.reason = clipped(reason, maxLength.message)
    row.decidedStatus = status
    row.decidedBy = reference(integrationLedger.columns.decidedBy, by)
    const on = noted?.on ?? now
    row.decidedDateTime = new Date(on)
    return on
  }

  #append(decision: SettledDecision): void {
    this.row.decisionHash = decisionHash(
      this.row.decisionHash ?? this.entry.decisionHash,
      this.entry.id,
      decision,
    )
  }

  #part(text: CanonicalValue, column: string): CanonicalValue {
    if (this.entry.aspectKey !== wholeRecord) return text
    return recordValues(text).get(column) ?? null
  }
}
