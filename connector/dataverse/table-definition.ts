import type { ColumnDefinition, LookupTargetDefinition, MetadataColumnKind } from './metadata.js'
import { objectsIn, textIn } from './metadata-requests.js'
import type { MetadataObject } from './metadata-requests.js'
import { isRecord } from './wire.js'

/** What the environment says of one table. Names as the Web API has them. */
export interface TableMetadata {
  readonly table: MetadataObject
  /** Columns by logical name, each with the properties that only its own kind has. */
  readonly details: ReadonlyMap<string, MetadataObject>
}

const kinds: Readonly<Record<string, MetadataColumnKind>> = {
  String: 'text',
  Memo: 'memo',
  Integer: 'integer',
  BigInt: 'bigInteger',
  Decimal: 'decimal',
  Double: 'float',
  Money: 'money',
  Boolean: 'yesNo',
  Picklist: 'choice',
  State: 'choice',
  Status: 'choice',
  DateTime: 'dateTime',
  Lookup: 'lookup',
  Customer: 'lookup',
  Owner: 'lookup',
  Uniqueidentifier: 'uniqueIdentifier',
}

/** Columns of a table. `entitySetNameOf`: null for a table that is not there. */
export function columnDefinitions(
  { table, details }: TableMetadata,
  entitySetNameOf: (logicalName: string) => string | null,
): ReadonlyMap<string, ColumnDefinition> {
  const relationships = objectsIn(table, 'ManyToOneRelationships')
  const columns = new Map<string, ColumnDefinition>()
  for (const attribute of objectsIn(table, 'Attributes')) {
    const logicalName = textIn(attribute, 'LogicalName')
    const detail = details.get(logicalName) ?? {}
    const kind = kindOf(attribute, detail)
    columns.set(logicalName, {
      logicalName,
      label: labelOf(attribute['DisplayName']) ?? logicalName,
      kind,
      validForCreate: attribute['IsValidForCreate'] === true,
      validForUpdate: attribute['IsValidForUpdate'] === true,
      ...numbers(detail),
      ...(kind === 'choice' || kind === 'choices' ? { options: choiceOptions(detail) } : {}),
      ...(kind === 'yesNo' ? { options: yesNoOptions(detail) } : {}),
      ...(kind === 'lookup'
        ? { targets: lookupTargets(logicalName, detail, relationships, entitySetNameOf) }
        : {}),
    })
  }
  return columns
}

/** Logical names of the tables that lookups of a table point at. */
export function lookupTables({ details }: TableMetadata): readonly string[] {
  return [...details.values()].flatMap(targetsOf)
}

/** The text in the user's language; null without one. */
export function labelOf(label: unknown): string | null {
  const localized = isRecord(label) ? label['UserLocalizedLabel'] : undefined
  const text = isRecord(localized) ? localized['Label'] : undefined
  return typeof text === 'string' && text !== '' ? text : null
}

/** A column of another (a name beside a lookup, a choice's label) is filled by the platform. */
function kindOf(attribute: MetadataObject, detail: MetadataObject): MetadataColumnKind {
  if (typeof attribute['AttributeOf'] === 'string') return 'unsupported'
  const kind = kinds[String(attribute['AttributeType'])] ?? newerKind(attribute)
  if (kind !== 'dateTime') return kind
  const behavior = detail['DateTimeBehavior']
  const isDay = isRecord(behavior) && behavior['Value'] === 'DateOnly'
  return isDay ? 'date' : kind
}

/** Kinds that the list of type codes has only as `Virtual`; their type name tells them apart. */
function newerKind(attribute: MetadataObject): MetadataColumnKind {
  const name = attribute['AttributeTypeName']
  return (isRecord(name) ? newerKinds[String(name['Value'])] : undefined) ?? 'unsupported'
}

const newerKinds: Readonly<Record<string, MetadataColumnKind>> = {
  MultiSelectPicklistType: 'choices',
  FileType: 'file',
  ImageType: 'image',
}

function numbers(
  detail: MetadataObject,
): Pick<ColumnDefinition, 'maxLength' | 'minValue' | 'maxValue' | 'precision'> {
  const { MaxLength, MinValue, MaxValue, Precision } = detail
  return {
    ...(typeof MaxLength === 'number' ? { maxLength: MaxLength } : {}),
    ...(typeof MinValue === 'number' ? { minValue: MinValue } : {}),
    ...(typeof MaxValue === 'number' ? { maxValue: MaxValue } : {}),
    ...(typeof Precision === 'number' ? { precision: Precision } : {}),
  }
}

type ColumnOption = NonNullable<ColumnDefinition['options']>[number]

function choiceOptions(detail: MetadataObject): readonly ColumnOption[] {
  const own = objectsIn(detail['OptionSet'], 'Options')
  const options = own.length > 0 ? own : objectsIn(detail['GlobalOptionSet'], 'Options')
  return options.flatMap(columnOption)
}

function yesNoOptions(detail: MetadataObject): readonly ColumnOption[] {
  const set = detail['OptionSet']
  return isRecord(set) ? [set['TrueOption'], set['FalseOption']].flatMap(columnOption) : []
}

function columnOption(option: unknown): readonly ColumnOption[] {
  if (!isRecord(option) || typeof option['Value'] !== 'number') return []
  const value = option['Value']
  return [{ value, label: labelOf(option['Label']) ?? String(value) }]
}

function targetsOf(detail: MetadataObject): readonly string[] {
  const targets = detail['Targets']
  return Array.isArray(targets) ? targets.filter((name) => typeof name === 'string') : []
}

/** What the relationship of an owner column points at in place of users and teams. */
const anyOwner = 'owner'

/** Targets that can be bound: those whose set and navigation property the environment names. */
function lookupTargets(
  logicalName: string,
  detail: MetadataObject,
  relationships: readonly MetadataObject[],
  entitySetNameOf: (logicalName: string) => string | null,
): readonly LookupTargetDefinition[] {
  return targetsOf(detail).flatMap((table) => {
    const relationship = relationships.find(
      (candidate) =>
        candidate['ReferencingAttribute'] === logicalName &&
        (candidate['ReferencedEntity'] === table || candidate['ReferencedEntity'] === anyOwner),
    )
    const navigationProperty = relationship?.['ReferencingEntityNavigationPropertyName']
    const entitySetName = entitySetNameOf(table)
    if (typeof navigationProperty !== 'string' || entitySetName === null) return []
    return [{ table, entitySetName, navigationProperty }]
  })
}
