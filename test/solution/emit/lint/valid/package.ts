import type { XmlElement } from '../../../../../solution/model/xml.js'
import { parseXml } from '../../../../../solution/read/index.js'
import type { SolutionPackage } from '../../../../../solution/read/index.js'
import {
  app,
  connector,
  controls,
  dashboard,
  flow,
  profile,
  role,
  siteMap,
  webResource,
} from './components.js'
import { solution } from './manifest.js'
import { choice, relationships, tables } from './tables.js'
import { lines, texts } from './xml.js'

/** Text of every file of a package, by its path. */
export type TextFiles = ReadonlyMap<string, string>

const solutionFile = 'solution.xml'
const customizationsFile = 'customizations.xml'

const customizations = lines(
  '<ImportExportXml>',
  ...Object.entries({
    Entities: tables,
    Roles: role,
    Workflows: flow,
    FieldSecurityProfiles: profile,
    EntityRelationships: relationships,
    optionsets: choice,
    Dashboards: dashboard,
    WebResources: webResource,
    CustomControls: controls,
    AppModuleSiteMaps: siteMap,
    AppModules: app,
    Connectors: connector,
  }).map(([name, content]) => `<${name}>\n${content}\n</${name}>`),
  '</ImportExportXml>',
)

const contentTypes = lines(
  '<Types>',
  '<Default Extension="xml" ContentType="application/octet-stream" />',
  '<Default Extension="js" ContentType="application/octet-stream" />',
  '<Default Extension="json" ContentType="application/octet-stream" />',
  '<Default Extension="png" ContentType="application/octet-stream" />',
  '<Override PartName="/WebResources/govcdm_thingicon0001" ContentType="image/svg+xml" />',
  '</Types>',
)

const badge = lines(
  '<manifest>',
  '<control namespace="Example" constructor="Badge">',
  '<property name="value" of-type="SingleLine.Text" usage="bound" />',
  '<property name="tone" of-type="Enum" usage="input" />',
  '<resources><code path="bundle.js" /></resources>',
  '</control>',
  '</manifest>',
)

const grid = lines(
  '<manifest>',
  '<control namespace="Example" constructor="Grid">',
  '<data-set name="rows" />',
  '<resources><code path="bundle.js" /></resources>',
  '</control>',
  '</manifest>',
)

/** A small package with one of everything, and no fault. */
export const validFiles: TextFiles = new Map([
  ['[Content_Types].xml', contentTypes],
  [solutionFile, solution],
  [customizationsFile, customizations],
  ['Connector/govcdm_hub_openapidefinition.json', '{}'],
  ['Connector/govcdm_hub_iconblob.Png', 'icon'],
  ['Controls/govcdm_Example.Badge/ControlManifest.xml', badge],
  ['Controls/govcdm_Example.Badge/bundle.js', '//'],
  ['Controls/govcdm_Example.Grid/ControlManifest.xml', grid],
  ['Controls/govcdm_Example.Grid/bundle.js', '//'],
  ['WebResources/govcdm_thingicon0001', '<svg />'],
  ['Workflows/Makethings.json', '{}'],
  [
    'environmentvariabledefinitions/govcdm_Address/environmentvariabledefinition.xml',
    lines(
      '<environmentvariabledefinition schemaname="govcdm_Address">',
      texts({ isrequired: '0', type: '100000000' }),
      '</environmentvariabledefinition>',
    ),
  ],
])

const trees = new Map<string, XmlElement>()

/** Parses a text once: most of a package is the same in every spec. */
function treeOf(text: string, path: string): XmlElement {
  const tree = trees.get(text) ?? parseXml(text, path)
  trees.set(text, tree)
  return tree
}

/** The package that opening a zip of these files gives. */
export function packageOf(files: TextFiles): SolutionPackage {
  const {
    [solutionFile]: solution = '',
    [customizationsFile]: customizations = '',
    ...others
  } = Object.fromEntries(files)
  const encoder = new TextEncoder()
  return {
    source: 'things.zip',
    kind: 'zip',
    solution: treeOf(solution, solutionFile),
    customizations: treeOf(customizations, customizationsFile),
    files: new Map(Object.entries(others).map(([path, text]) => [path, encoder.encode(text)])),
  }
}
