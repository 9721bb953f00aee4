import type { Table } from '../../table.js'
import type { Chart, Dashboard, DashboardSection, DashboardTile } from '../chart.js'
import { componentId } from '../id.js'
import type { View } from '../view.js'
import { checkUnique, keyOf } from './key.js'

export interface TilePlan {
  readonly label: string
  readonly table: Table
  readonly view: View
  readonly chart?: Chart
}

/** The chart of a view's rows, or its rows where no chart is given. */
export function tile(label: string, table: Table, view: View, chart?: Chart): TilePlan {
  return { label, table, view, ...(chart === undefined ? {} : { chart }) }
}

/**
 * A dashboard of rows of tiles. Ids come from its name and the tiles' labels.
 *
 * @throws Error when a tile shows a view or chart of another table.
 */
export function dashboard(
  name: string,
  { description, rows }: { description: string; rows: readonly (readonly TilePlan[])[] },
): Dashboard {
  const id = (...path: readonly string[]) => componentId('dashboard', keyOf(name), ...path)
  checkUnique(
    rows.flat().map(({ label }) => keyOf(label)),
    `Dashboard ${name}`,
  )
  const section = (tiles: readonly TilePlan[], at: number): DashboardSection => ({
    id: id('section', String(at)),
    name: `row_${String(at + 1)}`,
    label: `Row ${String(at + 1)}`,
    tiles: tiles.map((plan) => tileOf(plan, id('tile', keyOf(plan.label)), name)),
  })
  return {
    id: id(),
    name,
    description,
    isDefault: false,
    tabs: [{ id: id('tab'), name: 'overview', label: name, sections: rows.map(section) }],
  }
}

function tileOf({ label, table, view, chart }: TilePlan, id: string, name: string): DashboardTile {
  for (const shown of [view, ...(chart ? [chart] : [])]) {
    if (shown.fetch.entity.name === table.logicalName) continue
    throw new Error(
      `Dashboard ${name}, tile ${label}, shows ${shown.name} of table ${shown.fetch.entity.name}, ` +
        `expected one of ${table.logicalName}.`,
    )
  }
  return {
    id,
    label,
    controlId: `tile_${keyOf(label).replaceAll('-', '_')}`,
    table: table.logicalName,
    viewId: view.id,
    ...(chart ? { chartId: chart.id, mode: 'Chart' as const } : { mode: 'Grid' as const }),
  }
}
