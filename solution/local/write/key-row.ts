import type { HostedColumn, HostedSchema, HostedTable } from '../schema/index.js'
import { hostedTable } from '../schema/index.js'
import type { KeyMatch } from './row-finder.js'
import type { JsonRow } from './row-shape.js'
import type { SqlValue } from './value-reader.js'

/** An alternate key's values as properties of a row to be created. */
export function rowOfKey(
  schema: HostedSchema,
  table: HostedTable,
  { key, values }: KeyMatch,
): JsonRow {
  return Object.fromEntries(
    key.columns.map((name, at) => {
      const value = values[at] ?? null
      const lookup = table.manyToOne.find((one) => one.referencingColumn === name)
      if (!lookup) return [name, jsonValue(table.columns.get(name), value)]
      const { entitySetName } = hostedTable(schema, lookup.referencedTable)
      return [`${lookup.navigationProperty}@odata.bind`, `/${entitySetName}(${String(value)})`]
    }),
  )
}

function jsonValue(column: HostedColumn | undefined, value: SqlValue): unknown {
  return column?.kind === 'yesNo' && value !== null ? value === 1 : value
}
