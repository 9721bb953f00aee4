import type { App, Solution } from '../../model/solution/index.js'
import { readApp } from '../components/app.js'
import { readColumnSecurity } from '../components/column-security.js'
import { readConnectionReference } from '../components/connection-reference.js'
import { readConnector } from '../components/connector.js'
import { readCustomControl } from '../components/custom-control.js'
import { readEnvironmentVariables } from '../components/environment-variable.js'
import { isFlow, readFlow } from '../components/flow.js'
import type { PackageFiles } from '../components/package-files.js'
import { readRole } from '../components/role.js'
import { readSiteMap } from '../components/site-map.js'
import { readWebResource } from '../components/web-resource.js'
import { readDashboard } from '../ui/index.js'
import type { PackageLists } from './package-lists.js'

/** The components of a package that are no tables and no choices. */
export function readComponents(lists: PackageLists, files: PackageFiles) {
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
