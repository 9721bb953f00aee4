import { managedTwin } from '../../model/solution/index.js'
import type { FolderList } from '../../model/solution/index.js'
import { textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

type Naming = (entry: XmlElement) => readonly string[]

/** Names of an entry's files below its folder, without the ending; those of two have a managed twin. */
const namings: Readonly<Record<string, Naming>> = {
  Role: ({ attributes }) => [fileName(attributes.name)],
  optionset: ({ attributes }) => [fileName(attributes.Name)],
  Workflow: (entry) => [
    lastPart(textAt(entry, 'JsonFileName') ?? textAt(entry, 'XamlFileName') ?? ''),
  ],
  Dashboard: (entry) => [textAt(entry, 'FormId') ?? ''],
  InteractionCentricDashboard: (entry) => [textAt(entry, 'FormId') ?? ''],
  WebResource: (entry) => [textAt(entry, 'Name') ?? ''],
  CustomControl: (entry) => [`${textAt(entry, 'Name') ?? ''}/ControlManifest.xml`],
  AppModule: (entry) => withTwin(`${textAt(entry, 'UniqueName') ?? ''}/AppModule`),
  AppModuleSiteMap: (entry) =>
    withTwin(`${textAt(entry, 'SiteMapUniqueName') ?? ''}/AppModuleSiteMap`),
  CanvasApp: (entry) => [textAt(entry, 'Name') ?? ''],
  Connector: (entry) => [textAt(entry, 'name') ?? ''],
  PluginAssembly: (entry) => [
    (textAt(entry, 'FileName') ?? '').replace(/^\/?PluginAssemblies\//, ''),
  ],
}

/** The paths of an entry's files. */
export function fileNamesOf(entry: XmlElement, { folder, ending }: FolderList): readonly string[] {
  const names = namings[entry.name]?.(entry) ?? []
  return names.map((name) => `${folder}/${name}${ending}`)
}

const twin = managedTwin.replace('.xml', '')

const withTwin = (name: string): readonly string[] => [name, `${name}${twin}`]

const lastPart = (path: string): string => path.split('/').at(-1) ?? ''

/** A name of a component as the name of a file: what some file systems refuse is an underscore. */
export const fileName = (name: string | undefined): string =>
  (name ?? '').replace(/[<>:"/\\|?*]/g, '_')
