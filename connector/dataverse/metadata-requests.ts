import { ProtocolError } from './errors.js'
import type { Operation } from './operation.js'
import { read } from './read.js'
import { queryText, textLiteral } from './url-text.js'
import { isRecord } from './wire.js'

/** An object of the platform's own description of itself. */
export type MetadataObject = Readonly<Record<string, unknown>>

/** The kinds of columns whose limits stand in properties of their own metadata type. */
const columnDetails = {
  StringAttributeMetadata: { select: ['MaxLength'] },
  MemoAttributeMetadata: { select: ['MaxLength'] },
  IntegerAttributeMetadata: { select: ['MinValue', 'MaxValue'] },
  BigIntAttributeMetadata: { select: ['MinValue', 'MaxValue'] },
  DecimalAttributeMetadata: { select: ['MinValue', 'MaxValue', 'Precision'] },
  DoubleAttributeMetadata: { select: ['MinValue', 'MaxValue', 'Precision'] },
  MoneyAttributeMetadata: { select: ['MinValue', 'MaxValue', 'Precision'] },
  DateTimeAttributeMetadata: { select: ['Format', 'DateTimeBehavior'] },
  LookupAttributeMetadata: { select: ['Targets'] },
  BooleanAttributeMetadata: { select: [], expand: 'OptionSet($select=TrueOption,FalseOption)' },
  PicklistAttributeMetadata: { select: [], expand: optionSets() },
  MultiSelectPicklistAttributeMetadata: { select: [], expand: optionSets() },
  StateAttributeMetadata: { select: [], expand: optionSets() },
  StatusAttributeMetadata: { select: [], expand: optionSets() },
} as const satisfies Readonly<
  Record<string, { readonly select: readonly string[]; readonly expand?: string }>
>

/** A column of a global choice has its options in the second. */
function optionSets(): string {
  return 'OptionSet($select=Options),GlobalOptionSet($select=Options)'
}

/**
 * Requests for all that a table's definition is made of: the table itself (a list of one), then
 * lists of columns with what only columns of their kind have.
 */
export function metadataRequests(
  logicalName: string,
): readonly Operation<readonly MetadataObject[]>[] {
  const address = `EntityDefinitions(LogicalName=${encodeURIComponent(textLiteral(logicalName))})`
  const expand = [
    'Attributes($select=LogicalName,AttributeType,AttributeTypeName,AttributeOf,DisplayName,IsValidForCreate,IsValidForUpdate)',
    'ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)',
  ]
  const table = queryText({
    $select: 'LogicalName,EntitySetName,PrimaryIdAttribute,PrimaryNameAttribute,DisplayName',
    $expand: expand.join(','),
  })
  const details = Object.entries(columnDetails).map(([type, detail]) =>
    read(
      `${address}/Attributes/Microsoft.Dynamics.CRM.${type}${queryText({
        $select: ['LogicalName', ...detail.select].join(','),
        $expand: 'expand' in detail ? detail.expand : undefined,
      })}`,
      {},
      ({ body }) => objectsIn(body, 'value'),
    ),
  )
  return [read(`${address}${table}`, {}, ({ body }) => [objectOf(body)]), ...details]
}

/** The set name of one table. */
export function entitySetNameRequest(logicalName: string): Operation<string> {
  const address = `EntityDefinitions(LogicalName=${encodeURIComponent(textLiteral(logicalName))})`
  return read(`${address}${queryText({ $select: 'LogicalName,EntitySetName' })}`, {}, ({ body }) =>
    textIn(objectOf(body), 'EntitySetName'),
  )
}

function objectOf(value: unknown): MetadataObject {
  if (!isRecord(value)) throw new ProtocolError('A definition is no JSON object.')
  return value
}

/** The objects of a list property; none when it is absent. */
export function objectsIn(value: unknown, property: string): readonly MetadataObject[] {
  const list = isRecord(value) ? value[property] : undefined
  return Array.isArray(list) ? list.filter(isRecord) : []
}

export function textIn(value: MetadataObject, property: string): string {
  const text = value[property]
  if (typeof text === 'string') return text
  throw new ProtocolError(`A definition came without ${property}.`)
}
