import { textAt } from '../../../../model/xml.js'
import type { Facts } from '../../facts/facts.js'
import { bareId, groupBy, isGuid } from '../../facts/names.js'
import type { Place } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

interface Identified {
  readonly id: string
  readonly place: Place
}

/**
 * Two components of one id overwrite each other at import. That ids stay the same from build to
 * build cannot be seen in one package; the specs of the emitter compare two builds.
 */
export const ids: Rule = {
  id: 'L6',
  level: 'error',
  sentence:
    'Ids of forms, views, charts, dashboards, roles, web resources, processes, profiles and connectors are GUIDs that occur once.',
  *check(facts) {
    for (const [id, holders] of groupBy(identified(facts), (each) => each.id)) {
      const [first, ...again] = holders
      if (!first) continue
      if (!isGuid(id)) {
        for (const { place } of holders) {
          yield { at: place, message: `The id "${id}" is not a GUID.` }
        }
        continue
      }
      for (const { place } of again) {
        yield {
          at: place,
          message: `The id {${id}} is already that of ${first.place.element}; expected an id of its own.`,
        }
      }
    }
  },
}

function* identified(facts: Facts): Generator<Identified> {
  for (const table of facts.tables) {
    yield* table.forms
    yield* table.views
    yield* table.charts
  }
  for (const { type, key, node, place } of facts.components) {
    if (['20', '29', '60', '70', '372'].includes(type)) yield { id: key, place }
    if (type === '61') yield { id: bareId(textAt(node, 'WebResourceId')), place }
  }
}
