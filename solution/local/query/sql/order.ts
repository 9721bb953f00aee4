import { isLookup } from '../../schema/index.js'
import type { OrderKey } from '../expression.js'
import { primaryNameOf } from './json-object.js'
import type { ColumnRef, RowSource } from './row-source.js'

/** One key of an order: rows are sorted by `sql`, empty values first (last when descending). */
export interface SortKey {
  readonly sql: string
  readonly descending: boolean
}

/** The keys of an order, ended by the primary id so that no two rows are equal. */
export function compileOrder(keys: readonly OrderKey[], source: RowSource): readonly SortKey[] {
  const sorted: SortKey[] = []
  for (const { path, descending } of keys) {
    const sql = sortedBy(source.resolve(path), source)
    if (!sorted.some((key) => key.sql === sql)) sorted.push({ sql, descending })
  }
  const unique = sorted.some((key) => key.sql === source.primaryId)
  return unique ? sorted : [...sorted, { sql: source.primaryId, descending: false }]
}

/** A lookup sorts by the name it shows, everything else by its value. */
function sortedBy({ column, sql }: ColumnRef, { schema }: RowSource): string {
  if (!isLookup(column)) return sql
  return `${primaryNameOf(lookupTargets(schema, column.targets), sql)} COLLATE NOCASE`
}

/** The hosted tables among a lookup's targets, with where their ids and names are. */
export function lookupTargets(
  schema: RowSource['schema'],
  targets: readonly string[],
): readonly { readonly table: string; readonly id: string; readonly name: string }[] {
  return targets.flatMap((target) => {
    const table = schema.tables.get(target)
    if (!table) return []
    return [{ table: table.logicalName, id: table.primaryId, name: table.primaryName }]
  })
}

export function orderByClause(keys: readonly SortKey[]): string {
  return keys.map(({ sql, descending }) => `${sql}${descending ? ' DESC' : ''}`).join(', ')
}

/**
 * The condition that a row comes after the one whose key values are given (as `after0`, ...).
 * Which of them are null is part of the statement, since null sorts before every value.
 */
export function afterRow(
  keys: readonly SortKey[],
  isNull: readonly boolean[],
  { builder }: RowSource,
): string {
  const equal: string[] = []
  const alternatives = keys.map(({ sql, descending }, index) => {
    const given = builder.bindGiven(`after${index}`)
    const beyond = laterThan(sql, given, descending, isNull[index] ?? false)
    const condition = [...equal, beyond].join(' AND ')
    equal.push(`${sql} IS ${given}`)
    return condition
  })
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `(${alternatives.join(' OR ')})`
}

function laterThan(sql: string, given: string, descending: boolean, isNull: boolean): string {
  if (isNull) return descending ? 'FALSE' : `${sql} IS NOT NULL`
  return descending ? `(${sql} < ${given} OR ${sql} IS NULL)` : `${sql} > ${given}`
}
