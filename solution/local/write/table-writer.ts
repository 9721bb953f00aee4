import { isGuid, normalGuid } from '../query/resource-path.js'
import { rowState, systemColumn } from '../schema/index.js'
import type { HostedTable } from '../schema/index.js'
import type { Counters, KnownRows } from '../store/index.js'
import { constraintError } from './constraint-error.js'
import { planInsert } from './insert-plan.js'
import type { InsertPlan } from './insert-plan.js'
import { InsertQueue } from './insert-queue.js'
import { payloadError } from './payload-error.js'
import { noSuchRow } from './row-finder.js'
import type { RowFinder } from './row-finder.js'
import type { JsonRow, RowReader } from './row-shape.js'
import { touchesState, withState } from './row-state.js'
import type { WriteSession } from './session.js'
import type { Statement, StatementCache } from './statement-cache.js'
import { planUpdate } from './update-plan.js'
import type { SqlValue } from './value-reader.js'

/** Called with each row before it is written; throws to refuse it, as a plug-in would. */
export type RowGuard = (table: string, row: JsonRow) => void

/** What the writers of all tables share. */
export interface TableWriterServices {
  readonly counters: Counters
  readonly knownRows: KnownRows
  readonly guard: RowGuard
}

/** A row read and completed, yet to be inserted. */
interface NewRow {
  readonly plan: InsertPlan
  readonly values: SqlValue[]
  readonly id: string
}

/**
 * Creates and changes rows of one table. Every method throws a `DataverseError` where Dataverse
 * would refuse, and is to be called inside a transaction.
 */
export class TableWriter {
  constructor(
    private readonly table: HostedTable,
    private readonly rows: RowReader,
    private readonly finder: RowFinder,
    private readonly statements: StatementCache,
    private readonly services: TableWriterServices,
  ) {}

  /** Creates a row, with the primary id it names or a new one. Returns the id. */
  create(row: JsonRow, session: WriteSession): string {
    const { plan, values, id } = this.#newRow(row, session)
    this.#run(plan.statement, values)
    return id
  }

  /** Creates rows, as `create` does one after another, but many in a statement. Returns the ids. */
  createMany(rows: readonly JsonRow[], session: WriteSession): readonly string[] {
    const queue = new InsertQueue(this.table, this.statements)
    session.queue = queue
    const ids: string[] = []
    try {
      for (const row of rows) {
        const { plan, values, id } = this.#newRow(row, session)
        queue.add(plan, values)
        ids.push(id)
      }
    } finally {
      session.queue = undefined
      // Where a row is refused, but the store refuses one before it, that is the error to tell.
      queue.flush()
    }
    return ids
  }

  /** Creates a row whose id the address names. */
  createWithId(id: string, row: JsonRow, session: WriteSession): string {
    const given = row[this.table.primaryId]
    if (given === undefined) return this.create({ ...row, [this.table.primaryId]: id }, session)
    this.#requireSameId(given, id)
    return this.create(row, session)
  }

  /** Changes the row of this id; 404 when there is none. */
  update(id: string, row: JsonRow, session: WriteSession): void {
    this.services.guard(this.table.logicalName, row)
    const { shape, values } = this.rows.read(
      touchesState(row) ? withState(this.table, row, this.#stateOf(id)) : row,
      session,
    )
    shape.update ??= planUpdate(this.table, shape.columns, this.statements)
    const { idAt, statement } = shape.update
    if (idAt >= 0) this.#requireSameId(values[idAt], id)
    const { userId, delegateId } = session.caller
    values.push(session.now, userId, delegateId, this.services.counters.nextVersion(), id)
    if (this.#run(statement, values) === 0) throw noSuchRow(this.table, id)
    session.count(this.table.logicalName, 'updated')
  }

  /** The primary id a row names, in lower case; undefined when it names none. */
  idOf(row: JsonRow): string | undefined {
    const id = row[this.table.primaryId]
    return typeof id === 'string' && isGuid(id) ? normalGuid(id) : undefined
  }

  /** The primary id a row names; throws 400 when it names none. */
  requireId(row: JsonRow): string {
    const id = this.idOf(row)
    if (id !== undefined) return id
    throw payloadError(this.table, `The row has no '${this.table.primaryId}' that is a GUID.`)
  }

  #newRow(row: JsonRow, session: WriteSession): NewRow {
    const { counters, guard, knownRows } = this.services
    guard(this.table.logicalName, row)
    const { shape, values } = this.rows.read(
      touchesState(row) ? withState(this.table, row, rowState.active.value) : row,
      session,
    )
    shape.insert ??= planInsert(this.table, shape.columns, this.statements)
    const id = shape.insert.complete(values, session, counters)
    knownRows.add(this.table.logicalName, id)
    session.count(this.table.logicalName, 'created')
    return { plan: shape.insert, values, id }
  }

  #run(statement: Statement, values: SqlValue[]): number {
    try {
      return statement.run(values).changes
    } catch (error) {
      throw constraintError(this.table, error)
    }
  }

  #stateOf(id: string): number {
    const state = this.finder.values(this.table, id, [systemColumn.state])?.[0]
    return typeof state === 'number' ? state : rowState.active.value
  }

  #requireSameId(given: unknown, id: string): void {
    if (typeof given === 'string' && given.toLowerCase() === id) return
    throw payloadError(
      this.table,
      `The row's '${this.table.primaryId}' is not the id in its address, ${id}.`,
    )
  }
}
