import { DataverseError } from '../errors.js'
import { defaultStatus, systemColumn } from '../schema/index.js'
import type { HostedTable } from '../schema/index.js'
import type { JsonRow } from './row-shape.js'

/** True when a row says something of its state or status reason. */
export function touchesState(row: JsonRow): boolean {
  return systemColumn.state in row || systemColumn.status in row
}

/**
 * State and status reason belong together: the row with both of them. A state brings its first
 * status reason; a reason of another state is refused with 0x80048408.
 *
 * `current`: the row's state before, which holds where the row gives none.
 */
export function withState(table: HostedTable, row: JsonRow, current: number): JsonRow {
  const state = row[systemColumn.state] ?? current
  const statuses = [...(table.columns.get(systemColumn.status)?.options?.values() ?? [])]
  const status =
    row[systemColumn.status] ?? (typeof state === 'number' ? defaultStatus(table, state) : null)
  const isPair = statuses.some((one) => one.value === status && one.state === state)
  if (typeof state === 'number' && typeof status === 'number' && !isPair) {
    throw new DataverseError(
      'statusNotOfState',
      `${status} is not a valid status code for state code ${state} of ${table.logicalName}.`,
    )
  }
  return { ...row, [systemColumn.state]: state, [systemColumn.status]: status }
}
