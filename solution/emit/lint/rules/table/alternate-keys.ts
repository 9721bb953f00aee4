import { childOf, childrenOf, textAt } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import { within } from '../../facts/place.js'
import { columnNamed } from '../../facts/table.js'
import type { TableFacts } from '../../facts/table.js'
import type { Problem, Rule } from '../../rule.js'

/** What the platform takes into an alternate key. */
const keyTypes = new Set(['decimal', 'int', 'nvarchar', 'datetime', 'lookup', 'picklist'])

const mostKeys = 10

export const alternateKeys: Rule = {
  id: 'T14',
  level: 'error',
  sentence: `A table has at most ${mostKeys} alternate keys, of columns that exist and that a key can hold.`,
  *check({ tables }) {
    for (const table of tables) {
      const keys = childrenOf(childOf(table.entity, 'EntityKeys'), 'EntityKey')
      if (keys.length > mostKeys) {
        yield {
          at: within(table.place, 'EntityKeys', childOf(table.entity, 'EntityKeys')),
          message: `The table has ${keys.length} alternate keys; expected at most ${mostKeys}.`,
        }
      }
      for (const key of keys) yield* keyProblems(table, key)
    }
  },
}

function* keyProblems(table: TableFacts, key: XmlElement): Generator<Problem> {
  const name = textAt(key, 'Name') ?? ''
  const at = within(table.place, `EntityKey ${name || '(without name)'}`, key)
  const logicalName = textAt(key, 'LogicalName') ?? ''
  if (name === '' || logicalName !== name.toLowerCase()) {
    yield {
      at,
      message: `LogicalName is "${logicalName}"; expected "${name.toLowerCase()}", the Name in lower case.`,
    }
  }
  const attributes = childrenOf(childOf(key, 'EntityKeyAttributes'), 'AttributeName')
  if (attributes.length === 0) yield { at, message: 'The key has no column.' }
  for (const { text } of attributes) {
    const column = columnNamed(table, text)
    if (!column && table.whole) {
      yield { at, message: `The table ${table.schemaName} has no column "${text}" for the key.` }
    } else if (column && column.logicalName !== text) {
      yield { at, message: `The column is named "${text}"; expected "${column.logicalName}".` }
    } else if (column && !keyTypes.has(column.type)) {
      yield {
        at,
        message: `The column "${text}" has Type ${column.type}; a key takes ${[...keyTypes].join(', ')}.`,
      }
    }
  }
}
