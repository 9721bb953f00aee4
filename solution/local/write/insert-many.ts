import type { SqlValue } from './value-reader.js'

/** The parts of an `INSERT` of one row. Its expressions name the row's values `?1`, `?2`, ... */
export interface InsertText {
  /** In quotes. */
  readonly table: string
  /** A list, in quotes. */
  readonly columns: string
  readonly expressions: readonly string[]
}

export interface ManyRows {
  readonly sql: string
  readonly parameters: readonly SqlValue[]
}

/**
 * One statement that inserts all the rows: values that differ between them go in as one JSON text,
 * those that all rows share as parameters. A statement of its own costs a row some 5 microseconds
 * and each value bound another, which is more than SQLite needs to store it.
 *
 * The subquery has an OFFSET so that SQLite does not flatten it, which would parse a row once for
 * each of its columns. OR FAIL spares the statement journal that would undo the rows before a
 * refused one; the caller's transaction does.
 *
 * Undefined where JSON would not carry a value as it is: a fraction, or a text with characters that
 * need an escape by number (NUL, half a surrogate pair).
 */
export function insertMany(
  { table, columns, expressions }: InsertText,
  rows: readonly (readonly SqlValue[])[],
): ManyRows | undefined {
  const [first = []] = rows
  const parameters: SqlValue[] = ['']
  const differing: number[] = []
  const names = first.map((value, at) => {
    if (rows.every((row) => row[at] === value)) return `?${parameters.push(value)}`
    return `row ->> ${differing.push(at) - 1}`
  })
  if (rows.some((row) => differing.some((at) => isFraction(row[at])))) return undefined
  const json = JSON.stringify(rows.map((row) => differing.map((at) => row[at])))
  if (json.includes('\\u')) return undefined
  parameters[0] = json
  const values = expressions.map((expression) =>
    expression.replace(/\?(\d+)/g, (_, number) => names[Number(number) - 1] ?? 'NULL'),
  )
  return {
    sql:
      `INSERT OR FAIL INTO ${table} (${columns}) SELECT ${values.join(', ')} ` +
      'FROM (SELECT jsonb(value) AS row FROM json_each(?1) LIMIT -1 OFFSET 0)',
    parameters,
  }
}

function isFraction(value: SqlValue | undefined): boolean {
  return typeof value === 'number' && !Number.isSafeInteger(value)
}
