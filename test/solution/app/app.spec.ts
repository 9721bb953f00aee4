import { ownTables } from '../../../solution/tables/index.js'
import { webResourceType } from '../../../solution/model/solution/index.js'
import { connector, example, main, solutions } from './all-solutions.js'

const [app] = main.apps
const areas = app?.siteMap.areas ?? []
const groups = areas.flatMap((area) => area.groups)
const subAreas = groups.flatMap((group) => group.subAreas)

describe('the app', () => {
  it('has the groups Setup and Processing', () => {
    expect(
      groups.map(({ title, subAreas }) => [title, ...subAreas.map((one) => one.title ?? '')]),
    ).toEqual([
      ['Setup', 'Identifiers', 'Value Maps', 'Code Comparison', 'Commit Policies'],
      ['Processing', 'Steward Dashboard', 'Sync Jobs', 'Sync Items', 'Held Values', 'Ledgers'],
    ])
  })

  it('gives parts of the site map ids of letters, digits and underscores, each once', () => {
    const ids = [...areas, ...groups, ...subAreas].map(({ id }) => id)

    expect(ids.filter((id) => !/^\w+$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('opens only tables and dashboards that belong to it', () => {
    const dashboards = main.dashboards.map(({ id }) => id)
    expect([...(app?.forms ?? [])]).toEqual(dashboards)
    for (const { table, dashboardId } of subAreas) {
      if (table !== undefined) expect(app?.tables).toContain(table)
      else expect(dashboards).toContain(dashboardId ?? '')
    }
  })

  it('is seen by the roles of people', () => {
    const seenBy = main.roles.filter(({ id }) => app?.roles.includes(id)).map(({ name }) => name)

    expect(seenBy).toEqual([
      'Data Integration Administrator',
      'Data Steward',
      'Data Integration Reader',
    ])
  })

  it('has an icon of its own, as each table does, drawn without scripts or foreign files', () => {
    const icons = new Map(main.webResources.map((one) => [one.name, one]))
    expect(icons.size).toBe(ownTables.length + 1)
    const used = [
      app?.icon,
      ...ownTables.map(({ icon }) => icon),
      ...subAreas.map(({ icon }) => icon),
    ]
    for (const name of used)
      expect(icons.has(name ?? ''))
        .withContext(name ?? 'none')
        .toBeTrue()
    for (const { type, name, content } of icons.values()) {
      const text = new TextDecoder().decode(content)
      expect(type).toBe(webResourceType.svg)
      expect(text)
        .withContext(name)
        .toMatch(/^<svg [^>]*viewBox="0 0 32 32"/)
      expect(text)
        .withContext(name)
        .not.toMatch(/<script|href|<style|<image|url\(/)
    }
    expect(new Set([...icons.values()].map((one) => one.content.toString())).size).toBe(icons.size)
  })
})

describe('the solutions', () => {
  it('have names of their own, of one publisher and version', () => {
    expect(solutions.map(({ uniqueName }) => uniqueName)).toEqual([
      'govcdm_dataintegrationworkbench',
      'govcdm_dataintegrationworkbench_connector',
      'govcdm_dataintegrationworkbench_example',
      'govcdm_dataintegrationworkbench_flows',
    ])
    for (const { publisher, version } of solutions) {
      expect([publisher.uniqueName, publisher.prefix, version]).toEqual([
        'microsoftgovcdm',
        'govcdm',
        '1.0.0.0',
      ])
    }
  })

  it('need of Core the yes/no choice, and for the example the two tables it has forms for', () => {
    const needs = ({ requires }: (typeof solutions)[number]) =>
      requires.map(({ required }) => `${required.schemaName ?? ''} of ${required.solution}`)

    expect(needs(main)).toEqual(['govcdm_yesno of govcdm_core (1.0.1.0)'])
    expect(needs(connector)).toEqual([])
    expect(new Set(needs(example).filter((need) => need.includes('core')))).toEqual(
      new Set([
        'govcdm_country of govcdm_core (1.0.1.0)',
        'govcdm_stateorprovince of govcdm_core (1.0.1.0)',
      ]),
    )
  })

  it('bring all our tables, whose names a person need not type where the service makes them', () => {
    expect(main.tables.map(({ table }) => table.logicalName)).toEqual(
      ownTables.map(({ logicalName }) => logicalName),
    )
    for (const { columns, published, label } of ownTables) {
      expect(columns.name.autoNumberFormat !== undefined)
        .withContext(label)
        .toBe(published)
    }
  })

  it('find rows by the alternate keys of the design', () => {
    const keys = ownTables.flatMap(({ label, keys }) =>
      keys.map(({ columns }) => `${label}: ${columns.join(', ')}`),
    )

    expect(keys).toEqual([
      'Integration Identifier: govcdm_keyhash',
      'Integration Value Map: govcdm_keyhash',
      'Integration Ledger: govcdm_chainkey',
      'Integration Lane: govcdm_targettable, govcdm_lanenumber',
    ])
  })

  it('describe each environment variable', () => {
    for (const { schemaName, description = '' } of main.environmentVariables) {
      expect(schemaName).toMatch(/^govcdm_[A-Z]/)
      expect(description)
        .withContext(schemaName)
        .toMatch(/^.{30,}\.$/)
    }
  })

  it('carry the connector as its definition has it, with variables where environments differ', () => {
    const [one] = connector.connectors
    const { host } = JSON.parse(one?.openApiDefinition ?? '') as { readonly host: string }

    expect(one?.label).toBe('Ledger')
    expect(one?.iconColor).toBe('#123456')
    expect(one?.policyTemplateInstances).toBe('[{"templateId":"one"}]')
    expect(host).toBe('@environmentVariables("govcdm_IntegrationServiceHost")')
    expect(JSON.parse(one?.connectionParameters ?? '')).toEqual({
      token: {
        oAuthSettings: {
          clientId: '@environmentVariables("govcdm_IntegrationConnectorClientId")',
          customParameters: {
            loginUri: { value: '@environmentVariables("govcdm_IntegrationLoginUrl")' },
          },
        },
      },
    })
  })

  it('declare every variable that the connector names', () => {
    const { openApiDefinition = '', connectionParameters = '' } = connector.connectors[0] ?? {}
    const named = [...`${openApiDefinition}${connectionParameters}`.matchAll(/govcdm_\w+/g)]
    const declared = main.environmentVariables.map(({ schemaName }) => schemaName)

    expect(named.length).toBe(3)
    for (const [schemaName] of named) expect(declared).toContain(schemaName)
  })
})
