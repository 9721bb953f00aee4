import { randomUUID } from 'node:crypto'
import {
  createMultiple,
  fetchTableDefinitions,
  rawCreateMultiple,
  retrieve,
} from '../../../../connector/dataverse/index.js'
import type { Column, Option } from '../../../../solution/model/index.js'
import {
  account,
  contact,
  country,
  integrationLedger,
  stateOrProvince,
} from '../../../../solution/tables/index.js'
import { countries, openScene } from './scene.js'
import type { Scene } from './scene.js'

describe('Metadata of the local Web API', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })

  afterAll(() => scene.close())

  beforeEach(() => {
    scene.resetCount()
    scene.host.faults.clear()
  })

  it('describes every declared table as it is declared', async () => {
    const tables = [country, stateOrProvince, contact, account, integrationLedger] as const
    const names = [...tables.map((table) => table.logicalName), 'no_such_table']
    const definitions = await fetchTableDefinitions(scene.client, names)

    expect(scene.requests()).toBeLessThanOrEqual(2)
    expect(definitions.get('no_such_table')).toBeNull()
    for (const table of tables) {
      const definition = definitions.get(table.logicalName)
      expect(definition).toEqual(
        jasmine.objectContaining({
          logicalName: table.logicalName,
          entitySetName: table.entitySetName,
          primaryId: table.primaryId,
          primaryName: table.primaryName,
          label: table.label,
        }),
      )
      for (const column of Object.values<Column>(table.columns)) {
        const found = definition?.columns.get(column.logicalName)
        expect([column.logicalName, found?.kind]).toEqual([column.logicalName, column.kind])
        expect(found?.maxLength).toBe(column.maxLength)
        if (column.options) {
          const values = Object.values<Option>(column.options).map(({ value }) => value)
          expect(found?.options?.map(({ value }) => value)).toEqual(values)
        }
        expect(found?.targets?.map(({ table: target }) => target)).toEqual(column.targets?.slice())
      }
    }
  })

  it('names the navigation properties that writes bind', async () => {
    const definitions = await fetchTableDefinitions(scene.client, [
      stateOrProvince.logicalName,
      contact.logicalName,
    ])
    const state = definitions.get(stateOrProvince.logicalName)
    const lookup = state?.columns.get(stateOrProvince.columns.country.logicalName)?.targets?.[0]
    const { rows } = countries(1)
    await scene.client.send(createMultiple(country, rows))
    const id = randomUUID()
    await scene.client.send(
      rawCreateMultiple(state ?? country, [
        {
          id,
          row: {
            [stateOrProvince.columns.name.logicalName]: 'Tyrol',
            [stateOrProvince.columns.abbreviation.logicalName]: 'T',
            [`${lookup?.navigationProperty}@odata.bind`]: `/${lookup?.entitySetName}(${rows[0]?.id})`,
          },
        },
      ]),
    )
    const row = await scene.client.send(retrieve(stateOrProvince, id, { select: ['country'] }))

    expect(row.country.id).toBe(rows[0]?.id ?? '')
    const parents = definitions
      .get(contact.logicalName)
      ?.columns.get(contact.columns.parentCustomer.logicalName)
    expect(parents?.targets).toEqual([
      {
        table: 'account',
        entitySetName: 'accounts',
        navigationProperty: 'parentcustomerid_account',
      },
      {
        table: 'contact',
        entitySetName: 'contacts',
        navigationProperty: 'parentcustomerid_contact',
      },
    ])
  })
})
