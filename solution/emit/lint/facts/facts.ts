import { childOf, childrenOf } from '../../../model/xml.js'
import type { SolutionPackage } from '../../../read/package/index.js'
import { columnsOfDeclared } from './declared-tables.js'
import { componentFacts } from './component.js'
import type { ComponentFacts } from './component.js'
import { dashboardFacts } from './form.js'
import type { FormFacts } from './form.js'
import { manifestFacts } from './manifest.js'
import type { ManifestFacts } from './manifest.js'
import { filesOf } from './place.js'
import type { Files } from './place.js'
import { isPlatformTable, platformSchemaName } from './platform-tables.js'
import { relationshipFacts } from './relationship.js'
import type { RelationshipFacts } from './relationship.js'
import { tableFacts } from './table.js'
import type { TableFacts } from './table.js'

/** What the rules ask of a package. Reading it never throws, whatever the trees hold. */
export interface Facts {
  readonly source: SolutionPackage
  readonly files: Files
  readonly manifest: ManifestFacts
  readonly tables: readonly TableFacts[]
  readonly relationships: readonly RelationshipFacts[]
  readonly components: readonly ComponentFacts[]
  readonly dashboards: readonly FormFacts[]
  /** The table of the package with this name in any letter case. */
  readonly table: (name: string) => TableFacts | undefined
  /** Components of one type number. */
  readonly ofType: (type: string) => readonly ComponentFacts[]
  /** Whether a missing dependency of the manifest names this component (name or bare id). */
  readonly requires: (type: string, key: string) => boolean
  /** Whether a table is in the package, of the platform, or listed as a missing dependency. */
  readonly knowsTable: (name: string) => boolean
  /** The right letter case of a known table's schema name, where it is known. */
  readonly schemaNameOf: (name: string) => string | undefined
  /**
   * Column types by logical name where all columns of the table are known: those of a table that
   * the package brings whole, or that `solution/tables` declares as Core's. Else undefined.
   */
  readonly columnTypes: (table: string) => ReadonlyMap<string, string> | undefined
}

export function factsOf(source: SolutionPackage): Facts {
  const files = filesOf(source)
  const manifest = manifestFacts(source.solution, files)
  const behaviors = new Map(
    manifest.roots
      .filter(({ type }) => type === '1')
      .map(({ schemaName, behavior }) => [schemaName.toLowerCase(), behavior ?? '0'] as const),
  )
  const list = (name: string, element: string) =>
    childrenOf(childOf(source.customizations, name), element)
  const tables = list('Entities', 'Entity').map((node) => tableFacts(node, files, behaviors))
  const components = componentFacts(source.customizations, files)
  const byName = new Map(tables.map((table) => [table.logicalName, table]))
  const table = (name: string) => byName.get(name.toLowerCase())
  const requires = (type: string, key: string) =>
    manifest.requirements.some(
      (each) => each.type === type && [each.schemaName, each.id].includes(key.toLowerCase()),
    )
  return {
    source,
    files,
    manifest,
    tables,
    relationships: list('EntityRelationships', 'EntityRelationship').map((node) =>
      relationshipFacts(node, files),
    ),
    components,
    dashboards: list('Dashboards', 'Dashboard').map((node) => dashboardFacts(files, node)),
    table,
    ofType: (type) => components.filter((component) => component.type === type),
    requires,
    knowsTable: (name) => table(name) !== undefined || isPlatformTable(name) || requires('1', name),
    schemaNameOf: (name) => table(name)?.schemaName ?? platformSchemaName(name),
    columnTypes: columnTypesOf(manifest, table),
  }
}

function columnTypesOf(
  { ours }: ManifestFacts,
  table: Facts['table'],
): (name: string) => ReadonlyMap<string, string> | undefined {
  const known = new Map<string, ReadonlyMap<string, string> | undefined>()
  return (name) => {
    const logicalName = name.toLowerCase()
    if (!known.has(logicalName)) {
      const own = table(logicalName)
      known.set(
        logicalName,
        own?.whole
          ? new Map(own.columns.map((column) => [column.logicalName, column.type]))
          : ours
            ? columnsOfDeclared(logicalName)
            : undefined,
      )
    }
    return known.get(logicalName)
  }
}
