import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import type { ControlBinding } from '../control-binding.js'
import type { Fetch, FetchFilter, FetchOrder } from '../fetch.js'
import { componentId } from '../id.js'
import { viewType } from '../view.js'
import type { View, ViewColumn, ViewLayout } from '../view.js'
import { checkColumn } from './columns-of.js'
import { keyOf } from './key.js'
import { filtersOf, ordersOf } from './where.js'
import type { Order, Where } from './where.js'

export interface ViewOptions {
  /** In the order shown; the platform's width of its kind each. */
  readonly columns: readonly Column[]
  readonly where?: readonly Where[]
  readonly orderBy?: readonly Order[]
  readonly description?: string
  /** The control shown in the place of the grid. */
  readonly binding?: ControlBinding
}

/**
 * A view that people choose in the view picker. Its id comes from the table and the name, which
 * therefore stay once published.
 *
 * @throws Error naming the table, the view and the column when a column is not the table's.
 */
export function view(table: Table, name: string, options: ViewOptions): View {
  const { columns, where = [], orderBy = [], description, binding } = options
  const place = `View ${name}`
  return {
    id: viewId(table, keyOf(name)),
    name,
    ...(description === undefined ? {} : { description }),
    type: viewType.public,
    isDefault: false,
    canBeDeleted: true,
    fetch: fetchOf(table, columns, {
      orders: ordersOf(table, orderBy, place),
      filters: filtersOf(table, where, place),
    }),
    layout: resultLayout(table, columns, place, binding),
  }
}

export const viewId = (table: Table, key: string): string =>
  componentId('view', table.logicalName, key)

/** A query for a table's rows: the id and the columns shown. */
export function fetchOf(
  table: Table,
  columns: readonly Column[],
  { orders, filters }: { orders: readonly FetchOrder[]; filters: readonly FetchFilter[] },
): Fetch {
  const names = [table.primaryId, ...columns.map(({ logicalName }) => logicalName)]
  return {
    settings: { version: '1.0', mapping: 'logical' },
    entity: {
      name: table.logicalName,
      attributes: names.map((name) => ({ name })),
      orders,
      filters,
      links: [],
    },
  }
}

/** How a grid shows the rows. */
export function resultLayout(
  table: Table,
  columns: readonly Column[],
  place: string,
  binding?: ControlBinding,
): ViewLayout {
  return {
    gridName: 'resultset',
    rowName: 'result',
    rowId: table.primaryId,
    jump: table.primaryName,
    columns: columns.map((column) => viewColumn(table, column, place)),
    ...(binding === undefined ? {} : { binding }),
    settings: { select: '1', icon: '1', preview: '1' },
  }
}

function viewColumn(table: Table, column: Column, place: string): ViewColumn {
  checkColumn(table, column, place)
  return { name: column.logicalName, width: widthOf(column) }
}

function widthOf({ kind, primaryName }: Column): number {
  if (primaryName || kind === 'memo') return 250
  if (kind === 'text' || kind === 'lookup') return 150
  return 125
}
