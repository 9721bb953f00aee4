import type { Table } from '../../solution/model/index.js'
import { compareColumn } from './compare-column.js'
import type { EnvironmentTable } from './environment.js'
import { conflict } from './finding.js'
import type { Finding } from './finding.js'

const ownerships = { user: 'UserOwned', organization: 'OrganizationOwned' } as const

/** A table that is there; columns that only one side has are no conflict. */
export function compareTable(table: Table, there: EnvironmentTable): readonly Finding[] {
  return [
    ...compareNames(table, there),
    ...Object.values(table.columns).flatMap((column) => {
      const found = there.definition.columns.get(column.logicalName)
      return found ? compareColumn(table, column, found, there) : []
    }),
    ...compareKeys(table, there),
  ]
}

const rebuild =
  'It cannot be changed once the table is there: remove that table, or use another environment.'

function compareNames(table: Table, { definition, ownership }: EnvironmentTable): Finding[] {
  const pairs = [
    ['ownership', ownership, ownerships[table.ownership]],
    ['set name', definition.entitySetName, table.entitySetName],
    ['primary id', definition.primaryId, table.primaryId],
    ['primary name', definition.primaryName ?? 'none', table.primaryName],
  ] as const
  return pairs
    .filter(([, found, brought]) => found !== brought)
    .map(([what, found, brought]) =>
      conflict(`${table.logicalName} (${what})`, found, brought, rebuild),
    )
}

function compareKeys(table: Table, there: EnvironmentTable): Finding[] {
  return table.keys.flatMap((key) => {
    const place = `${table.logicalName} key ${key.schemaName}`
    const brought = key.columns.join(', ')
    const same = there.keys.find(({ logicalName }) => logicalName === key.schemaName.toLowerCase())
    if (same && sorted(same.columns) !== sorted(key.columns)) {
      return [conflict(place, same.columns.join(', '), brought, 'Delete the key that is there.')]
    }
    const twin = there.keys.find(({ columns }) => sorted(columns) === sorted(key.columns))
    if (same || !twin) return []
    const advice = 'The platform keeps one key of the same columns: delete the one that is there.'
    return [conflict(place, `key ${twin.logicalName} of the same columns`, brought, advice)]
  })
}

function sorted(names: readonly string[]): string {
  return [...names].sort().join()
}
