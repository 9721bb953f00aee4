/** Where an unpacked folder keeps the entries of a list of customizations.xml, a file each. */
export interface FolderList {
  /** Child of the root, and the name of its entries. */
  readonly list: string
  readonly entry: string
  readonly folder: string
  /** How the names of the files with an entry end; other files in the folder are the component's. */
  readonly ending: string
}

/** Tables and relationships have layouts of their own; lists that are not here stay in the root. */
export const folderLists: readonly FolderList[] = [
  { list: 'Roles', entry: 'Role', folder: 'Roles', ending: '.xml' },
  { list: 'Workflows', entry: 'Workflow', folder: 'Workflows', ending: '.data.xml' },
  { list: 'optionsets', entry: 'optionset', folder: 'OptionSets', ending: '.xml' },
  { list: 'Dashboards', entry: 'Dashboard', folder: 'Dashboards', ending: '.xml' },
  {
    list: 'InteractionCentricDashboards',
    entry: 'InteractionCentricDashboard',
    folder: 'InteractionCentricDashboards',
    ending: '.xml',
  },
  { list: 'WebResources', entry: 'WebResource', folder: 'WebResources', ending: '.data.xml' },
  { list: 'CustomControls', entry: 'CustomControl', folder: 'Controls', ending: '.data.xml' },
  {
    list: 'AppModuleSiteMaps',
    entry: 'AppModuleSiteMap',
    folder: 'AppModuleSiteMaps',
    ending: '.xml',
  },
  { list: 'AppModules', entry: 'AppModule', folder: 'AppModules', ending: '.xml' },
  { list: 'CanvasApps', entry: 'CanvasApp', folder: 'CanvasApps', ending: '.meta.xml' },
  { list: 'Connectors', entry: 'Connector', folder: 'Connectors', ending: '.xml' },
  {
    list: 'SolutionPluginAssemblies',
    entry: 'PluginAssembly',
    folder: 'PluginAssemblies',
    ending: '.data.xml',
  },
]

/** Folders whose files have another path in a zip. */
export const connectorFolder = { zip: 'Connector/', folder: 'Connectors/' } as const

/** The ending of what is used instead when the folder is packed as a managed solution. */
export const managedTwin = '_managed.xml'
