import { textAt } from '../../../../model/xml.js'
import { list } from '../../facts/names.js'
import type { ColumnFacts } from '../../facts/column.js'
import type { Rule } from '../../rule.js'

const isPrimaryName = ({ displayMask }: ColumnFacts) => displayMask.includes('PrimaryName')

export const primaryName: Rule = {
  id: 'T2',
  level: 'error',
  sentence:
    'A table has exactly one column with PrimaryName in its DisplayMask: of type nvarchar, with RequiredForForm.',
  *check({ tables }) {
    for (const { columns, place } of tables.filter(({ ordinary }) => ordinary)) {
      const names = columns.filter(isPrimaryName)
      if (names.length !== 1) {
        const found = list(names.map(({ logicalName }) => logicalName))
        yield {
          at: place,
          message: `Columns with PrimaryName in their DisplayMask: ${found}; expected exactly one.`,
        }
      }
      for (const { type, displayMask, place: at } of names) {
        if (type !== 'nvarchar') {
          yield { at, message: `The primary name has Type "${type}"; expected "nvarchar".` }
        }
        if (!displayMask.includes('RequiredForForm')) {
          yield {
            at,
            message: `The primary name's DisplayMask is "${displayMask.join('|')}"; expected RequiredForForm in it.`,
          }
        }
      }
    }
  },
}

/** Tables whose rows only software makes, without Quick Create, name them as they like. */
export const primaryNameRequired: Rule = {
  id: 'T2-required',
  level: 'warning',
  sentence:
    'The primary name is required where people make rows (IsQuickCreateEnabled 1), unless the platform numbers it.',
  *check({ tables }) {
    for (const { columns, entity, ordinary } of tables) {
      if (!ordinary || textAt(entity, 'IsQuickCreateEnabled') !== '1') continue
      for (const { node, place } of columns.filter(isPrimaryName)) {
        const level = textAt(node, 'RequiredLevel') ?? ''
        if (level.endsWith('required') || textAt(node, 'AutoNumberFormat')) continue
        yield {
          at: place,
          message: `The primary name has RequiredLevel "${level}" and no AutoNumberFormat; expected "required".`,
        }
      }
    }
  },
}

export const primaryKey: Rule = {
  id: 'T3',
  level: 'error',
  sentence: 'A table has exactly one column of type primarykey, named after the table with "id".',
  *check({ tables }) {
    for (const { columns, logicalName, place } of tables.filter(({ ordinary }) => ordinary)) {
      const keys = columns.filter(({ type }) => type === 'primarykey')
      const [key] = keys
      if (keys.length === 1 && key?.logicalName === `${logicalName}id`) continue
      const found = list(keys.map((each) => each.logicalName))
      yield {
        at: key?.place ?? place,
        message: `Columns of Type primarykey: ${found}; expected exactly one, "${logicalName}id".`,
      }
    }
  },
}
