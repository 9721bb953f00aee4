import { serviceUser } from '../../../../solution/local/index.js'
import { navigationPropertyOf } from '../../../../solution/local/schema/index.js'
import type {
  HostedColumn,
  HostedSchema,
  HostedTable,
} from '../../../../solution/local/schema/index.js'
import { systemUser } from '../../../../solution/tables/index.js'
import { rowId } from '../host.js'
import type { Send } from '../host.js'

/** Makes a row with little more than a name in every table; gives their ids by table. */
export async function plantRows(
  send: Send,
  { tables }: HostedSchema,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>([[systemUser.logicalName, serviceUser.id]])
  for (const table of tables.values()) {
    if (ids.has(table.logicalName)) continue
    const id = rowId(1_000 + ids.size)
    const { status, message } = await send('POST', table.entitySetName, { [table.primaryId]: id })
    if (status !== 204) throw new Error(`${table.logicalName}: ${message}`)
    ids.set(table.logicalName, id)
  }
  return ids
}

export interface FullRow {
  /** A row as it is sent, with a value in every column of a solution that takes one. */
  readonly sent: Readonly<Record<string, unknown>>
  /** What comes back, by property name. */
  readonly read: Readonly<Record<string, unknown>>
  /** Navigation properties that were filled, to expand. */
  readonly expandable: readonly string[]
}

/** `ids`: of a row of each table, for lookups to point at. */
export function fullRow(
  { tables }: HostedSchema,
  table: HostedTable,
  ids: ReadonlyMap<string, string>,
): FullRow {
  const sent: Record<string, unknown> = {}
  const read: Record<string, unknown> = {}
  const expandable: string[] = []
  for (const column of table.columns.values()) {
    if (!column.custom || column.kind === 'file' || column.kind === 'image') continue
    if (column.kind === 'lookup') {
      const target = tables.get(column.targets.find((one) => ids.has(one)) ?? '')
      if (!target) continue
      const id = ids.get(target.logicalName) ?? ''
      const property = navigationPropertyOf(column, target.logicalName)
      expandable.push(property)
      read[`_${column.logicalName}_value`] = id
      sent[`${property}@odata.bind`] = `/${target.entitySetName}(${id})`
    } else {
      sent[column.logicalName] = read[column.logicalName] = valueOf(column)
    }
  }
  return { sent, read, expandable }
}

function valueOf(column: HostedColumn): unknown {
  const options = [...(column.options?.keys() ?? [])]
  switch (column.kind) {
    case 'text':
    case 'memo':
      return 'Añé 😀 text'.slice(0, column.maxLength)
    case 'integer':
      return Math.max(column.minValue ?? 7, Math.min(7, column.maxValue ?? 7))
    case 'bigInteger':
      return 9_007_199_254_740_991
    case 'decimal':
    case 'float':
    case 'money':
      return Math.max(column.minValue ?? 1, Math.min(1.5, column.maxValue ?? 2))
    case 'yesNo':
      return true
    case 'choice':
      return options.at(-1) ?? null
    case 'choices':
      return [...options].sort((a, b) => a - b).join(',')
    case 'dateTime':
      return '2026-11-21T10:00:00Z'
    case 'date':
      return '2026-11-21'
    case 'uniqueIdentifier':
      return rowId(77)
    case 'lookup':
    case 'owner':
    case 'state':
    case 'status':
    case 'file':
    case 'image':
      throw new Error(`${column.logicalName} is not written as a value.`)
  }
}
