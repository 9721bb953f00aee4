import { packageFiles, unpackedFiles } from '../../../../solution/emit/index.js'
import { emptySolution } from '../../../../solution/model/solution/index.js'
import type { Solution } from '../../../../solution/model/solution/index.js'
import { readSolution } from '../../../../solution/read/index.js'
import { mergeFolder } from '../../../../solution/read/package/merge-folder.js'
import { connector, example, main } from '../../app/all-solutions.js'

const utf8 = new TextEncoder()
const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string) =>
  new TextDecoder().decode(files.get(path))

/** A folder that another tool wrote by hand. */
function folder(files: Readonly<Record<string, string>>) {
  const root = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  const publisher =
    '<Publisher><UniqueName>p</UniqueName><CustomizationPrefix>p</CustomizationPrefix>' +
    '<CustomizationOptionValuePrefix>10000</CustomizationOptionValuePrefix></Publisher>'
  const all = {
    'Other/Solution.xml': `<ImportExportXml><SolutionManifest><UniqueName>s</UniqueName><Version>1.0</Version>${publisher}</SolutionManifest></ImportExportXml>`,
    'Other/Customizations.xml': `<ImportExportXml ${root}><Roles /></ImportExportXml>`,
    ...files,
  }
  return mergeFolder(
    new Map(Object.entries(all).map(([path, text]) => [path, utf8.encode(text)])),
    'made',
  )
}

describe('An unpacked folder', () => {
  const files = unpackedFiles(main)
  const paths = [...files.keys()]

  it('has a file for each component, where packing looks for it', () => {
    const job = 'Entities/govcdm_IntegrationSyncJob'
    const [role] = main.roles
    const [resource] = main.webResources
    expect(paths).toEqual(
      jasmine.arrayContaining([
        'Other/Solution.xml',
        'Other/Customizations.xml',
        'Other/Relationships.xml',
        'Other/Relationships/SystemUser.xml',
        'Other/Relationships/govcdm_IntegrationSyncJob.xml',
        'Other/FieldSecurityProfiles.xml',
        `${job}/Entity.xml`,
        `${job}/RibbonDiff.xml`,
        `Roles/${role?.name ?? ''}.xml`,
        `WebResources/${resource?.name ?? ''}`,
        `WebResources/${resource?.name ?? ''}.data.xml`,
        'OptionSets/govcdm_integrationcommitmode.xml',
        'AppModules/govcdm_DataIntegrationWorkbench/AppModule.xml',
        'AppModules/govcdm_DataIntegrationWorkbench/AppModule_managed.xml',
        'AppModuleSiteMaps/govcdm_DataIntegrationWorkbench/AppModuleSiteMap.xml',
        'AppModuleSiteMaps/govcdm_DataIntegrationWorkbench/AppModuleSiteMap_managed.xml',
        `Dashboards/{${main.dashboards[0]?.id ?? ''}}.xml`,
        'environmentvariabledefinitions/govcdm_IntegrationServiceHost/environmentvariabledefinition.xml',
      ]),
    )
    const [form] = main.tables[0]?.forms ?? []
    const place = `Entities/${main.tables[0]?.table.schemaName ?? ''}/FormXml/${form?.type ?? ''}/{${form?.id ?? ''}}`
    expect(files.get(`${place}_managed.xml`)).toEqual(files.get(`${place}.xml`) as Uint8Array)
    expect(paths).not.toContain('[Content_Types].xml')
  })

  it('has a marker for each part that has files of its own', () => {
    const root = textOf(files, 'Other/Customizations.xml')
    for (const list of ['Entities', 'Roles', 'EntityRelationships', 'optionsets', 'AppModules']) {
      expect(root).toContain(`  <${list} />\n`)
    }
    const table = textOf(files, 'Entities/govcdm_IntegrationSyncJob/Entity.xml')
    for (const part of ['FormXml', 'SavedQueries', 'RibbonDiffXml']) {
      expect(table).toContain(`  <${part} />\n`)
    }
  })

  it('keeps a connector’s files under the name of its folder', () => {
    expect([...unpackedFiles(connector).keys()]).toEqual(
      jasmine.arrayContaining([
        'Connectors/govcdm_dataintegration.xml',
        'Connectors/govcdm_dataintegration_openapidefinition.json',
      ]),
    )
    expect([...packageFiles(connector, { managed: true }).keys()]).toContain(
      'Connector/govcdm_dataintegration_openapidefinition.json',
    )
  })

  it('is merged without the twins for managed packages', () => {
    const changed = new Map(unpackedFiles(example))
    for (const path of changed.keys()) {
      if (path.endsWith('_managed.xml')) changed.set(path, utf8.encode('<forms>not read'))
    }

    expect(readSolution(mergeFolder(changed, 'x')).tables.length).toBe(example.tables.length)
  })

  it('made by another tool is read with components in files and in the root', () => {
    const role = (digit: string) => `<Role id="{${digit}}" name="Role ${digit}" />`
    const read = readSolution(
      folder({
        'Other/Customizations.xml': `<ImportExportXml><Roles>${role('1')}</Roles></ImportExportXml>`,
        'Roles/Role 2.xml': `<?xml version="1.0"?>${role('2')}`,
        'docs/notes.txt': 'kept',
      }),
    )

    expect(read.roles.map(({ name }) => name)).toEqual(['Role 1', 'Role 2'])
    expect([...(read.files?.keys() ?? [])]).toEqual(['docs/notes.txt'])
  })

  it('is read with forms and views whose marker is missing', () => {
    const read = readSolution(
      folder({
        'Entities/p_A/Entity.xml':
          '<Entity><Name LocalizedName="A" OriginalName="A">p_A</Name><EntityInfo><entity Name="p_A"><attributes /></entity></EntityInfo></Entity>',
        'Entities/p_A/FormXml/main/{1}.xml':
          '<forms><systemform><formid>{1}</formid><form><tabs /></form></systemform></forms>',
      }),
    )

    expect(read.tables[0]?.forms.map(({ id, type }) => [id, type])).toEqual([['1', 'main']])
  })

  it('is refused for a name that leads out of it, and for two of one name', () => {
    const [resource] = main.webResources
    if (!resource) throw new Error('The main solution has no web resource.')
    const bare: Solution = { ...main, ...emptySolution, webResources: [resource, resource] }
    const outside = { ...resource, name: '../evil' }

    expect(() => unpackedFiles({ ...bare, webResources: [outside] })).toThrowError(
      "The file 'WebResources/../evil.data.xml' would lie outside of the folder.",
    )
    expect(() => unpackedFiles(bare)).toThrowError(/^Two components would have the file /)
  })
})
