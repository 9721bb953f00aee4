import { childOf, childrenOf, textAt } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { bareId } from './names.js'
import { placeAt } from './place.js'
import type { Files, Place } from './place.js'

/** A component below the root of `customizations.xml`. */
export interface ComponentFacts {
  /** Number of the component type, as root components write it. */
  readonly type: string
  /** The name or bare id that a root component names it by. */
  readonly key: string
  /** How a person calls it. */
  readonly name: string
  readonly node: XmlElement
  readonly place: Place
}

/** How components of one type are written and named. */
export interface ComponentKind {
  readonly type: string
  /** Name of the list below the root, and of its elements. */
  readonly list: string
  readonly element: string
  readonly keyedBy: 'schemaName' | 'id'
  readonly key: (node: XmlElement) => string | undefined
  readonly name?: (node: XmlElement) => string | undefined
  /** Ends of the path of its file in an unpacked folder. */
  readonly files?: (key: string, name: string) => readonly string[]
}

const attribute = (name: string) => (node: XmlElement) => node.attributes[name]
const text = (name: string) => (node: XmlElement) => textAt(node, name)

/** Every kind that has a root component of its own, except tables and environment variables. */
export const componentKinds: readonly ComponentKind[] = [
  {
    type: '9',
    list: 'optionsets',
    element: 'optionset',
    keyedBy: 'schemaName',
    key: attribute('Name'),
    files: (key) => [`OptionSets/${key}.xml`],
  },
  {
    type: '20',
    list: 'Roles',
    element: 'Role',
    keyedBy: 'id',
    key: attribute('id'),
    name: attribute('name'),
    files: (_key, name) => [`Roles/${name}.xml`],
  },
  {
    type: '29',
    list: 'Workflows',
    element: 'Workflow',
    keyedBy: 'id',
    key: attribute('WorkflowId'),
    name: attribute('Name'),
    files: (key) => [`-${key}.json.data.xml`, `-${key}.xaml.data.xml`],
  },
  {
    type: '60',
    list: 'Dashboards',
    element: 'Dashboard',
    keyedBy: 'id',
    key: text('FormId'),
    files: (key) => [`/{${key}}.xml`],
  },
  {
    type: '60',
    list: 'InteractionCentricDashboards',
    element: 'InteractionCentricDashboard',
    keyedBy: 'id',
    key: text('FormId'),
    files: (key) => [`/{${key}}.xml`],
  },
  {
    type: '61',
    list: 'WebResources',
    element: 'WebResource',
    keyedBy: 'schemaName',
    key: text('Name'),
    files: (key) => [`WebResources/${key}.data.xml`],
  },
  {
    type: '62',
    list: 'AppModuleSiteMaps',
    element: 'AppModuleSiteMap',
    keyedBy: 'schemaName',
    key: text('SiteMapUniqueName'),
    files: (key) => [`AppModuleSiteMaps/${key}/AppModuleSiteMap.xml`],
  },
  {
    type: '66',
    list: 'CustomControls',
    element: 'CustomControl',
    keyedBy: 'schemaName',
    key: text('Name'),
    files: (key) => [`Controls/${key}/ControlManifest.xml.data.xml`],
  },
  {
    type: '70',
    list: 'FieldSecurityProfiles',
    element: 'FieldSecurityProfile',
    keyedBy: 'id',
    key: attribute('fieldsecurityprofileid'),
    name: attribute('name'),
    files: () => ['Other/FieldSecurityProfiles.xml'],
  },
  {
    type: '80',
    list: 'AppModules',
    element: 'AppModule',
    keyedBy: 'schemaName',
    key: text('UniqueName'),
    files: (key) => [`AppModules/${key}/AppModule.xml`],
  },
  {
    type: '300',
    list: 'CanvasApps',
    element: 'CanvasApp',
    keyedBy: 'schemaName',
    key: text('Name'),
    files: (key) => [`CanvasApps/${key}.meta.xml`],
  },
  {
    type: '372',
    list: 'Connectors',
    element: 'Connector',
    keyedBy: 'id',
    key: text('connectorid'),
    name: text('name'),
    files: (_key, name) => [`Connectors/${name}.xml`],
  },
]

/** The components of every kind, in the order of `componentKinds`. */
export function componentFacts(customizations: XmlElement, files: Files): ComponentFacts[] {
  return componentKinds.flatMap((kind) =>
    childrenOf(childOf(customizations, kind.list), kind.element).map((node) => {
      const written = kind.key(node) ?? ''
      const key = kind.keyedBy === 'id' ? bareId(written) : written
      const name = kind.name?.(node) ?? written
      const file = files.ending(...(kind.files?.(key, name) ?? []))
      const place = placeAt(file, `${kind.element} ${name || '(without name)'}`, node)
      return { type: kind.type, key, name, node, place }
    }),
  )
}
