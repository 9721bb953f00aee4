import { elementAt, textAt } from '../../../../model/xml.js'
import { placeAt, within } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

const types = new Set([
  'bigint',
  'bit',
  'customer',
  'datetime',
  'decimal',
  'entityname',
  'file',
  'float',
  'image',
  'int',
  'lookup',
  'managedproperty',
  'money',
  'multiselectpicklist',
  'ntext',
  'nvarchar',
  'owner',
  'partylist',
  'picklist',
  'primarykey',
  'state',
  'status',
  'uniqueidentifier',
  'virtual',
])

export const columnTypes: Rule = {
  id: 'T8',
  level: 'error',
  sentence: 'A column has a Type that the platform knows; nvarchar and ntext have a MaxLength.',
  *check({ tables }) {
    for (const { node, type, place } of tables.flatMap(({ columns }) => columns)) {
      if (!types.has(type)) {
        const hint = type === 'memo' ? '; multi-line text is "ntext"' : ''
        yield {
          at: within(place, 'Type', elementAt(node, 'Type')),
          message: `Type is "${type}", which the platform does not know${hint}.`,
        }
      }
      if (!['nvarchar', 'ntext'].includes(type)) continue
      const length = textAt(node, 'MaxLength') ?? ''
      if (Number(length) > 0) continue
      yield {
        at: within(place, 'MaxLength', elementAt(node, 'MaxLength')),
        message: `MaxLength is "${length}"; expected a positive number for Type ${type}.`,
      }
    }
  },
}

export const byteLength: Rule = {
  id: 'T8-length',
  level: 'warning',
  sentence: 'The Length of an nvarchar column is twice its MaxLength.',
  *check({ tables }) {
    for (const { node, type, place } of tables.flatMap(({ columns }) => columns)) {
      const maxLength = Number(textAt(node, 'MaxLength') ?? 0)
      const length = Number(textAt(node, 'Length') ?? 0)
      if (type !== 'nvarchar' || !(maxLength > 0) || length === 2 * maxLength) continue
      yield {
        at: within(place, 'Length', elementAt(node, 'Length')),
        message: `Length is ${length} with MaxLength ${maxLength}; expected ${2 * maxLength}.`,
      }
    }
  },
}

export const plainColumns: Rule = {
  id: 'T13',
  level: 'warning',
  sentence: 'Columns are plain: SourceType 0, and no formula files.',
  *check({ source, tables }) {
    for (const { node, place } of tables.flatMap(({ columns }) => columns)) {
      const value = textAt(node, 'SourceType') ?? '0'
      if (value === '0') continue
      yield {
        at: within(place, 'SourceType', elementAt(node, 'SourceType')),
        message: `SourceType is "${value}", a calculated, rollup or formula column; expected 0.`,
      }
    }
    for (const path of source.files.keys()) {
      if (!/(^|\/)Formulas\//.test(path)) continue
      yield {
        at: placeAt(path, 'file'),
        message: 'The package holds the file of a formula column.',
      }
    }
  },
}
