import { emitFetch } from '../../../solution/emit/ui/index.js'
import { writeFragment } from '../../../solution/emit/xml.js'
import type { Fetch } from '../../../solution/model/solution/index.js'
import { charts, rowsToFind } from './steward-rows.js'
import { main } from './all-solutions.js'
import { closeHosts, startHost } from '../local/host.js'
import type { Host } from '../local/host.js'

describe('on rows as the service fills them,', () => {
  let host: Host
  beforeAll(async () => {
    host = await startHost()
    for (const { table, rows } of rowsToFind()) {
      for (const row of rows) {
        const { status, text } = await host.send('POST', table.entitySetName, row)
        if (status !== 204) throw new Error(text)
      }
    }
  })
  afterAll(closeHosts)

  const ask = async (set: string, fetch: Fetch) => {
    const query = encodeURIComponent(writeFragment(emitFetch(fetch)))
    const { status, json, text } = await host.send('GET', `${set}?fetchXml=${query}`)
    expect(status).withContext(text).toBe(200)
    return json['value'] as readonly Readonly<Record<string, unknown>>[]
  }

  for (const { table, views } of main.tables) {
    it(`every view of ${table.label} can be run`, async () => {
      for (const view of views) await ask(table.entitySetName, view.fetch)
    })
  }

  for (const { table, found } of rowsToFind()) {
    for (const [name, keys] of Object.entries(found)) {
      it(`${name} lists ${keys.join(', ') || 'nothing'}`, async () => {
        const view = main.tables
          .find((component) => component.table === table)
          ?.views.find((one) => one.name === name)
        if (!view) throw new Error(`There is no view ${name}.`)
        const { entity, settings } = view.fetch
        const named = { ...entity, attributes: [{ name: table.primaryName }] }
        const rows = await ask(table.entitySetName, { settings, entity: named })

        expect(rows.map((row) => row[table.primaryName] as string)).toEqual([...keys])
      })
    }
  }

  for (const { name, counted } of charts) {
    it(`the chart ${name} counts ${counted.join(', ')}`, async () => {
      const component = main.tables.find((one) => one.charts.some((chart) => chart.name === name))
      const chart = component?.charts.find((one) => one.name === name)
      if (!component || !chart) throw new Error(`There is no chart ${name}.`)
      const { table } = component
      const attributes = [{ name: table.primaryName }]
      const orders = [{ attribute: table.primaryName, descending: false }]
      const entity = { ...chart.fetch.entity, attributes, orders }
      const rows = await ask(table.entitySetName, { settings: {}, entity })

      expect(rows.map((row) => row[table.primaryName] as string)).toEqual([...counted])
    })
  }
})
