import type { Column } from '../../column.js'
import type { Table } from '../../table.js'
import { element } from '../../xml.js'
import type { XmlElement } from '../../xml.js'
import type { Chart } from '../chart.js'
import type { FetchAttribute } from '../fetch.js'
import { componentId } from '../id.js'
import { checkColumn } from './columns-of.js'
import { keyOf } from './key.js'
import { filtersOf } from './where.js'
import type { Where } from './where.js'

export interface ChartOptions {
  readonly description: string
  readonly type: 'Bar' | 'Column' | 'StackedColumn' | 'Doughnut'
  /** What is counted together; a date by day. */
  readonly by: Column
  /** Columns summed, a series each; absent: rows are counted. */
  readonly sum?: readonly Column[]
  /** Only so many groups, the largest first. */
  readonly top?: number
  /**
   * Which rows: by date or status, so that they stay below the 50,000 rows over which the platform
   * refuses to aggregate.
   */
  readonly where: readonly [Where, ...Where[]]
}

const categoryAlias = 'category'

/**
 * A chart of a table. Its id comes from the table and the name, which therefore stay once published.
 *
 * @throws Error naming the table, the chart and the column when a column is not the table's.
 */
export function chart(table: Table, name: string, options: ChartOptions): Chart {
  const { description, type, by, sum, top, where } = options
  const place = `Chart ${name}`
  const measures = measuresOf(table, sum)
  for (const column of [by, ...(sum ?? [])]) checkColumn(table, column, place)
  return {
    id: componentId('chart', table.logicalName, keyOf(name)),
    name,
    description,
    isDefault: false,
    fetch: {
      settings: {
        mapping: 'logical',
        aggregate: 'true',
        ...(top === undefined ? {} : { count: String(top) }),
      },
      entity: {
        name: table.logicalName,
        attributes: [categoryOf(by), ...measures],
        orders: [top === undefined ? byCategory : byMeasure],
        filters: filtersOf(table, where, place),
        links: [],
      },
    },
    categories: [{ alias: categoryAlias, measures: measures.map(({ alias }) => [alias]) }],
    presentation: presentationOf(type, measures.length),
  }
}

const byCategory = { alias: categoryAlias, descending: false }
const byMeasure = { alias: 'measure_1', descending: true }

function categoryOf({ kind, logicalName }: Column): FetchAttribute {
  return {
    name: logicalName,
    alias: categoryAlias,
    groupBy: true,
    ...(kind === 'dateTime' || kind === 'date' ? { dateGrouping: 'day' } : {}),
  }
}

function measuresOf(table: Table, sum: readonly Column[] | undefined) {
  const measured =
    sum?.map(({ logicalName }) => ({ name: logicalName, aggregate: 'sum' })) ??
    ([{ name: table.primaryId, aggregate: 'count' }] as const)
  return measured.map((one, at) => ({ ...one, alias: `measure_${String(at + 1)}` }))
}

/** How the chart is drawn: the platform's own looks but for the lines across. */
function presentationOf(type: ChartOptions['type'], series: number): XmlElement {
  const axis = (name: string) =>
    element(name, {}, [element('MajorGrid', { LineColor: 'Transparent' })])
  return element('Chart', {}, [
    element(
      'Series',
      {},
      Array.from({ length: series }, () =>
        element('Series', { ChartType: type, IsValueShownAsLabel: 'True' }),
      ),
    ),
    element('ChartAreas', {}, [element('ChartArea', {}, [axis('AxisY'), axis('AxisX')])]),
    ...(series > 1 ? [element('Legends', {}, [element('Legend', { Docking: 'Bottom' })])] : []),
  ])
}
