import type { Table } from '../../../model/index.js'
import type {
  App,
  Dashboard,
  SiteMapSubArea,
  Solution,
  WebResource,
} from '../../../model/solution/index.js'
import { webResourceType } from '../../../model/solution/index.js'
import type { AppDefinition, AppPart, DashboardPart, EntryPart, TablePart } from '../shape.js'
import { controlParts, hostedControls } from './hosted-controls.js'
import { tablePart } from './table-part.js'

/**
 * The apps of these solutions with the views and forms of the hosted tables. A part that several
 * solutions bring is taken from the last. What leads to a table that is not hosted is left out.
 */
export function appDefinition(
  solutions: readonly Solution[],
  hosted: readonly Table[],
): AppDefinition {
  const tables = Object.fromEntries(
    hosted.map((table) => [table.logicalName, tablePart(table, solutions)]),
  )
  const dashboards = Object.fromEntries(
    solutions
      .flatMap((solution) => solution.dashboards)
      .map((dashboard) => [dashboard.id, dashboardPart(dashboard, tables)]),
  )
  const apps = new Map(
    solutions
      .flatMap((solution) => solution.apps)
      .map((app) => [app.uniqueName, appPart(app, { tables, dashboards })]),
  )
  const icons = solutions.flatMap(({ webResources }) => webResources.flatMap(picture))
  return {
    apps: [...apps.values()],
    tables,
    dashboards,
    icons: Object.fromEntries(icons),
    controls: controlParts(hostedControls(solutions)),
  }
}

type Known = Pick<AppDefinition, 'tables' | 'dashboards'>

function appPart({ uniqueName, name, icon, siteMap }: App, known: Known): AppPart {
  return {
    uniqueName,
    name,
    icon,
    areas: siteMap.areas.map(({ id, title, groups }) => ({
      id,
      title,
      groups: groups.map((group) => ({
        id: group.id,
        title: group.title,
        entries: group.subAreas.flatMap((subArea) => entryPart(subArea, known)),
      })),
    })),
  }
}

function entryPart(
  { id, title, table, viewId, dashboardId, icon }: SiteMapSubArea,
  { tables, dashboards }: Known,
): readonly EntryPart[] {
  const shown = { id, ...(icon === undefined ? {} : { icon }) }
  const dashboard = dashboardId === undefined ? undefined : dashboards[dashboardId]
  if (dashboard) {
    const opens = { kind: 'dashboard', id: dashboard.id } as const
    return [{ ...shown, title: title ?? dashboard.name, opens }]
  }
  const known = table === undefined ? undefined : tables[table]
  if (!known) return []
  return [
    {
      ...shown,
      title: title ?? known.pluralLabel,
      opens: {
        kind: 'table',
        table: known.logicalName,
        ...(viewId === undefined ? {} : { viewId }),
      },
    },
  ]
}

function dashboardPart(
  { id, name, tabs }: Dashboard,
  tables: Readonly<Record<string, TablePart>>,
): DashboardPart {
  const tiles = tabs.flatMap(({ sections }) => sections.flatMap((section) => section.tiles))
  return {
    id,
    name,
    tiles: tiles
      .filter(({ table, viewId }) => tables[table]?.views.some((view) => view.id === viewId))
      .map((tile) => ({
        id: tile.id,
        label: tile.label,
        table: tile.table,
        viewId: tile.viewId,
      })),
  }
}

/** An image element runs no script, whatever the picture holds. */
function picture({ name, type, content }: WebResource): readonly (readonly [string, string])[] {
  if (type !== webResourceType.svg) return []
  return [[name, `data:image/svg+xml;base64,${Buffer.from(content).toString('base64')}`]]
}
