import { DataverseError } from '../errors.js'
import type { HostedTable } from '../schema/index.js'

/** The platform's error for a row that SQLite refused, or the error itself when it is another. */
export function constraintError(table: HostedTable, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return duplicateRecord()
  if (error.code !== 'SQLITE_CONSTRAINT_UNIQUE') return error
  const columns = violatedColumns(error.message)
  const key = table.keys.find((one) => one.columns.join() === columns.join())
  if (!key) return duplicateRecord()
  const labels = key.columns.map((name) => table.columns.get(name)?.label ?? name).join(', ')
  return new DataverseError(
    'duplicateKey',
    `A record that has the attribute values ${labels} already exists. The entity key ` +
      `${key.label} requires that this set of attributes contains unique values. ` +
      'Select unique values and try again.',
  )
}

export function duplicateRecord(): DataverseError {
  return new DataverseError('duplicateRecord', 'A record with matching key values already exists.')
}

/** SQLite says `UNIQUE constraint failed: table.first, table.second`. */
function violatedColumns(message: string): readonly string[] {
  const list = message.slice(message.lastIndexOf(': ') + 2)
  return list.split(', ').map((name) => name.slice(name.indexOf('.') + 1))
}
