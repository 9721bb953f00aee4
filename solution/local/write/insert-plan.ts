import { defaultStatus, rowState, systemColumn, usualStatus } from '../schema/index.js'
import type { HostedTable } from '../schema/index.js'
import type { Counters } from '../store/index.js'
import { quoted, quotedList } from '../store/index.js'
import { autoNumber } from './auto-number.js'
import { businessUnitOf } from './business-unit.js'
import { computedName } from './computed-name.js'
import type { InsertText } from './insert-many.js'
import { newRowId } from './row-id.js'
import type { WriteSession } from './session.js'
import type { Statement, StatementCache } from './statement-cache.js'
import type { SqlValue } from './value-reader.js'

/** The statement that creates rows of one shape, and what it needs besides the row's own values. */
export interface InsertPlan {
  readonly statement: Statement
  /** What the statement is made of. */
  readonly text: InsertText
  /** Appends to the values what the platform adds. Returns the new row's id. */
  readonly complete: (values: SqlValue[], session: WriteSession, counters: Counters) => string
}

/** One value that the plan fills: in place where the row has the column, else appended. */
type Completion = (values: SqlValue[], session: WriteSession, counters: Counters) => void

/** SQL of the columns and their values, while an insert is put together. */
class Insert {
  readonly columns: string[] = []
  readonly expressions: string[] = []
  readonly completions: Completion[] = []
  #parameters: number

  constructor(given: readonly string[]) {
    this.#parameters = given.length
  }

  /** Where in the values the next parameter will be. */
  get nextPosition(): number {
    return this.#parameters
  }

  set(column: string, expression: string): void {
    this.columns.push(column)
    this.expressions.push(expression)
  }

  /** A further parameter, its value appended by `completion`. */
  parameter(completion: Completion): string {
    this.completions.push(completion)
    this.#parameters += 1
    return `?${this.#parameters}`
  }
}

export function planInsert(
  table: HostedTable,
  given: readonly string[],
  statements: StatementCache,
): InsertPlan {
  const insert = new Insert(given)
  const parameterOf = (column: string) => {
    const at = given.indexOf(column)
    return at < 0 ? undefined : `?${at + 1}`
  }
  for (const column of given) {
    if (table.columns.get(column)?.validForCreate === false) continue
    if (column === systemColumn.overriddenCreatedOn) continue
    insert.set(column, parameterOf(column) ?? 'NULL')
  }
  const idAt = planId(table, given, insert)
  planName(table, given, insert, parameterOf)
  const user = insert.parameter((values, session) => values.push(session.caller.userId))
  planStamps(insert, user, parameterOf(systemColumn.overriddenCreatedOn))
  planOwner(table, insert, user, parameterOf(systemColumn.owner))
  planStatus(table, given, insert)

  const { completions, expressions } = insert
  const text = {
    table: quoted(table.logicalName),
    columns: quotedList(insert.columns),
    expressions,
  }
  return {
    statement: statements.prepare(
      `INSERT INTO ${text.table} (${text.columns}) VALUES (${expressions.join(', ')})`,
    ),
    text,
    complete: (values, session, counters) => {
      for (const completion of completions) completion(values, session, counters)
      return String(values[idAt])
    },
  }
}

/** Where in the values the id is: given by the client, or made here. */
function planId(table: HostedTable, given: readonly string[], insert: Insert): number {
  const at = given.indexOf(table.primaryId)
  if (at >= 0) {
    insert.completions.push((values) => {
      values[at] ??= newRowId()
    })
    return at
  }
  const position = insert.nextPosition
  insert.set(
    table.primaryId,
    insert.parameter((values) => values.push(newRowId())),
  )
  return position
}

function planName(
  table: HostedTable,
  given: readonly string[],
  insert: Insert,
  parameterOf: (column: string) => string | undefined,
): void {
  const computed = computedName(table, parameterOf, 'null')
  if (computed !== undefined) insert.set(table.primaryName, computed)
  const format = table.columns.get(table.primaryName)?.autoNumberFormat
  if (format === undefined) return
  const counter = `${table.logicalName}.${table.primaryName}`
  const at = given.indexOf(table.primaryName)
  if (at >= 0) {
    insert.completions.push((values, session, counters) => {
      values[at] ??= autoNumber(counter, format, counters, session.now)
    })
    return
  }
  insert.set(
    table.primaryName,
    insert.parameter((values, session, counters) =>
      values.push(autoNumber(counter, format, counters, session.now)),
    ),
  )
}

/**
 * Creation date and the like. A row that brings `overriddencreatedon` has that as its creation
 * date, and the true one in `overriddencreatedon`, as the platform swaps them.
 */
function planStamps(insert: Insert, user: string, overridden: string | undefined): void {
  const now = insert.parameter((values, session) => values.push(session.now))
  const delegate = insert.parameter((values, session) => values.push(session.caller.delegateId))
  const version = insert.parameter((values, _, counters) => values.push(counters.nextVersion()))
  if (overridden === undefined) {
    insert.set(systemColumn.createdOn, now)
  } else {
    insert.set(systemColumn.createdOn, `coalesce(${overridden}, ${now})`)
    insert.set(
      systemColumn.overriddenCreatedOn,
      `CASE WHEN ${overridden} IS NOT NULL THEN ${now} END`,
    )
  }
  insert.set(systemColumn.modifiedOn, now)
  insert.set(systemColumn.createdBy, user)
  insert.set(systemColumn.modifiedBy, user)
  insert.set(systemColumn.createdOnBehalfBy, delegate)
  insert.set(systemColumn.versionNumber, version)
}

/** Where new rows have another status reason than the stored column's default. */
function planStatus(table: HostedTable, given: readonly string[], insert: Insert): void {
  if (given.includes(systemColumn.status)) return
  const status = defaultStatus(table, rowState.active.value)
  if (status !== null && status !== usualStatus) insert.set(systemColumn.status, String(status))
}

/** A row belongs to its caller, unless it names another owner. */
function planOwner(
  table: HostedTable,
  insert: Insert,
  user: string,
  owner: string | undefined,
): void {
  if (table.ownership !== 'user') return
  if (owner !== undefined) {
    insert.set(systemColumn.owningBusinessUnit, businessUnitOf(owner))
    return
  }
  insert.set(systemColumn.owner, user)
  insert.set(
    systemColumn.owningBusinessUnit,
    insert.parameter((values, session) => values.push(session.caller.businessUnitId)),
  )
}
