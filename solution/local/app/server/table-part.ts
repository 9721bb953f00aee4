import { emitFetch } from '../../../emit/ui/index.js'
import { writeFragment } from '../../../emit/xml.js'
import type { Table } from '../../../model/index.js'
import { standardViews } from '../../../model/solution/builders/index.js'
import { columnRelationships, viewType } from '../../../model/solution/index.js'
import type { ControlBinding, FetchEntity, Solution, View } from '../../../model/solution/index.js'
import type { TablePart, ViewColumnPart, ViewPart } from '../shape.js'

/** Of a table that no solution has views for. */
const mostMadeColumns = 6

/** A hosted table with the views and forms that the solutions have for it, the last of each id. */
export function tablePart(table: Table, solutions: readonly Solution[]): TablePart {
  const { logicalName, entitySetName, label, pluralLabel, primaryId, primaryName } = table
  const components = solutions.flatMap(({ tables }) =>
    tables.filter((component) => component.table.logicalName === logicalName),
  )
  const given = lastOfEach(components.flatMap((component) => component.views))
  const defaultControl = components.findLast(
    (component) => component.defaultControl,
  )?.defaultControl
  const hasList = given.some(({ type, layout }) => type === viewType.public && layout)
  return {
    logicalName,
    entitySetName,
    label,
    pluralLabel,
    primaryId,
    primaryName,
    quickCreate: table.quickCreate,
    views: [...given, ...(hasList ? [] : madeViews(table))].map((view) =>
      viewPart(view, defaultControl),
    ),
    forms: lastOfEach(components.flatMap((component) => component.forms)),
    lookups: Object.values(table.columns).flatMap((column) =>
      columnRelationships(table, column).map(({ schemaName, target }) => ({
        column: column.logicalName,
        target,
        relationship: schemaName,
      })),
    ),
  }
}

function lastOfEach<Part extends { readonly id: string }>(parts: readonly Part[]): readonly Part[] {
  return [...new Map(parts.map((part) => [part.id, part])).values()]
}

/** The platform makes every table such views; those of the platform's own tables are not known here. */
function madeViews(table: Table): readonly View[] {
  if (table.origin === 'platform') return []
  const columns = Object.values(table.columns)
  const isName = ({ logicalName }: { readonly logicalName: string }) =>
    logicalName === table.primaryName
  const shown = [...columns.filter(isName), ...columns.filter((column) => !isName(column))]
  const { active, quickFind } = standardViews(table, {
    columns: shown.slice(0, mostMadeColumns),
    find: columns.filter((column) => column.kind === 'text' && !isName(column)),
    lookup: [],
  })
  return [active, quickFind]
}

function viewPart(view: View, defaultControl: ControlBinding | undefined): ViewPart {
  const { id, name, description, type, isDefault, fetch, layout } = view
  const binding = layout?.binding ?? defaultControl
  const aliases = new Map(linksOf(fetch.entity))
  const column = (name: string, width: number): ViewColumnPart => {
    const alias = name.includes('.') ? name.slice(0, name.indexOf('.')) : undefined
    const table = alias === undefined ? fetch.entity.name : aliases.get(alias)
    return { name, table: table ?? fetch.entity.name, width }
  }
  return {
    id,
    name,
    ...(description === undefined ? {} : { description }),
    type,
    isDefault,
    fetchXml: writeFragment(emitFetch(fetch)),
    columns: (layout?.columns ?? []).map(({ name, width }) => column(name, width)),
    ...(binding === undefined ? {} : { binding }),
  }
}

/** The table behind each alias. */
function linksOf({ links }: FetchEntity): readonly (readonly [alias: string, table: string])[] {
  return links.flatMap((link) => [
    ...(link.alias === undefined ? [] : [[link.alias, link.name] as const]),
    ...linksOf(link),
  ])
}
