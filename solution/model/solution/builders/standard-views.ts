import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import type { FetchFilter } from '../fetch.js'
import { viewType } from '../view.js'
import type { View, ViewLayout } from '../view.js'
import { checkColumn, nameColumnOf } from './columns-of.js'
import { systemColumns } from './system-columns.js'
import { fetchOf, resultLayout, viewId } from './view.js'
import { ascending, filtersOf, ordersOf, where } from './where.js'
import type { Condition, Order } from './where.js'

export interface StandardViewOptions {
  /** What lists of the table show, in this order. */
  readonly columns: readonly Column[]
  /** What Quick Find searches, besides the name. */
  readonly find: readonly Column[]
  /** What tells rows apart in a lookup, besides the name. */
  readonly lookup: readonly Column[]
  /** Default: by name. */
  readonly orderBy?: readonly Order[]
}

/** The views of a table that the platform makes with it, by what they are for. */
export interface StandardViews {
  readonly active: View
  readonly inactive: View
  readonly advancedFind: View
  readonly associated: View
  readonly quickFind: View
  readonly lookup: View
  readonly mine: View
}

const { state, owner } = systemColumns

/**
 * The views that the platform gives every table, over columns of our choice.
 *
 * @throws Error naming the table, the view and the column when a column is not the table's.
 */
export function standardViews(table: Table, options: StandardViewOptions): StandardViews {
  const name = nameColumnOf(table)
  const { columns, orderBy = [ascending(name)] } = options
  const { label, pluralLabel } = table
  const isActive = where(state).eq('active')

  const standard = (
    key: keyof StandardViews,
    title: string,
    shown: readonly Column[],
    conditions: readonly Condition[],
    more: { readonly search?: FetchFilter; readonly layout?: ViewLayout } = {},
  ): View => {
    const place = `View ${title}`
    return {
      id: viewId(table, key),
      name: title,
      type: typeOf[key],
      isDefault: key !== 'inactive',
      canBeDeleted: false,
      fetch: fetchOf(table, shown, {
        orders: ordersOf(table, orderBy, place),
        filters: [...filtersOf(table, conditions, place), ...(more.search ? [more.search] : [])],
      }),
      layout: more.layout ?? resultLayout(table, shown, place),
    }
  }

  const listed = (key: 'associated' | 'lookup', title: string, shown: readonly Column[]) =>
    standard(key, title, shown, [isActive], {
      layout: relatedLayout(table, resultLayout(table, shown, `View ${title}`), key),
    })

  return {
    active: standard('active', `Active ${pluralLabel}`, columns, [isActive]),
    inactive: standard('inactive', `Inactive ${pluralLabel}`, columns, [
      where(state).eq('inactive'),
    ]),
    advancedFind: standard('advancedFind', `${label} Advanced Find View`, columns, []),
    associated: listed('associated', `${label} Associated View`, columns),
    quickFind: standard('quickFind', `Quick Find Active ${pluralLabel}`, columns, [isActive], {
      search: quickFindFilter(table, [name, ...options.find]),
    }),
    lookup: listed('lookup', `${label} Lookup View`, [name, ...options.lookup]),
    mine: mine(table, [isActive, where(owner).isCurrentUser()]),
  }
}

const typeOf: Readonly<Record<keyof StandardViews, number>> = {
  active: viewType.public,
  inactive: viewType.public,
  advancedFind: viewType.advancedFind,
  associated: viewType.associated,
  quickFind: viewType.quickFind,
  lookup: viewType.lookup,
  mine: viewType.mine,
}

function relatedLayout(table: Table, layout: ViewLayout, key: 'associated' | 'lookup'): ViewLayout {
  return {
    ...layout,
    gridName: table.entitySetName,
    rowName: table.logicalName,
    settings: { select: '1', icon: '1', preview: key === 'lookup' ? '0' : '1' },
  }
}

function quickFindFilter(table: Table, columns: readonly Column[]): FetchFilter {
  return {
    type: 'or',
    quickFind: true,
    conditions: columns.map((column) => {
      checkColumn(table, column, `View Quick Find Active ${table.pluralLabel}`)
      return { attribute: column.logicalName, operator: 'like', values: ['{0}'] }
    }),
    filters: [],
  }
}

/** The platform's template of "My ..." lists: a filter without a layout. */
function mine(table: Table, conditions: readonly Condition[]): View {
  const name = `My ${table.pluralLabel}`
  const fetch = fetchOf(table, [], {
    orders: [],
    filters: filtersOf(table, conditions, `View ${name}`),
  })
  return {
    id: viewId(table, 'mine'),
    name,
    description: `Active ${table.pluralLabel} owned by me`,
    type: viewType.mine,
    isDefault: true,
    canBeDeleted: true,
    fetch: { ...fetch, settings: { ...fetch.settings, 'output-format': 'xml-platform' } },
  }
}
