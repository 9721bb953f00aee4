import { childrenOf, descendants } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import { answersTo } from '../../facts/column.js'
import type { Facts } from '../../facts/facts.js'
import { within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import { linksOf } from '../../facts/view.js'
import type { ViewFacts } from '../../facts/view.js'
import type { Problem, Rule } from '../../rule.js'

export const viewTable: Rule = {
  id: 'V2',
  level: 'house',
  sentence: "A view's fetch reads the view's own table, by its logical name.",
  *check({ tables }) {
    for (const { logicalName, views } of tables) {
      for (const { query, place } of views) {
        const name = query?.attributes.name ?? ''
        if (name === logicalName) continue
        yield {
          at: within(place, 'fetch', query),
          message: `The fetch reads "${name}"; expected "${logicalName}".`,
        }
      }
    }
  },
}

export const viewCells: Rule = {
  id: 'V3',
  level: 'house',
  sentence: "Every column of a view's layout is read by its fetch.",
  *check({ tables }) {
    for (const { views } of tables) {
      for (const view of views) {
        const read = columnsRead(view)
        for (const cell of view.cells) {
          const { name = '' } = cell.attributes
          if (read.has(name.toLowerCase())) continue
          yield {
            at: within(view.place, `cell ${name || '(without name)'}`, cell),
            message: `The layout shows "${name}", which the fetch does not read.`,
          }
        }
      }
    }
  },
}

/** `name` of the table itself, `alias.name` of linked tables. */
function columnsRead({ query }: ViewFacts): ReadonlySet<string> {
  const own = childrenOf(query, 'attribute').map(({ attributes }) => attributes.name)
  const linked = linksOf(query).flatMap((link) =>
    childrenOf(link, 'attribute').map(
      ({ attributes }) => `${link.attributes.alias ?? ''}.${attributes.name ?? ''}`,
    ),
  )
  return new Set([...own, ...linked].flatMap((name) => (name ? [name.toLowerCase()] : [])))
}

/** Checked where all columns of the table are known: see `Facts.columnTypes`. */
export const viewColumns: Rule = {
  id: 'V3-columns',
  level: 'error',
  sentence: "Every column that a view's layout, fetch, filter or order names exists.",
  *check(facts) {
    for (const { logicalName, views } of facts.tables) {
      for (const { place, cells, query } of views) {
        for (const cell of cells) {
          const { name = '' } = cell.attributes
          if (!name.includes('.')) yield* missing(facts, logicalName, name, place, cell)
        }
        if (query) yield* queryColumns(facts, query, place)
      }
    }
  },
}

/**
 * The columns that a fetch names and its tables do not have. Conditions that name another entity
 * (`entityname`) are left out.
 */
export function* queryColumns(facts: Facts, query: XmlElement, place: Place): Generator<Problem> {
  const { name: table = '' } = query.attributes
  for (const node of ownParts(query)) {
    const { attribute, name, entityname } = node.attributes
    if (entityname !== undefined) continue
    const column = node.name === 'attribute' ? name : attribute
    if (column !== undefined) yield* missing(facts, table, column, place, node)
  }
  for (const link of childrenOf(query, 'link-entity')) {
    const { name: linked = '', from, to } = link.attributes
    if (!facts.knowsTable(linked)) {
      yield {
        at: within(place, `link-entity ${linked}`, link),
        message: `The fetch links "${linked}", which is neither in the package nor of the platform nor a listed missing dependency.`,
      }
    }
    if (to !== undefined) yield* missing(facts, table, to, place, link)
    if (from !== undefined) yield* missing(facts, linked, from, place, link)
    yield* queryColumns(facts, link, place)
  }
}

/** Attributes, orders and conditions of the query itself, without those of its links. */
function* ownParts(query: XmlElement): Generator<XmlElement> {
  for (const child of query.children) {
    if (child.name === 'link-entity') continue
    for (const node of descendants(child)) {
      if (['attribute', 'order', 'condition'].includes(node.name)) yield node
    }
  }
}

function* missing(
  facts: Facts,
  table: string,
  column: string,
  place: Place,
  node: XmlElement,
): Generator<Problem> {
  const known = facts.columnTypes(table)
  if (!known || answersTo(known, column)) return
  yield {
    at: within(
      place,
      `${node.name} ${node.attributes.name ?? node.attributes.attribute ?? ''}`,
      node,
    ),
    message: `The table "${table}" has no column "${column}".`,
  }
}
