import { organizationOwnedColumns, userOwnedColumns } from '../../facts/column.js'
import type { TableFacts } from '../../facts/table.js'
import type { Rule } from '../../rule.js'

export const systemColumns: Rule = {
  id: 'T4',
  level: 'error',
  sentence: "A table has the platform's columns of its kind of ownership.",
  *check({ tables, manifest }) {
    if (!manifest.modern) return
    for (const table of tables.filter(({ ordinary }) => ordinary)) {
      const present = new Set(table.columns.map(({ logicalName }) => logicalName))
      for (const name of columnsOf(table)) {
        if (present.has(name)) continue
        yield {
          at: table.place,
          message: `The table has no column "${name}"; expected in every table with OwnershipTypeMask ${table.ownership}.`,
        }
      }
    }
  },
}

function columnsOf({ ownership }: TableFacts): readonly string[] {
  if (ownership === 'UserOwned') return userOwnedColumns
  return ownership === 'OrgOwned' ? organizationOwnedColumns : []
}

/** Without them the import fails at "CreateAsyncOperationRelationship". */
export const systemRelationships: Rule = {
  id: 'T10',
  level: 'error',
  sentence: "A table has the platform's relationships, their names in lower case.",
  *check({ tables, relationships }) {
    const names = new Map(relationships.map((each) => [each.name.toLowerCase(), each] as const))
    for (const table of tables.filter(({ ordinary }) => ordinary)) {
      for (const name of relationshipsOf(table)) {
        const found = names.get(name)
        if (found?.name === name) continue
        yield {
          at: found?.place ?? table.place,
          message: found
            ? `The relationship is named "${found.name}"; expected "${name}".`
            : `The package has no relationship "${name}" for the table.`,
        }
      }
    }
  },
}

function relationshipsOf({ ownership, logicalName: name }: TableFacts): readonly string[] {
  const people = [`lk_${name}_createdby`, `lk_${name}_modifiedby`]
  if (ownership === 'OrgOwned') return [`organization_${name}`, ...people]
  return ownership === 'UserOwned'
    ? [`business_unit_${name}`, ...people, `owner_${name}`, `team_${name}`, `user_${name}`]
    : []
}
