import { account, contact } from '../../tables/index.js'
import type { HostedColumn } from '../schema/index.js'

/** What the platform calls a column's type, in the several places where it does. */
export interface ColumnType {
  /** `AttributeType`. */
  readonly code: string
  /** `AttributeTypeName`. */
  readonly name: string
  /** The metadata type, for casts: `StringAttributeMetadata`. */
  readonly metadata: string
  /** The primitive type of the property in rows. */
  readonly edm: string
}

const customers: ReadonlySet<string> = new Set([account.logicalName, contact.logicalName])

export function columnType(column: HostedColumn): ColumnType {
  switch (column.kind) {
    case 'text':
      return named('String', 'StringType', 'String', 'Edm.String')
    case 'memo':
      return named('Memo', 'MemoType', 'Memo', 'Edm.String')
    case 'integer':
      return named('Integer', 'IntegerType', 'Integer', 'Edm.Int32')
    case 'bigInteger':
      return named('BigInt', 'BigIntType', 'BigInt', 'Edm.Int64')
    case 'decimal':
      return named('Decimal', 'DecimalType', 'Decimal', 'Edm.Decimal')
    case 'float':
      return named('Double', 'DoubleType', 'Double', 'Edm.Double')
    case 'money':
      return named('Money', 'MoneyType', 'Money', 'Edm.Decimal')
    case 'yesNo':
      return named('Boolean', 'BooleanType', 'Boolean', 'Edm.Boolean')
    case 'choice':
      return named('Picklist', 'PicklistType', 'Picklist', 'Edm.Int32')
    case 'choices':
      return virtual('MultiSelectPicklist', 'Edm.String')
    case 'state':
      return named('State', 'StateType', 'State', 'Edm.Int32')
    case 'status':
      return named('Status', 'StatusType', 'Status', 'Edm.Int32')
    case 'dateTime':
      return named('DateTime', 'DateTimeType', 'DateTime', 'Edm.DateTimeOffset')
    case 'date':
      return named('DateTime', 'DateTimeType', 'DateTime', 'Edm.Date')
    case 'lookup':
      return isCustomer(column)
        ? named('Customer', 'CustomerType', 'Lookup', 'Edm.Guid')
        : named('Lookup', 'LookupType', 'Lookup', 'Edm.Guid')
    case 'owner':
      return named('Owner', 'OwnerType', 'Lookup', 'Edm.Guid')
    case 'uniqueIdentifier':
      return named('Uniqueidentifier', 'UniqueidentifierType', '', 'Edm.Guid')
    case 'file':
      return virtual('File', 'Edm.Guid')
    case 'image':
      return virtual('Image', 'Edm.Binary')
  }
}

/** Kinds newer than the list of type codes. */
function virtual(name: string, edm: string): ColumnType {
  return named('Virtual', `${name}Type`, name, edm)
}

function named(code: string, name: string, metadata: string, edm: string): ColumnType {
  return { code, name, metadata: `${metadata}AttributeMetadata`, edm }
}

function isCustomer({ targets }: HostedColumn): boolean {
  return targets.length === customers.size && targets.every((target) => customers.has(target))
}
