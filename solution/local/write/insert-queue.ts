import type { HostedTable } from '../schema/index.js'
import { constraintError } from './constraint-error.js'
import { insertMany } from './insert-many.js'
import type { InsertPlan } from './insert-plan.js'
import type { StatementCache } from './statement-cache.js'
import type { SqlValue } from './value-reader.js'

/** Rows in one statement: beyond some hundreds a row costs no less, only memory more. */
const mostRows = 500
/** Fewer rows are cheaper one by one. */
const fewestRows = 8

/**
 * New rows of a bulk message on their way into the store, in their order. They are there for
 * queries only after `flush`.
 */
export class InsertQueue {
  readonly #table: HostedTable
  readonly #statements: StatementCache
  #plan: InsertPlan | undefined
  #rows: (readonly SqlValue[])[] = []

  constructor(table: HostedTable, statements: StatementCache) {
    this.#table = table
    this.#statements = statements
  }

  /** `values`: all that the plan's statement takes. */
  add(plan: InsertPlan, values: readonly SqlValue[]): void {
    if (plan !== this.#plan || this.#rows.length >= mostRows) {
      this.flush()
      this.#plan = plan
    }
    this.#rows.push(values)
  }

  /** Throws a `DataverseError` where the store refuses a row. */
  flush(): void {
    const rows = this.#rows
    const plan = this.#plan
    this.#rows = []
    if (!plan || rows.length === 0) return
    try {
      this.#insert(plan, rows)
    } catch (error) {
      throw constraintError(this.#table, error)
    }
  }

  #insert(plan: InsertPlan, rows: readonly (readonly SqlValue[])[]): void {
    const many = rows.length < fewestRows ? undefined : insertMany(plan.text, rows)
    if (many) this.#statements.prepare(many.sql).run(many.parameters)
    else for (const values of rows) plan.statement.run(values)
  }
}
