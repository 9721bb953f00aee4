import { fetchTableDefinitions } from '../../../connector/dataverse/index.js'
import { environment } from './metadata-environment.js'

describe('fetchTableDefinitions', () => {
  it('reads every table in one batch, and the sets of further lookup targets in a second', async () => {
    const { client, batches } = environment()
    const tables = await fetchTableDefinitions(client, ['x_thing', 'x_none', 'x_thing'])

    expect([...tables.keys()]).toEqual(['x_thing', 'x_none'])
    expect(tables.get('x_none')).toBeNull()
    expect(batches.length).toBe(2)
    expect(batches[1]?.length).toBe(5)
  })

  it('sends nothing for no tables', async () => {
    const { client, batches } = environment()

    expect((await fetchTableDefinitions(client, [])).size).toBe(0)
    expect(batches.length).toBe(0)
  })

  it('names the table the way requests need it', async () => {
    const { client } = environment()
    const table = (await fetchTableDefinitions(client, ['x_thing'])).get('x_thing')

    expect(table).toEqual(
      jasmine.objectContaining({
        logicalName: 'x_thing',
        entitySetName: 'x_things',
        label: 'Thing',
        primaryId: 'x_thingid',
        primaryName: 'x_name',
      }),
    )
  })

  it('says of each column what it takes', async () => {
    const { client } = environment()
    const table = (await fetchTableDefinitions(client, ['x_thing'])).get('x_thing')
    const writable = { validForCreate: true, validForUpdate: true }
    const column = (logicalName: string, kind: string, more: object = {}) => ({
      logicalName,
      label: `The ${logicalName}`,
      kind,
      ...writable,
      ...more,
    })

    expect([...(table?.columns.values() ?? [])] as unknown[]).toEqual([
      column('x_thingid', 'uniqueIdentifier', { validForUpdate: false }),
      column('x_name', 'text', { maxLength: 100 }),
      column('x_notes', 'memo', { maxLength: 2_000 }),
      column('x_count', 'integer', { minValue: 0, maxValue: 10 }),
      column('x_big', 'bigInteger'),
      column('x_share', 'decimal', { minValue: -1, maxValue: 1, precision: 3 }),
      column('x_ratio', 'float'),
      column('x_price', 'money'),
      column('x_isopen', 'yesNo', {
        options: [
          { value: 1, label: 'Open' },
          { value: 0, label: 'Shut' },
        ],
      }),
      column('x_kind', 'choice', { options: [{ value: 1, label: 'One' }] }),
      column('x_color', 'choice', { options: [{ value: 7, label: 'Red' }] }),
      column('x_born', 'date'),
      column('x_seen', 'dateTime'),
      column('x_customer', 'lookup', {
        targets: [
          { table: 'account', entitySetName: 'accounts', navigationProperty: 'x_Customer_account' },
          { table: 'contact', entitySetName: 'contacts', navigationProperty: 'x_Customer_contact' },
        ],
      }),
      column('ownerid', 'lookup', {
        targets: [
          { table: 'systemuser', entitySetName: 'systemusers', navigationProperty: 'ownerid' },
          { table: 'team', entitySetName: 'teams', navigationProperty: 'ownerid' },
        ],
      }),
      column('x_kindname', 'unsupported'),
      column('x_photo', 'unsupported', { label: 'x_photo' }),
      column('versionnumber', 'bigInteger', { validForCreate: false, validForUpdate: false }),
    ])
  })

  it('does not ask for what can be no name', async () => {
    const { client, batches } = environment()
    const names = [`a') or ('b/../c`, '', 'x'.repeat(129), 'X_Thing']
    const tables = await fetchTableDefinitions(client, names)

    expect([...tables]).toEqual(names.map((name) => [name, null]))
    expect(batches.length).toBe(0)
  })
})
