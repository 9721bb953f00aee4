import type { GlobalChoice } from '../../model/option.js'
import { keyStandard } from '../../model/solution/key-settings.js'
import { standardStates } from '../../model/solution/states.js'
import { systemColumnsOf } from '../../model/solution/system-columns.js'
import { tableStandard } from '../../model/solution/table-settings.js'
import { entitySetNameOf, standardStatusReasons } from '../../model/table.js'
import type { AlternateKey, StatusReason, SystemColumnParts, Table } from '../../model/table.js'
import { childOf, childrenOf, elementAt, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { readStates, readStatusReasons } from './choice.js'
import { readColumn } from './column.js'
import { withImages } from './images.js'
import { byName, columnName, hasPrefix } from './names.js'
import { attributeOf, descriptionOf, deviationsOf, displayName, labelOf, partsOf } from './parts.js'
import { withRelationships } from './relationship.js'
import { indexRelationships } from './relationship-index.js'
import type { RelationshipIndex } from './relationship-index.js'
import { readSystemColumn } from './system-column.js'

/**
 * Reads a table from its `entity` element (inside `EntityInfo`). Columns and options get the names
 * that our code would give them. A table without its primary key is one that the solution only
 * lists (see `Table.listed`).
 *
 * @param relationships all `EntityRelationship` elements of the package.
 * @param choices the global choices known; one that is not among them is known by its name only.
 * @param imageConfigs the `AttributeImageConfig` elements of the package.
 * @throws SolutionFormatError naming table and column for what is not the platform's format.
 */
export function readTable(
  entity: XmlElement,
  relationships: readonly XmlElement[],
  choices: readonly GlobalChoice[],
  imageConfigs: readonly XmlElement[] = [],
): Table {
  const index = indexRelationships(relationships)
  const attributes = attributesByName(entity)
  const header = readHeader(entity, attributes)
  const table = { ...header, ...statesOf(attributes, header) }
  const system = systemColumnsOf(table)
  const systemNames = new Set(system.map(({ logicalName }) => logicalName))
  const columns = [...attributes]
    .filter(([name]) => !systemNames.has(name))
    .map(([, attribute]) => readColumn(attribute, table, choices))
    .map((column) => withImages(withRelationships(column, table, index), table, imageConfigs))
  const systemColumns = systemColumnParts(table, attributes, index)
  return {
    ...table,
    primaryName: columns.find(({ primaryName }) => primaryName)?.logicalName ?? table.primaryId,
    columns: byName(
      columns,
      ({ schemaName }) => columnName(schemaName),
      ({ logicalName }) => logicalName,
    ),
    ...(Object.keys(systemColumns).length === 0 ? {} : { systemColumns }),
  }
}

type Attributes = ReadonlyMap<string, XmlElement>

function attributesByName(entity: XmlElement): Attributes {
  return new Map(
    childrenOf(childOf(entity, 'attributes')).map((attribute) => {
      const name = textAt(attribute, 'LogicalName') ?? attribute.attributes['PhysicalName'] ?? ''
      return [name.toLowerCase(), attribute]
    }),
  )
}

const structured = [
  'LocalizedNames',
  'LocalizedCollectionNames',
  'Descriptions',
  'attributes',
  'EntityKeys',
]

function readHeader(entity: XmlElement, attributes: Attributes): Table {
  const schemaName = attributeOf(entity, 'Name', 'A table')
  const logicalName = schemaName.toLowerCase()
  const primaryKey = [...attributes.values()].find((one) => textAt(one, 'Type') === 'primarykey')
  const label = labelOf(childOf(entity, 'LocalizedNames')) ?? schemaName
  const icon = textAt(entity, 'IconVectorName')
  const primaryIdSchemaName = primaryKey?.attributes['PhysicalName'] ?? `${schemaName}Id`
  const table: Table = {
    schemaName,
    logicalName,
    entitySetName: textAt(entity, 'EntitySetName') ?? entitySetNameOf(logicalName),
    label,
    pluralLabel: labelOf(childOf(entity, 'LocalizedCollectionNames')) ?? label,
    description: descriptionOf(entity) ?? '',
    primaryIdSchemaName,
    primaryId: primaryIdSchemaName.toLowerCase(),
    primaryName: '',
    ownership: textAt(entity, 'OwnershipTypeMask') === 'UserOwned' ? 'user' : 'organization',
    origin: hasPrefix(schemaName) ? 'ours' : 'platform',
    published: false,
    columns: {},
    keys: [],
    ...(icon === undefined || icon === '' ? {} : { icon }),
    quickCreate: textAt(entity, 'IsQuickCreateEnabled') === '1',
    settings: {},
    statusReasons: standardStatusReasons,
    ...(primaryKey ? {} : { listed: true }),
  }
  const parts = partsOf(entity, structured)
  const keyElements = childrenOf(childOf(entity, 'EntityKeys'))
  const keyed: Table = { ...table, keys: keyElements.map((key) => readKey(key, table)) }
  const { settings = {}, ...deviations } = deviationsOf(tableStandard(keyed), parts)
  const header: Table = {
    ...keyed,
    settings: { ...settings, ...furtherAttributes(entity) },
    ...deviations,
  }
  return { ...header, keys: keyElements.map((key) => readKey(key, header)) }
}

/** Attributes of the element but for its name, such as `unmodified`, as settings: `@unmodified`. */
function furtherAttributes({ attributes }: XmlElement): Readonly<Record<string, string>> {
  const further = Object.entries(attributes).filter(([name]) => name !== 'Name')
  return Object.fromEntries(further.map(([name, value]) => [`@${name}`, value]))
}

function readKey(element: XmlElement, table: Table): AlternateKey {
  const schemaName = textAt(element, 'Name') ?? ''
  const key: AlternateKey = {
    schemaName,
    label: displayName(element) ?? schemaName,
    columns: childrenOf(childOf(element, 'EntityKeyAttributes')).map(({ text }) => text),
  }
  const parts = partsOf(element, ['EntityKeyAttributes', 'displaynames'])
  return { ...key, ...deviationsOf(keyStandard(table, key), parts) }
}

function statesOf(attributes: Attributes, table: Table): Partial<Table> {
  const statusSet = elementAt(attributes.get('statuscode'), 'optionset')
  const stateSet = elementAt(attributes.get('statecode'), 'optionset')
  const place = (column: string) => `Table ${table.schemaName}, column ${column}`
  const statusReasons: readonly StatusReason[] = statusSet
    ? readStatusReasons(statusSet, place('statuscode'))
    : standardStatusReasons
  const states = stateSet && readStates(stateSet, place('statecode'))
  const isUsual = !states || sameValues(states, standardStates(statusReasons))
  return { statusReasons, ...(isUsual ? {} : { states }) }
}

/** Whether two lists have equal entries, whatever the order of their fields. */
function sameValues(a: readonly object[], b: readonly object[]): boolean {
  const text = (list: readonly object[]) =>
    JSON.stringify(list.map((entry) => Object.entries(entry).sort(([x], [y]) => (x < y ? -1 : 1))))
  return text(a) === text(b)
}

function systemColumnParts(
  table: Table,
  attributes: Attributes,
  index: RelationshipIndex,
): Readonly<Record<string, SystemColumnParts | 'absent'>> {
  return Object.fromEntries(
    systemColumnsOf(table).flatMap((column) => {
      const parts = readSystemColumn(column, attributes.get(column.logicalName), table, index)
      return parts === undefined ? [] : [[column.logicalName, parts] as const]
    }),
  )
}
