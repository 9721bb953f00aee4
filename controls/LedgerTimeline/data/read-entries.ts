import { aspectNames, statusNames } from '../../shared/ledger/choice-names.js'
import type { Entry, LedgerStatus, Moment, RowLink } from '../../shared/ledger/entry.js'
import { ledgerTable } from '../../shared/ledger/ledger-table.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet
type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord

/** The entries that the data set holds now, each once, in its order. `userId`: who looks at them. */
export function readEntries(
  { records, sortedRecordIds }: Pick<DataSet, 'records' | 'sortedRecordIds'>,
  userId: string,
): readonly Entry[] {
  const entries: Entry[] = []
  for (const id of new Set(sortedRecordIds)) {
    const record = records[id]
    if (record) entries.push(new EntryOfRecord(id, record, userId))
  }
  return entries
}

/**
 * An entry over a record of the data set. What orders, groups and marks entries is read at once; the
 * rest when it is drawn, which of a long list most never are.
 */
class EntryOfRecord implements Entry {
  readonly aspectKey: string
  readonly targetTable: string
  readonly targetId: string
  readonly source: string
  readonly status: LedgerStatus
  readonly observed: Moment | null
  readonly applied: Moment | null
  readonly superseded: Moment | null
  readonly #isStatusKnown: boolean

  constructor(
    readonly id: string,
    private readonly record: EntityRecord,
    private readonly userId: string,
  ) {
    this.aspectKey = this.text(ledgerTable.aspectKey)
    this.targetTable = this.text(ledgerTable.targetTable)
    this.targetId = this.text(ledgerTable.targetId)
    this.source = this.text(ledgerTable.source)
    const status = this.statusIn(ledgerTable.status)
    this.status = status ?? 'pending'
    this.observed = this.moment(ledgerTable.observed)
    this.applied = this.lateMoment(ledgerTable.applied)
    this.superseded = this.lateMoment(ledgerTable.superseded)
    this.#isStatusKnown = status !== null
  }

  get value() {
    return this.text(ledgerTable.value)
  }

  /** An inactive row's state is 1; of an unknown status nobody can tell what may be done. */
  get isActive() {
    return this.#isStatusKnown && Number(this.record.getValue(ledgerTable.state)) !== 1
  }

  get name() {
    return this.text(ledgerTable.name)
  }

  get aspect() {
    return aspectNames.get(Number(this.record.getValue(ledgerTable.aspect))) ?? 'field'
  }

  get settledStatus() {
    return this.statusIn(ledgerTable.settledStatus)
  }

  get previousValue() {
    return this.text(ledgerTable.previousValue)
  }

  get reason() {
    return this.text(ledgerTable.reason)
  }

  get trace() {
    return this.text(ledgerTable.trace)
  }

  get notes() {
    return this.text(ledgerTable.notes)
  }

  get lastConfirmed() {
    return this.moment(ledgerTable.lastConfirmed)
  }

  get stale() {
    return this.moment(ledgerTable.stale)
  }

  get certifiedBy() {
    return this.link(ledgerTable.certifiedBy)
  }

  get certified() {
    return this.moment(ledgerTable.certified)
  }

  get firstCertifiedBy() {
    return this.link(ledgerTable.firstCertifiedBy)
  }

  get firstCertified() {
    return this.moment(ledgerTable.firstCertified)
  }

  get isFirstMine() {
    return this.firstCertifiedBy?.id === this.userId
  }

  get drifted() {
    return this.moment(ledgerTable.drifted)
  }

  get outsideValue() {
    return this.text(ledgerTable.outsideValue)
  }

  get item() {
    return this.link(ledgerTable.item)
  }

  get job() {
    return this.link(ledgerTable.job)
  }

  private text(column: string): string {
    return textOf(this.record.getValue(column))
  }

  private statusIn(column: string): LedgerStatus | null {
    return statusNames.get(Number(this.record.getValue(column))) ?? null
  }

  private moment(column: string): Moment | null {
    return momentOf(this.record, column)
  }

  /** Of most entries it matters only that there is one. */
  private lateMoment(column: string): Moment | null {
    const value: unknown = this.record.getValue(column)
    return value === null || value === '' ? null : new MomentOfRecord(this.record, column)
  }

  private link(column: string): RowLink | null {
    return linkOf(this.record.getValue(column))
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Null for no time, and for one that nobody can read. */
function momentOf(record: EntityRecord, column: string): Moment | null {
  const at = timeOf(record.getValue(column))
  return Number.isNaN(at) ? null : new MomentOfRecord(record, column, at)
}

function timeOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : Date.parse(textOf(value))
}

/** What it says is made when it is shown: most entries of a long list never are. */
class MomentOfRecord implements Moment {
  readonly #record: EntityRecord
  readonly #column: string
  #at: number | undefined

  constructor(record: EntityRecord, column: string, at?: number) {
    this.#record = record
    this.#column = column
    this.#at = at
  }

  /** A time that nobody can read is that of the beginning; its text is the platform's all the same. */
  get at(): number {
    return (this.#at ??= timeOf(this.#record.getValue(this.#column)) || 0)
  }

  get text(): string {
    return this.#record.getFormattedValue(this.#column)
  }
}

/** Lookups of a data set: `{ etn, id: { guid }, name }`. */
function linkOf(value: unknown): RowLink | null {
  const reference = value as Partial<ComponentFramework.EntityReference> | null | undefined
  if (!reference?.id || !reference.etn) return null
  return { table: reference.etn, id: reference.id.guid, name: reference.name ?? '' }
}
