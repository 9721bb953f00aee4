import { rootComponents } from '../model/solution/index.js'
import type { App, Solution } from '../model/solution/index.js'
import { childOf, childrenOf, element } from '../model/xml.js'
import type { XmlElement } from '../model/xml.js'
import { readApp } from './components/app.js'
import { readColumnSecurity } from './components/column-security.js'
import { readConnectionReference } from './components/connection-reference.js'
import { readConnector } from './components/connector.js'
import { readCustomControl } from './components/custom-control.js'
import { readEnvironmentVariables } from './components/environment-variable.js'
import { isFlow, readFlow } from './components/flow.js'
import { packageFilesOf } from './components/package-files.js'
import type { PackageFiles } from './components/package-files.js'
import { readRole } from './components/role.js'
import { readSiteMap } from './components/site-map.js'
import { readWebResource } from './components/web-resource.js'
import { readManifest } from './package/manifest.js'
import type { SolutionPackage } from './package/solution-package.js'
import { readTableComponent } from './package/table-component.js'
import type { TableSurroundings } from './package/table-component.js'
import { filled, given } from './parts.js'
import { otherRelationships, readChoice, readManyToMany } from './tables/index.js'
import { readDashboard } from './ui/index.js'

/**
 * Reads a whole package. What the model has no word for is kept in `rest` and `files`, so that
 * emitting it again loses nothing but labels of other languages than the first, the publisher's
 * addresses and the type codes of tables.
 *
 * @throws SolutionFormatError for what is not the platform's format.
 */
export function readSolution(source: SolutionPackage): Solution {
  const { rootComponents: roots, ...manifest } = readManifest(source.solution, source.source)
  const lists = new PackageLists(source.customizations)
  const files = packageFilesOf(source)
  files.take('[Content_Types].xml')
  const place = `${source.source}/customizations.xml`
  const tables = readTables(lists, roots, place)
  const components = readComponents(lists, files)
  const model: Solution = { ...manifest, ...tables, ...components }
  const left = files.left()
  return {
    ...model,
    ...given({
      rest: filled([...lists.rest(), ...otherRoots(roots, model)]),
      files: left.size > 0 ? left : undefined,
    }),
  }
}

/** The lists below the root of customizations.xml, and what of them found no word in the model. */
class PackageLists {
  readonly #others = new Map<string, readonly XmlElement[]>()

  constructor(readonly root: XmlElement) {
    for (const { name, children } of root.children) this.#others.set(name, children)
  }

  /** The entries of a list; `keep` are those of them that go to the rest. */
  take(name: string, keep: readonly XmlElement[] = []): readonly XmlElement[] {
    this.#others.set(name, keep)
    const kept = new Set(keep)
    return childrenOf(childOf(this.root, name)).filter((entry) => !kept.has(entry))
  }

  all(name: string): readonly XmlElement[] {
    return childrenOf(childOf(this.root, name))
  }

  rest(): readonly XmlElement[] {
    return [...this.#others].flatMap(([name, entries]) =>
      entries.length > 0 ? element(name, {}, entries) : [],
    )
  }
}

function readTables(lists: PackageLists, roots: readonly XmlElement[], source: string) {
  const relationships = lists.all('EntityRelationships')
  const choices = lists.take('optionsets').map(readChoice)
  lists.take('EntityImageConfigs')
  const surroundings: TableSurroundings = {
    source,
    behaviors: new Map(
      roots
        .filter(({ attributes }) => attributes.type === '1')
        .map(({ attributes: { schemaName = '', behavior = '0' } }) => [
          schemaName.toLowerCase(),
          behavior,
        ]),
    ),
    relationships,
    choices,
    imageConfigs: lists.take('AttributeImageConfigs'),
  }
  const tables = lists.take('Entities').map((entity) => readTableComponent(entity, surroundings))
  const others = otherRelationships(
    relationships,
    tables.map(({ table }) => table),
  )
  lists.take('EntityRelationships', others)
  return { tables, choices, manyToMany: readManyToMany(relationships) }
}

function readComponents(lists: PackageLists, files: PackageFiles) {
  const source = `${files.source}/customizations.xml`
  const classic = lists.all('Workflows').filter((process) => !isFlow(process))
  const foreign = lists.all('Languages').filter(({ text }) => text !== '1033')
  lists.take('Languages', foreign)
  const webResources = lists.take('WebResources').map((each) => readWebResource(each, files))
  return {
    roles: lists.take('Roles').map((each) => readRole(each, source)),
    flows: lists.take('Workflows', classic).map((each) => readFlow(each, files)),
    columnSecurityProfiles: lists
      .take('FieldSecurityProfiles')
      .map((each) => readColumnSecurity(each, source)),
    dashboards: lists.take('Dashboards').map(readDashboard),
    webResources,
    customControls: lists.take('CustomControls').map((each) => readCustomControl(each, files)),
    apps: readApps(lists, { webResources, source }),
    environmentVariables: readEnvironmentVariables(files),
    connectors: lists.take('Connectors').map((each) => readConnector(each, files)),
    connectionReferences: lists
      .take('connectionreferences')
      .map((each) => readConnectionReference(each, source)),
  }
}

/** Apps with their site maps; those that have no partner in the package are kept as read. */
function readApps(
  lists: PackageLists,
  parts: { readonly webResources: Solution['webResources']; readonly source: string },
): readonly App[] {
  const maps = lists
    .all('AppModuleSiteMaps')
    .map((each) => ({ each, siteMap: readSiteMap(each, parts.source) }))
  const siteMaps = maps.map(({ siteMap }) => siteMap)
  const apps = lists
    .all('AppModules')
    .map((each) => ({ each, app: readApp(each, { ...parts, siteMaps }) }))
  const found = apps.flatMap(({ app }) => app ?? [])
  const used = new Set(found.map(({ siteMap }) => siteMap))
  lists.take(
    'AppModules',
    apps.filter(({ app }) => !app).map(({ each }) => each),
  )
  lists.take(
    'AppModuleSiteMaps',
    maps.filter(({ siteMap }) => !used.has(siteMap)).map(({ each }) => each),
  )
  return found
}

/** Root components of what is in `rest`: those that the model does not name by itself. */
function otherRoots(roots: readonly XmlElement[], model: Solution): readonly XmlElement[] {
  const keyOf = (type: unknown, schemaName = '', id = '') =>
    `${String(type)} ${(schemaName || id).toLowerCase()}`
  const known = new Set(
    rootComponents(model).map(({ type, schemaName, id }) => keyOf(type, schemaName, id)),
  )
  const others = roots.filter(
    ({ attributes: { type, schemaName, id } }) => !known.has(keyOf(type, schemaName, id)),
  )
  return others.length > 0 ? [element('RootComponents', {}, others)] : []
}
