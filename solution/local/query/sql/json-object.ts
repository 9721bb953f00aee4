import { quoted } from '../../store/sql-names.js'
import { valueType } from './literal-values.js'
import type { ColumnRef } from './row-source.js'

/** A member of a JSON object: its name, and the SQL of its value. */
export interface JsonMember {
  readonly name: string
  readonly sql: string
  /** True where the value is an object or a list itself. */
  readonly nested?: boolean
}

/** SQLite takes 127 arguments in a call. */
const mostMembers = 60

/**
 * SQL that makes the JSON text of an object, so that a row leaves SQLite in the form it is sent in.
 * Texts are joined at their braces, so of every 60 members a plain one comes last.
 */
export function jsonObject(members: readonly JsonMember[]): string {
  const parts: string[] = []
  for (let start = 0; start < members.length; start += mostMembers) {
    const some = plainLast(members.slice(start, start + mostMembers))
    parts.push(`json_object(${some.map(({ name, sql }) => `${sqlText(name)}, ${sql}`).join(', ')})`)
  }
  return parts
    .map((part, index) => {
      const opened = index === 0 ? part : `substr(${part}, 2)`
      return index === parts.length - 1 ? opened : `rtrim(${opened}, '}')`
    })
    .join(` || ',' || `)
}

function plainLast(members: readonly JsonMember[]): readonly JsonMember[] {
  if (members.at(-1)?.nested !== true || members.length < mostMembers) return members
  return [...members.filter((one) => one.nested), ...members.filter((one) => !one.nested)]
}

/** A column's value in JSON: yes/no as a boolean, numbers with every digit they are stored with. */
export function jsonValue({ column, sql }: ColumnRef): string {
  switch (valueType(column)) {
    case 'yesNo':
      return `json(CASE ${sql} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)`
    case 'real':
      return jsonReal(sql)
    case 'text':
    case 'guid':
    case 'integer':
    case 'dateTime':
    case 'date':
      return sql
  }
}

/** SQLite writes 15 digits; a few numbers need 17 to be read as the same number again. */
export function jsonReal(sql: string): string {
  const short = `printf('%!.15g', ${sql})`
  return (
    `CASE WHEN ${sql} IS NULL THEN NULL ELSE json(CASE WHEN CAST(${short} AS REAL) = ${sql} ` +
    `THEN ${short} ELSE printf('%!.17g', ${sql}) END) END`
  )
}

export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** The primary name of the row that a lookup points at, null where it points nowhere. */
export function primaryNameOf(
  targets: readonly { readonly table: string; readonly id: string; readonly name: string }[],
  lookup: string,
): string {
  const names = targets.map(
    ({ table, id, name }) =>
      `(SELECT ${quoted(name)} FROM ${quoted(table)} WHERE ${quoted(id)} = ${lookup})`,
  )
  return names.length > 1 ? `COALESCE(${names.join(', ')})` : (names[0] ?? 'NULL')
}
