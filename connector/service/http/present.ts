import type { RowOf, Table } from '../../../solution/model/index.js'
import { utcSeconds } from './formats.js'

/**
 * Columns of a row as answers have them: choices by label, times in UTC to the second, lookups by
 * id. An empty column is left out.
 */
export function presentColumns<T extends Table, Name extends keyof T['columns'] & string>(
  table: T,
  row: Partial<Pick<RowOf<T>, Name>>,
  names: readonly Name[],
): Readonly<Record<string, unknown>> {
  const answer: Record<string, unknown> = {}
  for (const name of names) {
    const value = presented(table, name, row[name])
    if (value !== undefined) answer[name] = value
  }
  return answer
}

function presented(table: Table, name: string, value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (value instanceof Date) return utcSeconds(value)
  const options = table.columns[name]?.options
  return options && typeof value === 'string' ? options[value]?.label : value
}

/** Properties without those that are null or undefined. */
export function present(
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== null && value !== undefined),
  )
}
