import { userOwnedColumns } from '../../facts/column.js'
import { groupBy, list } from '../../facts/names.js'
import { columnNamed } from '../../facts/table.js'
import type { Facts } from '../../facts/facts.js'
import type { RelationshipFacts } from '../../facts/relationship.js'
import type { Problem, Rule } from '../../rule.js'

/** Lookups that the platform relates by itself: no export has a relationship for them. */
const unrelated = /onbehalfby$/

/**
 * A lookup may point at several tables, one relationship a target; two to the same target are a
 * fault. Lookups of activity tables and process tables are left to the platform.
 */
export const lookups: Rule = {
  id: 'T9',
  level: 'error',
  sentence:
    'Every lookup and owner column (except "...OnBehalfBy") has exactly one relationship a target.',
  *check({ tables, relationships }) {
    const byColumn = groupBy(relationships, ({ referencing, column }) =>
      `${referencing}.${column}`.toLowerCase(),
    )
    for (const { columns, logicalName } of tables.filter(({ ordinary }) => ordinary)) {
      for (const column of columns) {
        if (!['lookup', 'owner', 'customer'].includes(column.type)) continue
        if (unrelated.test(column.logicalName)) continue
        const related = byColumn.get(`${logicalName}.${column.logicalName}`) ?? []
        if (related.length === 0) {
          yield {
            at: column.place,
            message: `The ${column.type} column has no EntityRelationship with ReferencingAttributeName "${column.physicalName}".`,
          }
        }
        for (const [target, same] of groupBy(related, (each) => each.referenced.toLowerCase())) {
          if (same.length < 2) continue
          yield {
            at: column.place,
            message: `The ${column.type} column has ${same.length} relationships to "${target}" (${list(same.map(({ name }) => name))}); expected one.`,
          }
        }
      }
    }
  },
}

export const relationshipEnds: Rule = {
  id: 'T9-ends',
  level: 'error',
  sentence:
    'A relationship has a name of its own and names tables and a column that exist, in their exact letter case.',
  *check(facts) {
    for (const relationship of facts.relationships) {
      yield* tablesOf(facts, relationship)
      yield* columnOf(facts, relationship)
    }
    const byName = groupBy(facts.relationships, ({ name }) => name.toLowerCase())
    for (const [name, [, second]] of byName) {
      if (second) yield { at: second.place, message: `There is a relationship "${name}" already.` }
    }
  },
}

function* tablesOf(facts: Facts, relationship: RelationshipFacts): Generator<Problem> {
  const { referencing, referenced, place: at } = relationship
  for (const name of [referencing, referenced]) {
    const right = facts.schemaNameOf(name)
    if (!facts.knowsTable(name)) {
      yield {
        at,
        message: `The table "${name}" is neither in the package nor of the platform nor a listed missing dependency.`,
      }
    } else if (right !== undefined && right !== name) {
      yield { at, message: `The table is named "${name}"; expected "${right}".` }
    }
  }
}

function* columnOf(facts: Facts, relationship: RelationshipFacts): Generator<Problem> {
  const { referencing, column: name, manyToMany, place: at } = relationship
  const table = facts.table(referencing)
  if (manyToMany || !table?.whole) return
  const column = columnNamed(table, name)
  const isPlatforms = (userOwnedColumns as readonly string[]).includes(name.toLowerCase())
  if (!column && isPlatforms && !facts.manifest.modern) return
  if (!column) {
    yield { at, message: `The table ${table.schemaName} has no column "${name}".` }
  } else if (column.physicalName !== name) {
    yield { at, message: `The column is named "${name}"; expected "${column.physicalName}".` }
  }
}
