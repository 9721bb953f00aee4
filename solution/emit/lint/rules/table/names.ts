import { elementAt, textAt } from '../../../../model/xml.js'
import { groupBy } from '../../facts/names.js'
import { within } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

export const tableName: Rule = {
  id: 'T1',
  level: 'error',
  sentence:
    'The text of Name and the attribute Name of entity are the schema name; the RootComponent has it in lower case.',
  *check({ tables, manifest }) {
    for (const { node, entity, schemaName, logicalName, place } of tables) {
      const name = textAt(node, 'Name') ?? ''
      if (entity && name !== schemaName) {
        yield {
          at: within(place, 'Name', elementAt(node, 'Name')),
          message: `Name is "${name}" but entity has Name="${schemaName}"; expected the same.`,
        }
      }
      for (const root of manifest.roots) {
        const { type, schemaName: written } = root
        if (type !== '1' || written.toLowerCase() !== logicalName || written === logicalName)
          continue
        yield {
          at: root.place,
          message: `The RootComponent names the table "${written}"; expected "${logicalName}".`,
        }
      }
    }
  },
}

export const columnNames: Rule = {
  id: 'T5',
  level: 'error',
  sentence: 'Name and LogicalName of a column are its PhysicalName in lower case, once a table.',
  *check({ tables }) {
    for (const { columns } of tables) {
      for (const { node, physicalName, place } of columns) {
        for (const part of ['Name', 'LogicalName']) {
          const text = textAt(node, part) ?? ''
          if (text === physicalName.toLowerCase() && text !== '') continue
          yield {
            at: within(place, part, elementAt(node, part)),
            message: `${part} is "${text}"; expected "${physicalName.toLowerCase()}", the PhysicalName in lower case.`,
          }
        }
      }
      for (const [name, [, second]] of groupBy(columns, (column) => column.logicalName)) {
        if (!second) continue
        yield { at: second.place, message: `The table has a column "${name}" already.` }
      }
    }
  },
}

export const setName: Rule = {
  id: 'T6',
  level: 'error',
  sentence: 'The EntitySetName of a table is given, in lower case and its own.',
  *check({ tables, manifest }) {
    if (!manifest.modern) return
    const sets = tables.flatMap((table) => {
      if (!table.whole) return []
      const node = elementAt(table.entity, 'EntitySetName')
      return [{ name: node?.text ?? '', at: within(table.place, 'EntitySetName', node) }]
    })
    for (const { name, at } of sets) {
      if (name !== '' && name === name.toLowerCase()) continue
      yield { at, message: `EntitySetName is "${name}"; expected a name in lower case.` }
    }
    for (const [name, [, second]] of groupBy(sets, (set) => set.name)) {
      if (name === '' || !second) continue
      yield { at: second.at, message: `EntitySetName "${name}" is another table's already.` }
    }
  },
}
