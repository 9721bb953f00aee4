import fc from 'fast-check'

import {
  emptySolution,
  environmentVariableType,
  standardApp,
  standardArea,
  standardConnectionReference,
  standardConnector,
  standardEnvironmentVariable,
  standardFlow,
  standardGroup,
  standardRole,
  standardSiteMap,
  standardSubArea,
  standardWebResource,
} from '../../../../solution/model/solution/index.js'
import type {
  App,
  ColumnPermission,
  ColumnSecurityProfile,
  ComponentReference,
  ConnectionReference,
  Connector,
  CustomControl,
  EnvironmentVariable,
  EnvironmentVariableType,
  Flow,
  PrivilegeLevel,
  Publisher,
  Requirement,
  Role,
  SiteMap,
  SiteMapArea,
  SiteMapGroup,
  SiteMapSubArea,
  Solution,
  WebResource,
} from '../../../../solution/model/solution/index.js'
import { flag, id, model, name, settings, some } from '../ui/arbitraries.js'

/** Text that is there. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const schemaName = name.map((one) => `govcdm_${one}`)
const bytes = fc.uint8Array({ maxLength: 20 })
const json = fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.stringify(value))
const listBy = <T>(arbitrary: fc.Arbitrary<T>, key: (entry: T) => string) =>
  fc.uniqueArray(arbitrary, { selector: key, maxLength: 3 })

const role = model<Role>(
  {
    id,
    name: words,
    description: fc.string({ unit: 'grapheme' }),
    privileges: some(
      model({
        name: words,
        level: fc.constantFrom<PrivilegeLevel>('Basic', 'Local', 'Deep', 'Global'),
      }),
    ),
    settings: settings(standardRole),
  },
  ['description', 'settings'],
)

const columnSecurityProfile = model<ColumnSecurityProfile>(
  {
    id,
    name: words,
    description: words,
    permissions: some(
      model<ColumnPermission>(
        {
          table: schemaName,
          column: schemaName,
          read: flag,
          create: flag,
          update: flag,
          settings: fc.constant({ CanReadUnmasked: '3' }),
        },
        ['settings'],
      ),
    ),
  },
  ['description'],
)

const webResource = model<WebResource>(
  {
    id,
    name: fc.stringMatching(/^govcdm_[\w.-]{1,9}(\/[\w-]{1,5}\.svg)?$/),
    label: words,
    description: words,
    type: fc.constantFrom(1, 3, 5, 11),
    content: bytes,
    settings: settings(standardWebResource),
  },
  ['description', 'settings'],
)

const customControl = model<CustomControl>({
  name: fc.stringMatching(/^govcdm_[A-Z][a-z]{1,5}\.[A-Z][a-z]{1,5}$/),
  files: fc
    .dictionary(fc.stringMatching(/^[a-z]{1,5}(\/[a-z]{1,5})?\.(js|css|xml|resx)$/), bytes)
    .map((files) => new Map(Object.entries(files))),
})

const environmentVariable = model<EnvironmentVariable>(
  {
    schemaName,
    label: words,
    description: words,
    type: fc.constantFrom(...(Object.keys(environmentVariableType) as EnvironmentVariableType[])),
    defaultValue: fc.string({ unit: 'grapheme' }),
    required: fc.constant(true),
    settings: settings(standardEnvironmentVariable),
  },
  ['description', 'defaultValue', 'required', 'settings'],
)

const connector = model<Connector>(
  {
    id,
    name: schemaName,
    label: words,
    description: words,
    iconColor: fc.constant('#123456'),
    openApiDefinition: json,
    connectionParameters: fc.oneof(fc.constant(''), json),
    policyTemplateInstances: fc.oneof(fc.constant(''), json),
    icon: bytes,
    settings: settings(standardConnector),
  },
  ['settings'],
)

const connectionReference = model<ConnectionReference>(
  {
    logicalName: schemaName,
    label: words,
    connectorId: fc.constant('/providers/Microsoft.PowerApps/apis/shared_sql'),
    customConnectorId: id,
    settings: settings(standardConnectionReference),
  },
  ['customConnectorId', 'settings'],
)

const flow = model<Omit<Flow, 'rest'>>(
  {
    id,
    name: words,
    description: words,
    definition: json,
    // Without its category it would be no flow.
    settings: settings(standardFlow).filter((all) => !('Category' in all)),
  },
  ['description', 'settings'],
)

const subArea = fc.oneof(
  subAreaOf({ table: schemaName, viewId: id }, ['viewId']),
  subAreaOf({ dashboardId: id }),
  subAreaOf({ url: fc.webUrl() }),
)

function subAreaOf(
  target: Partial<Record<'table' | 'viewId' | 'dashboardId' | 'url', fc.Arbitrary<string>>>,
  optional: readonly string[] = [],
): fc.Arbitrary<SiteMapSubArea> {
  const parts = {
    ...target,
    id: name,
    title: words,
    icon: schemaName,
    settings: settings(standardSubArea),
  }
  const maybe = [...optional, 'title', 'icon', 'settings']
  const requiredKeys = Object.keys(parts).filter((key) => !maybe.includes(key))
  return fc.record(parts, { requiredKeys: requiredKeys as never })
}

const siteMap = model<SiteMap>(
  {
    uniqueName: schemaName,
    name: words,
    areas: some(
      model<Omit<SiteMapArea, 'rest'>>(
        {
          id: name,
          title: words,
          groups: some(
            model<Omit<SiteMapGroup, 'rest'>>(
              {
                id: name,
                title: fc.oneof(fc.constant(''), words),
                subAreas: some(subArea),
                settings: settings(standardGroup),
              },
              ['settings'],
            ),
          ),
          settings: settings(standardArea),
        },
        ['settings'],
      ),
    ),
    settings: settings(standardSiteMap),
  },
  ['settings'],
)

const app = model<Omit<App, 'rest'>>(
  {
    uniqueName: schemaName,
    name: words,
    description: words,
    icon: id,
    tables: some(schemaName),
    forms: some(id),
    views: some(id),
    roles: some(id),
    siteMap,
    settings: settings(standardApp),
  },
  ['description', 'settings'],
)

const reference = model<ComponentReference>(
  {
    type: fc.constantFrom('1', '60', 'connectionreference'),
    schemaName,
    displayName: words,
    parentSchemaName: schemaName,
    parentDisplayName: words,
    id,
    settings: fc.constant({ 'id.uniquename': 'x' }),
  },
  ['schemaName', 'displayName', 'parentSchemaName', 'parentDisplayName', 'id', 'settings'],
)

const requirement: fc.Arbitrary<Requirement> = fc.record({
  required: fc.tuple(reference, words).map(([required, solution]) => ({ ...required, solution })),
  dependent: reference,
})

const publisher = model<Publisher>(
  {
    uniqueName: name,
    label: words,
    description: fc.string({ unit: 'grapheme' }),
    prefix: name,
    optionValuePrefix: fc.integer({ min: 10_000, max: 99_999 }),
    email: words,
    website: words,
  },
  ['email', 'website'],
)

/** Solutions of everything but tables, whose parts have specs of their own. */
export const solution: fc.Arbitrary<Solution> = fc
  .record({
    uniqueName: schemaName,
    label: words,
    description: fc.string({ unit: 'grapheme' }),
    version: fc.constantFrom('1.0.0.0', '2.10.3.44'),
    publisher,
    requires: some(requirement),
    roles: listBy(role, (one) => one.id),
    columnSecurityProfiles: listBy(columnSecurityProfile, (one) => one.id),
    webResources: listBy(webResource, (one) => one.id),
    customControls: listBy(customControl, (one) => one.name),
    environmentVariables: listBy(environmentVariable, (one) => one.schemaName.toLowerCase()),
    connectors: listBy(connector, (one) => one.name),
    connectionReferences: listBy(connectionReference, (one) => one.logicalName),
    flows: listBy(flow, (one) => one.id),
    apps: listBy(app, (one) => one.siteMap.uniqueName.toLowerCase()),
  })
  .map((parts) => ({ ...emptySolution, ...parts }))
  .map((parts) => ({ ...parts, environmentVariables: byPath(parts.environmentVariables) }))

/** A zip keeps them in the order of their files. */
const byPath = (variables: readonly EnvironmentVariable[]) =>
  [...variables].sort((a, b) => (`${a.schemaName}/` < `${b.schemaName}/` ? -1 : 1))
