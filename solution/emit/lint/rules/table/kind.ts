import { elementAt, textAt } from '../../../../model/xml.js'
import { within } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

export const kind: Rule = {
  id: 'T7',
  level: 'error',
  sentence:
    'A table has OwnershipTypeMask UserOwned or OrgOwned, and it and each of its columns an IntroducedVersion.',
  *check({ tables }) {
    for (const { entity, columns, ownership, whole, place } of tables) {
      if (!whole) continue
      if (!['UserOwned', 'OrgOwned'].includes(ownership)) {
        yield {
          at: within(place, 'OwnershipTypeMask', elementAt(entity, 'OwnershipTypeMask')),
          message: `OwnershipTypeMask is "${ownership}"; expected UserOwned or OrgOwned.`,
        }
      }
      for (const part of [{ node: entity, place }, ...columns]) {
        if (textAt(part.node, 'IntroducedVersion')) continue
        yield { at: part.place, message: 'IntroducedVersion is missing; expected a version.' }
      }
    }
  },
}

export const activity: Rule = {
  id: 'T7-activity',
  level: 'house',
  sentence: 'A table is not an activity.',
  *check({ tables }) {
    for (const { entity, whole, place } of tables) {
      const value = textAt(entity, 'IsActivity') ?? ''
      if (!whole || value === '0') continue
      yield {
        at: within(place, 'IsActivity', elementAt(entity, 'IsActivity')),
        message: `IsActivity is "${value}"; expected 0.`,
      }
    }
  },
}
