import type { Column } from '../../model/column.js'
import { columnRelationships } from '../../model/solution/relationship.js'
import { systemColumnsOf } from '../../model/solution/system-columns.js'
import type { Table } from '../../model/table.js'
import { schemaNameOf } from './schema-names.js'

/** The platform's limits of a text's length, in characters. */
const longest: Readonly<Partial<Record<Column['kind'], number>>> = { text: 4_000, memo: 1_048_576 }

/** Kinds that no alternate key may hold. */
const keyless: ReadonlySet<Column['kind']> = new Set<Column['kind']>([
  'memo',
  'money',
  'choices',
  'yesNo',
  'float',
  'file',
  'image',
])

/** Throws an Error that names the table and the column for what the platform refuses. */
export function checkTable(table: Table, tables: readonly Table[]): void {
  const columns = Object.values(table.columns)
  checkNames(table, columns)
  if (!table.listed) checkPrimaryName(table, columns)
  for (const column of columns) {
    checkLength(table, column)
    for (const relationship of columnRelationships(table, column)) {
      schemaNameOf(table, column, relationship, tables)
    }
  }
  checkKeys(table, columns)
}

function place(table: Table, column?: string): string {
  return `Table ${table.schemaName}${column === undefined ? '' : `, column ${column}`}`
}

function checkNames(table: Table, columns: readonly Column[]): void {
  const system = systemColumnsOf(table).filter(
    ({ logicalName }) => table.systemColumns?.[logicalName] !== 'absent',
  )
  const taken = new Set(system.map(({ logicalName }) => logicalName))
  for (const { schemaName, logicalName } of columns) {
    if (taken.has(logicalName)) {
      throw new Error(`${place(table, schemaName)}: the name ${logicalName} is there twice.`)
    }
    taken.add(logicalName)
  }
}

function checkPrimaryName(table: Table, columns: readonly Column[]): void {
  const named = columns.filter(({ primaryName }) => primaryName)
  const wrong = named.find(({ kind }) => kind !== 'text')
  if (wrong) {
    throw new Error(
      `${place(table, wrong.schemaName)}: a primary name is single-line text, not ${wrong.kind}.`,
    )
  }
  if (named.length > 1) {
    const names = named.map(({ schemaName }) => schemaName).join(', ')
    throw new Error(`${place(table)} has ${named.length} primary names (${names}); expected one.`)
  }
}

function checkLength(table: Table, { schemaName, kind, maxLength }: Column): void {
  const most = longest[kind]
  if (most === undefined || maxLength === undefined) return
  if (maxLength >= 1 && maxLength <= most) return
  throw new Error(
    `${place(table, schemaName)}: a length of ${maxLength} is not between 1 and ${most}.`,
  )
}

function checkKeys(table: Table, columns: readonly Column[]): void {
  const byName = new Map(columns.map((column) => [column.logicalName, column]))
  if (table.keys.length > 10) {
    throw new Error(`${place(table)} has ${table.keys.length} alternate keys; at most 10.`)
  }
  for (const { schemaName, columns: names } of table.keys) {
    for (const name of names) {
      const column = byName.get(name)
      if (!column && !table.listed) {
        throw new Error(
          `${place(table, name)}: the key ${schemaName} needs it, and it is not there.`,
        )
      }
      if (column && keyless.has(column.kind)) {
        throw new Error(
          `${place(table, column.schemaName)}: no key can hold a column of the kind ${column.kind} (key ${schemaName}).`,
        )
      }
    }
  }
}
