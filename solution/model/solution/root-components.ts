import { bracedId } from './id.js'
import type { Solution } from './solution.js'

/** A component that a solution brings and that belongs to no other of its components. */
export interface RootComponent {
  /** The platform's component type. */
  readonly type: number
  readonly schemaName?: string
  /** With braces, as written. */
  readonly id?: string
  /** Of a table: 0 all of it, 1 only what is listed. */
  readonly behavior: 0 | 1
}

/** The components of a solution that its manifest names, by type and name. */
export function rootComponents(solution: Solution): readonly RootComponent[] {
  const named = (type: number, names: readonly string[]): readonly RootComponent[] =>
    names.map((schemaName) => ({ type, schemaName, behavior: 0 }))
  const identified = (type: number, list: readonly { readonly id: string }[]) =>
    list.map(({ id }): RootComponent => ({ type, id: bracedId(id), behavior: 0 }))
  return [
    ...solution.tables.map(({ table, include }): RootComponent => ({
      type: 1,
      schemaName: table.logicalName,
      behavior: include === 'all' ? 0 : 1,
    })),
    ...named(9, namesOf(solution.choices)),
    ...identified(20, solution.roles),
    ...identified(29, solution.flows),
    ...identified(60, solution.dashboards),
    ...named(61, namesOf(solution.webResources)),
    ...named(
      62,
      solution.apps.map(({ siteMap }) => siteMap.uniqueName),
    ),
    ...named(66, namesOf(solution.customControls)),
    ...identified(70, solution.columnSecurityProfiles),
    ...named(
      80,
      solution.apps.map(({ uniqueName }) => uniqueName),
    ),
    ...solution.connectors.map(({ id, name }): RootComponent => ({
      type: 372,
      id: bracedId(id),
      schemaName: name,
      behavior: 0,
    })),
    ...named(
      380,
      solution.environmentVariables.map(({ schemaName }) => schemaName),
    ),
    ...imageConfigs(solution),
  ]
}

const namesOf = (list: readonly { readonly name: string }[]): readonly string[] =>
  list.map(({ name }) => name)

/** Image columns, and for each table the image that lists show. */
function imageConfigs({ tables }: Solution): readonly RootComponent[] {
  const images = tables.flatMap(({ table }) =>
    Object.values(table.columns).flatMap(({ image, logicalName }) =>
      image ? [{ table: table.logicalName, column: logicalName, primary: image.primary }] : [],
    ),
  )
  return [
    ...images.map(({ table, column }): RootComponent => ({
      type: 431,
      schemaName: `${table} ${column}`,
      behavior: 0,
    })),
    ...images
      .filter(({ primary }) => primary)
      .map(({ table }): RootComponent => ({ type: 432, schemaName: table, behavior: 0 })),
  ]
}
