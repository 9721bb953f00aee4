import { systemUser, team } from '../../tables/index.js'
import { quoted } from '../store/index.js'

/** The business unit of a user or team, in SQL. `owner` is the SQL of its id. */
export function businessUnitOf(owner: string): string {
  const [ofUser, ofTeam] = [systemUser, team].map(
    (table) =>
      `(SELECT ${quoted(table.columns.businessUnit.logicalName)} ` +
      `FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ${owner})`,
  )
  return `coalesce(${ofUser ?? 'NULL'}, ${ofTeam ?? 'NULL'})`
}
