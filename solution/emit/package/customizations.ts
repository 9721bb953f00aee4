import type { Solution } from '../../model/solution/index.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { emitApp } from '../components/app.js'
import { emitColumnSecurity } from '../components/column-security.js'
import { emitConnectionReference } from '../components/connection-reference.js'
import { emitConnector } from '../components/connector.js'
import { emitCustomControl } from '../components/custom-control.js'
import { emitFlow } from '../components/flow.js'
import { emitRole } from '../components/role.js'
import { emitSiteMap } from '../components/site-map.js'
import { emitWebResource } from '../components/web-resource.js'
import { language } from '../elements.js'
import { emitChoice, emitImageConfigs, emitRelationships } from '../tables/index.js'
import { emitDashboard } from '../ui/index.js'
import { rootAttributes } from './manifest.js'
import { emitTableEntity } from './table-entity.js'

/** Children of the root in the order of exports; those that are always there are marked. */
const order = [
  'Entities!',
  'Roles!',
  'Workflows!',
  'FieldSecurityProfiles!',
  'Templates!',
  'RibbonDiffXml',
  'RelationshipRoles',
  'ConnectionRoles',
  'EntityImageConfigs',
  'AttributeImageConfigs',
  'EntityMaps!',
  'EntityRelationships!',
  'OrganizationSettings!',
  'optionsets!',
  'Reports',
  'RoutingRules',
  'ConvertRules',
  'MobileOfflineProfiles',
  'Slas',
  'Dashboards',
  'InteractionCentricDashboards',
  'Dialogs',
  'WebResources',
  'CustomControls!',
  'SolutionPluginAssemblies',
  'SdkMessageProcessingSteps',
  'ServiceEndpoints',
  'AppModuleSiteMaps',
  'AppModules',
  'EntityDataProviders!',
  'EntityDataSources',
  'CanvasApps',
  'Connectors',
  'connectionreferences',
  'Languages!',
]

/** Root of customizations.xml. */
export function emitCustomizations(solution: Solution): XmlElement {
  const lists = new Map<string, XmlElement[]>()
  const add = (name: string, entries: readonly XmlElement[]) => {
    if (entries.length > 0) lists.set(name, [...(lists.get(name) ?? []), ...entries])
  }
  for (const { name, children } of componentLists(solution)) add(name, children)
  for (const { name, children } of solution.rest ?? []) {
    if (name !== 'RootComponents') add(name, children)
  }
  const names = order.map((entry) => entry.replace('!', ''))
  const others = [...lists.keys()].filter((name) => !names.includes(name))
  return element('ImportExportXml', rootAttributes, [
    ...order.slice(0, -1).map((entry) => listOf(entry, lists)),
    ...others.map((name) => listOf(name, lists)),
    listOf('Languages!', lists),
  ])
}

function listOf(entry: string, lists: ReadonlyMap<string, readonly XmlElement[]>) {
  const name = entry.replace('!', '')
  const entries = lists.get(name)
  return entries || entry.endsWith('!') ? element(name, {}, entries) : undefined
}

function componentLists(solution: Solution): readonly XmlElement[] {
  const tables = solution.tables.map(({ table }) => table)
  const { apps, webResources } = solution
  return [
    element(
      'Entities',
      {},
      solution.tables.map((component) => emitTableEntity(component, tables)),
    ),
    element('Roles', {}, solution.roles.map(emitRole)),
    element('Workflows', {}, solution.flows.map(emitFlow)),
    element('FieldSecurityProfiles', {}, solution.columnSecurityProfiles.map(emitColumnSecurity)),
    ...emitImageConfigs(tables),
    element('EntityRelationships', {}, [
      ...emitRelationships(solution.tables, tables),
      ...solution.manyToMany.map(({ definition }) => definition),
    ]),
    element('optionsets', {}, solution.choices.map(emitChoice)),
    element('Dashboards', {}, solution.dashboards.map(emitDashboard)),
    element('WebResources', {}, webResources.map(emitWebResource)),
    element('CustomControls', {}, solution.customControls.map(emitCustomControl)),
    element(
      'AppModuleSiteMaps',
      {},
      apps.map(({ siteMap }) => emitSiteMap(siteMap)),
    ),
    element(
      'AppModules',
      {},
      apps.map((app) => emitApp(app, webResources)),
    ),
    element('Connectors', {}, solution.connectors.map(emitConnector)),
    element('connectionreferences', {}, solution.connectionReferences.map(emitConnectionReference)),
    element('Languages', {}, [textElement('Language', language)]),
  ]
}
