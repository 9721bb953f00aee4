import { systemColumn } from '../schema/index.js'
import type { HostedTable } from '../schema/index.js'
import { quoted } from '../store/index.js'
import { businessUnitOf } from './business-unit.js'
import { computedName } from './computed-name.js'
import type { Statement, StatementCache } from './statement-cache.js'

/**
 * The statement that changes one row to the values of one shape. Its parameters are the row's
 * values, then now, the user, the delegate, the version and the row's id.
 */
export interface UpdatePlan {
  readonly statement: Statement
  /** Where in the values the row's own id is, if the row gives it; -1 otherwise. */
  readonly idAt: number
}

export function planUpdate(
  table: HostedTable,
  given: readonly string[],
  statements: StatementCache,
): UpdatePlan {
  const parameterOf = (column: string) => {
    const at = given.indexOf(column)
    return at < 0 ? undefined : `?${at + 1}`
  }
  const [now, user, delegate, version, id] = [1, 2, 3, 4, 5].map((n) => `?${given.length + n}`)
  const changes: string[] = []
  const set = (column: string, expression: string | undefined) => {
    if (expression !== undefined) changes.push(`${quoted(column)} = ${expression}`)
  }
  for (const column of given) {
    if (table.columns.get(column)?.validForUpdate === false) continue
    set(column, parameterOf(column))
  }
  set(table.primaryName, computedName(table, parameterOf, 'stored'))
  const owner = parameterOf(systemColumn.owner)
  if (owner !== undefined) set(systemColumn.owningBusinessUnit, businessUnitOf(owner))
  set(systemColumn.modifiedOn, now)
  set(systemColumn.modifiedBy, user)
  set(systemColumn.modifiedOnBehalfBy, delegate)
  set(systemColumn.versionNumber, version)
  return {
    statement: statements.prepare(
      `UPDATE ${quoted(table.logicalName)} SET ${changes.join(', ')} ` +
        `WHERE ${quoted(table.primaryId)} = ${id ?? ''}`,
    ),
    idAt: given.indexOf(table.primaryId),
  }
}
