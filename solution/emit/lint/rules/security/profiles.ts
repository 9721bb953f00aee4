import { childOf, childrenOf, textAt } from '../../../../model/xml.js'
import { within } from '../../facts/place.js'
import { columnNamed } from '../../facts/table.js'
import type { Rule } from '../../rule.js'

/** Not of the reference's list: a permission for nothing protects nothing. */
export const profilePermissions: Rule = {
  id: 'R4',
  level: 'error',
  sentence: 'Every permission of a column security profile is for a secured column that exists.',
  *check(facts) {
    for (const { node, place } of facts.ofType('70')) {
      for (const permission of childrenOf(childOf(node, 'FieldPermissions'), 'FieldPermission')) {
        const tableName = textAt(permission, 'EntityName') ?? ''
        const columnName = textAt(permission, 'AttributeName') ?? ''
        const at = within(place, `FieldPermission ${tableName}.${columnName}`, permission)
        const table = facts.table(tableName)
        const column = table && columnNamed(table, columnName)
        if (!facts.knowsTable(tableName)) {
          yield { at, message: `There is no table "${tableName}" in the package or the platform.` }
        } else if (table?.whole && !column) {
          yield { at, message: `The table "${tableName}" has no column "${columnName}".` }
        } else if (column && textAt(column.node, 'IsSecured') !== '1') {
          yield {
            at,
            message: `The column "${columnName}" has IsSecured "${textAt(column.node, 'IsSecured') ?? ''}"; expected 1.`,
          }
        }
      }
    }
  },
}
