import {
  createMetadataCache,
  DataverseError,
  fetchTableDefinitions,
} from '../../../connector/dataverse/index.js'
import type { AnyOperation, DataverseClient, Outcome } from '../../../connector/dataverse/index.js'

const label = (text: string) => ({ UserLocalizedLabel: { Label: text, LanguageCode: 1033 } })

const attribute = (LogicalName: string, AttributeType: string, more: object = {}) => ({
  LogicalName,
  AttributeType,
  AttributeOf: null,
  DisplayName: label(`The ${LogicalName}`),
  IsValidForCreate: true,
  IsValidForUpdate: true,
  ...more,
})

const option = (Value: number, text: string) => ({ Value, Label: label(text) })

const relationship = (column: string, table: string, navigationProperty: string) => ({
  ReferencingAttribute: column,
  ReferencedEntity: table,
  ReferencingEntityNavigationPropertyName: navigationProperty,
})

/** As the platform describes a table, by the last segment of the address. */
const thing: Readonly<Record<string, unknown>> = {
  "EntityDefinitions(LogicalName='x_thing')": {
    LogicalName: 'x_thing',
    EntitySetName: 'x_things',
    PrimaryIdAttribute: 'x_thingid',
    PrimaryNameAttribute: 'x_name',
    DisplayName: label('Thing'),
    Attributes: [
      attribute('x_thingid', 'Uniqueidentifier', { IsValidForUpdate: false }),
      attribute('x_name', 'String'),
      attribute('x_notes', 'Memo'),
      attribute('x_count', 'Integer'),
      attribute('x_big', 'BigInt'),
      attribute('x_share', 'Decimal'),
      attribute('x_ratio', 'Double'),
      attribute('x_price', 'Money'),
      attribute('x_isopen', 'Boolean'),
      attribute('x_kind', 'Picklist'),
      attribute('x_color', 'Picklist'),
      attribute('x_born', 'DateTime'),
      attribute('x_seen', 'DateTime'),
      attribute('x_customer', 'Customer'),
      attribute('ownerid', 'Owner'),
      attribute('x_kindname', 'Virtual', { AttributeOf: 'x_kind' }),
      attribute('x_photo', 'Virtual', { DisplayName: { UserLocalizedLabel: null } }),
      attribute('versionnumber', 'BigInt', { IsValidForCreate: false, IsValidForUpdate: false }),
    ],
    ManyToOneRelationships: [
      relationship('x_customer', 'account', 'x_Customer_account'),
      relationship('x_customer', 'contact', 'x_Customer_contact'),
      relationship('ownerid', 'owner', 'ownerid'),
    ],
  },
  StringAttributeMetadata: [{ LogicalName: 'x_name', MaxLength: 100 }],
  MemoAttributeMetadata: [{ LogicalName: 'x_notes', MaxLength: 2_000 }],
  IntegerAttributeMetadata: [{ LogicalName: 'x_count', MinValue: 0, MaxValue: 10 }],
  DecimalAttributeMetadata: [{ LogicalName: 'x_share', MinValue: -1, MaxValue: 1, Precision: 3 }],
  BooleanAttributeMetadata: [
    {
      LogicalName: 'x_isopen',
      OptionSet: { TrueOption: option(1, 'Open'), FalseOption: option(0, 'Shut') },
    },
  ],
  PicklistAttributeMetadata: [
    { LogicalName: 'x_kind', OptionSet: { Options: [option(1, 'One')] }, GlobalOptionSet: null },
    { LogicalName: 'x_color', OptionSet: null, GlobalOptionSet: { Options: [option(7, 'Red')] } },
  ],
  DateTimeAttributeMetadata: [
    { LogicalName: 'x_born', Format: 'DateOnly', DateTimeBehavior: { Value: 'DateOnly' } },
    { LogicalName: 'x_seen', Format: 'DateAndTime', DateTimeBehavior: { Value: 'UserLocal' } },
  ],
  LookupAttributeMetadata: [
    { LogicalName: 'x_customer', Targets: ['account', 'contact', 'x_gone'] },
    { LogicalName: 'ownerid', Targets: ['systemuser', 'team'] },
  ],
}

const setNames: Readonly<Record<string, string>> = {
  account: 'accounts',
  contact: 'contacts',
  systemuser: 'systemusers',
  team: 'teams',
}

/** A platform that has the table x_thing; counts batches. */
function environment() {
  const batches: (readonly string[])[] = []
  let fails = false

  function bodyOf(path: string): unknown {
    const [address = '', text = ''] = decodeURIComponent(path).split('?')
    const table = /LogicalName='(\w+)'/.exec(address)?.[1] ?? ''
    if (table === 'x_thing') {
      const type = address.split('Microsoft.Dynamics.CRM.')[1]
      return type === undefined ? thing[address] : { value: thing[type] ?? [] }
    }
    const EntitySetName = setNames[table]
    return EntitySetName === undefined || text.includes('Attributes')
      ? undefined
      : { LogicalName: table, EntitySetName }
  }

  const batch = (operations: readonly AnyOperation[]): Promise<readonly Outcome<unknown>[]> => {
    if (fails) return Promise.reject(new Error('No route.'))
    const paths = operations.map((operation) =>
      operation.kind === 'request' ? operation.path : '',
    )
    batches.push(paths)
    const outcomes = operations.map((operation, index): Outcome<unknown> => {
      const path = paths[index] ?? ''
      const body = bodyOf(path)
      if (body === undefined || operation.kind === 'changeSet') {
        const details = { status: 404, code: '0x80040217', message: 'No such table.', path }
        return { ok: false, error: new DataverseError(details) }
      }
      return { ok: true, value: operation.decode({ status: 200, headers: {}, body }) }
    })
    return Promise.resolve(outcomes)
  }
  return {
    client: { batch } as unknown as Pick<DataverseClient, 'batch'>,
    batches,
    break: () => {
      fails = true
    },
    mend: () => {
      fails = false
    },
  }
}

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

describe('The metadata cache', () => {
  function cached(ages: { readonly maxAgeMs?: number; readonly missingMaxAgeMs?: number } = {}) {
    let time = 0
    const place = environment()
    return {
      ...place,
      cache: createMetadataCache(place.client, { ...ages, now: () => time }),
      passTime: (milliseconds: number) => {
        time += milliseconds
      },
    }
  }

  it('asks once for tables that are asked for at the same time', async () => {
    const { cache, batches } = cached()
    const [first, second] = await Promise.all([
      cache.tables(['x_thing']),
      cache.tables(['x_thing']),
    ])

    expect(first.get('x_thing')).toBe(second.get('x_thing') ?? null)
    expect(batches.length).toBe(2)
  })

  it('asks again only when a definition has grown old', async () => {
    const { cache, batches, passTime } = cached({ maxAgeMs: 1_000 })
    await cache.tables(['x_thing'])
    passTime(999)
    await cache.tables(['x_thing'])
    expect(batches.length).toBe(2)

    passTime(1)
    await cache.tables(['x_thing'])
    expect(batches.length).toBe(4)
  })

  it('believes a table missing for a shorter time', async () => {
    const { cache, batches, passTime } = cached({ maxAgeMs: 1_000, missingMaxAgeMs: 10 })
    await cache.tables(['x_none'])
    await cache.tables(['x_none'])
    expect(batches.length).toBe(1)

    passTime(10)
    expect((await cache.tables(['x_none'])).get('x_none')).toBeNull()
    expect(batches.length).toBe(2)
  })

  it('asks only for the tables it does not know', async () => {
    const { cache, batches } = cached()
    await cache.tables(['x_none'])
    const both = await cache.tables(['x_none', 'x_thing'])

    expect([...both.keys()]).toEqual(['x_none', 'x_thing'])
    expect(batches[1]?.every((path) => path.includes('x_thing'))).toBeTrue()
  })

  it('does not keep a failure', async () => {
    const place = cached()
    place.break()
    await expectAsync(place.cache.tables(['x_thing'])).toBeRejectedWithError('No route.')

    place.mend()
    expect((await place.cache.tables(['x_thing'])).get('x_thing')).not.toBeNull()
  })

  it('forgets everything when told to', async () => {
    const { cache, batches } = cached()
    await cache.tables(['x_thing'])
    cache.clear()
    await cache.tables(['x_thing'])

    expect(batches.length).toBe(4)
  })
})
