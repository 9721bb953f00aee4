import type { HostedTable } from '../schema/index.js'
import { contact, systemUser } from '../../tables/index.js'
import { quoted } from '../store/index.js'

/** Tables of people: their primary name is made of two other columns when it is not given. */
const namesOfPeople: ReadonlyMap<string, readonly [string, string]> = new Map(
  [contact, systemUser].map((table) => [
    table.logicalName,
    [table.columns.firstName.logicalName, table.columns.lastName.logicalName],
  ]),
)

/**
 * The SQL expression of a computed primary name; undefined where the table computes none, the row
 * gives the name itself, or (on update) none of its parts changes.
 *
 * `parameterOf`: the SQL parameter of a column the row gives, or undefined.
 */
export function computedName(
  table: HostedTable,
  parameterOf: (column: string) => string | undefined,
  missing: 'null' | 'stored',
): string | undefined {
  const parts = namesOfPeople.get(table.logicalName)
  if (!parts || parameterOf(table.primaryName) !== undefined) return undefined
  if (parts.every((part) => parameterOf(part) === undefined)) return undefined
  const terms = parts.map((part) => {
    const value = parameterOf(part) ?? (missing === 'stored' ? quoted(part) : 'NULL')
    return `coalesce(${value}, '')`
  })
  return `nullif(trim(${terms.join(` || ' ' || `)}), '')`
}
