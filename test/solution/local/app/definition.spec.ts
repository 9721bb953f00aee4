import { dataIntegrationApp } from '../../../../solution/app/data-integration-app.js'
import { appDefinition } from '../../../../solution/local/app/server/definition.js'
import { parseFetch } from '../../../../solution/local/query/fetch/fetch-query.js'
import {
  dataIntegration,
  dataIntegrationExample,
} from '../../../../solution/app/solutions/index.js'
import { boundControls as controls } from '../../app/bound-controls.js'
import { country, integrationSyncJob, localTables } from '../../../../solution/tables/index.js'

const declared = [dataIntegration({ controls }), dataIntegrationExample({ controls })]

describe('the definition of the local app', () => {
  const definition = appDefinition(declared, localTables)

  it('has the site map of the app: groups, and tables and dashboards in their order', () => {
    const [app] = definition.apps
    const titles = app?.areas.flatMap(({ groups }) =>
      groups.map(({ title, entries }) => [title, entries.map((entry) => entry.title)]),
    )
    expect(titles).toEqual(
      dataIntegrationApp.siteMap.areas.flatMap(({ groups }) =>
        groups.map(({ title, subAreas }) => [
          title,
          subAreas.map((subArea) => subArea.title ?? ''),
        ]),
      ),
    )
  })

  it('has a picture for the app and for each entry', () => {
    const entries = definition.apps.flatMap(({ areas }) =>
      areas.flatMap(({ groups }) => groups.flatMap((group) => group.entries)),
    )
    for (const { icon = '' } of [...definition.apps, ...entries]) {
      expect(definition.icons[icon]).toMatch(/^data:image\/svg\+xml;base64,/)
    }
  })

  it('has every declared view with a query that the Web API can read', () => {
    for (const { table, views } of declared.flatMap(({ tables }) => tables)) {
      const shown = definition.tables[table.logicalName]?.views ?? []
      for (const view of views) {
        const part = shown.find(({ id }) => id === view.id)
        expect(part?.columns.map(({ name }) => name)).toEqual(
          (view.layout?.columns ?? []).map(({ name }) => name),
        )
        expect(parseFetch(part?.fetchXml ?? '').entity.name).toBe(table.logicalName)
      }
    }
  })

  it('has every declared form as it is declared', () => {
    for (const { table, forms } of declared.flatMap(({ tables }) => tables)) {
      expect(definition.tables[table.logicalName]?.forms).toEqual(forms)
    }
  })

  it('makes a list and a quick search for a table that no solution has views for', () => {
    const views = definition.tables[country.logicalName]?.views ?? []
    expect(views.map(({ name }) => name)).toEqual([
      'Active Countries',
      'Quick Find Active Countries',
    ])
    expect(views[0]?.columns[0]?.name).toBe(country.primaryName)
  })

  it('leads only to tables that are hosted', () => {
    const hosted = [integrationSyncJob]
    const only = appDefinition(declared, hosted)
    expect(Object.keys(only.tables)).toEqual([integrationSyncJob.logicalName])
    const targets = only.apps.flatMap(({ areas }) =>
      areas.flatMap(({ groups }) =>
        groups.flatMap(({ entries }) => entries.map(({ opens }) => opens)),
      ),
    )
    for (const opens of targets) {
      if (opens.kind === 'table') expect(opens.table).toBe(integrationSyncJob.logicalName)
      else
        for (const { table } of only.dashboards[opens.id]?.tiles ?? [])
          expect(table).toBe(integrationSyncJob.logicalName)
    }
    expect(targets.length).toBe(2)
  })

  it('takes a part that several solutions bring from the last one', () => {
    const [first] = declared
    const again = first && {
      ...first,
      apps: first.apps.map((app) => ({ ...app, name: 'Renamed' })),
    }
    const { apps, tables } = appDefinition([...declared, ...(again ? [again] : [])], localTables)
    expect(apps.map(({ name }) => name)).toEqual(['Renamed', 'Data Integration Example'])
    expect(tables[integrationSyncJob.logicalName]?.views.length).toBe(
      definition.tables[integrationSyncJob.logicalName]?.views.length,
    )
  })
})
