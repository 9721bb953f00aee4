import { childOf, childrenOf, descendants, elementAt } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import { within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import type { Problem, Rule } from '../../rule.js'
import { queryColumns } from './columns.js'

/** Not of the reference's list: the same faults as in views. */
export const charts: Rule = {
  id: 'V7',
  level: 'error',
  sentence:
    "A chart's fetch names columns that exist, and its categories and measures aliases of that fetch.",
  *check(facts) {
    for (const { charts: all } of facts.tables) {
      for (const { definition, place } of all) {
        const query = elementAt(definition, 'fetchcollection', 'fetch', 'entity')
        if (!definition || !query) {
          yield { at: place, message: 'The chart has no fetch.' }
          continue
        }
        yield* queryColumns(facts, query, place)
        yield* aliases(definition, query, place)
      }
    }
  },
}

function* aliases(definition: XmlElement, query: XmlElement, place: Place): Generator<Problem> {
  const known = new Set([...descendants(query)].map(({ attributes }) => attributes.alias))
  for (const category of childrenOf(childOf(definition, 'categorycollection'), 'category')) {
    for (const node of descendants(category)) {
      const { alias } = node.attributes
      if (alias === undefined || known.has(alias)) continue
      yield {
        at: within(place, `${node.name} ${alias}`, node),
        message: `The alias "${alias}" is not one of the chart's fetch.`,
      }
    }
  }
}
