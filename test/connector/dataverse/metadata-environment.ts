import { DataverseError } from '../../../connector/dataverse/index.js'
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
export function environment() {
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
