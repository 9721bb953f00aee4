import { systemColumnsOf } from '../../model/solution/system-columns.js'
import { keyStandard } from '../../model/solution/key-settings.js'
import { tableStandard } from '../../model/solution/table-settings.js'
import type { AlternateKey, Table } from '../../model/table.js'
import { element, textElement } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { emitColumn, emitSystemColumn } from './attribute.js'
import { checkTable } from './check-table.js'
import { childrenInOrder, descriptions, displayNames, labelList } from './children.js'

/**
 * The `entity` element of a table (inside `EntityInfo`): its own columns and the platform's in one
 * list by name, as exports have them.
 *
 * @param tables all tables that lookups may point at, besides those of the platform.
 * @param include 'listed': the table is another solution's. Then only what was read of it is
 *   written, and of a declared one nothing but its name and that it is as it was.
 * @throws Error naming the table and the column for a declaration that the platform refuses.
 */
export function emitEntity(
  table: Table,
  tables: readonly Table[],
  include: 'all' | 'listed' = table.listed ? 'listed' : 'all',
): XmlElement {
  if (include === 'listed' && !table.listed) {
    return element('entity', { Name: table.schemaName, unmodified: 1 }, [element('attributes')])
  }
  checkTable(table, tables)
  const { schemaName, label, pluralLabel, description, keys } = table
  const { attributes, settings } = attributeSettings(table)
  const children = childrenInOrder(
    tableStandard(table),
    { ...table, settings },
    {
      LocalizedNames: labelList('LocalizedNames', 'LocalizedName', label),
      LocalizedCollectionNames: labelList(
        'LocalizedCollectionNames',
        'LocalizedCollectionName',
        pluralLabel,
      ),
      Descriptions: descriptions(description),
      attributes: element('attributes', {}, attributesOf(table)),
      EntityKeys: element(
        'EntityKeys',
        {},
        keys.map((key) => emitKey(key, table)),
      ),
    },
  )
  return element('entity', { Name: schemaName, ...attributes }, children)
}

/** Settings named `@x` are attributes of the element itself. */
function attributeSettings({ settings }: Table) {
  const entries = Object.entries(settings)
  const attributes = entries.filter(([name]) => name.startsWith('@'))
  return {
    attributes: Object.fromEntries(attributes.map(([name, value]) => [name.slice(1), value])),
    settings: Object.fromEntries(entries.filter(([name]) => !name.startsWith('@'))),
  }
}

function attributesOf(table: Table): readonly XmlElement[] {
  const own = Object.values(table.columns).map(
    (column) => [column.logicalName, emitColumn(column, table)] as const,
  )
  const system = systemColumnsOf(table).map(
    (column) => [column.logicalName, emitSystemColumn(column, table)] as const,
  )
  return [...own, ...system]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, attribute]) => attribute ?? [])
}

function emitKey(key: AlternateKey, table: Table): XmlElement {
  const children = childrenInOrder(keyStandard(table, key), key, {
    EntityKeyAttributes: element(
      'EntityKeyAttributes',
      {},
      key.columns.map((name) => textElement('AttributeName', name)),
    ),
    displaynames: displayNames(key.label),
  })
  return element('EntityKey', {}, children)
}
