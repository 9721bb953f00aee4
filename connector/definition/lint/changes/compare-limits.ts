import { numberOf, shown } from '../facts/json.js'
import { at } from '../facts/place.js'
import type { Finding } from '../finding.js'
import { change, named } from './change.js'
import type { Way } from './change.js'
import type { FlatSchema } from './flat-schema.js'

const upper = ['maximum', 'maxLength', 'maxItems', 'maxProperties']
const lower = ['minimum', 'minLength', 'minItems', 'minProperties']
/** No two of these can be compared, so any but its disappearance may refuse what was taken. */
const opaque = ['pattern', 'multipleOf', 'exclusiveMaximum', 'exclusiveMinimum', 'uniqueItems']

/** The limits of an input that refuse what they took before. Limits of outputs are promises. */
export function compareLimits(way: Way, before: FlatSchema, after: FlatSchema): readonly Finding[] {
  if (way.direction === 'output') return []
  return [...upper, ...lower, ...opaque, 'additionalProperties']
    .filter((keyword) => isTighter(keyword, before.node[keyword], after.node[keyword]))
    .map((keyword) =>
      change(
        'InputTightened',
        at(after.place, keyword),
        `${named(way)} had the ${keyword} ${shown(before.node[keyword])} and has ` +
          `${shown(after.node[keyword])}; expected no tighter limit.`,
      ),
    )
}

function isTighter(keyword: string, old: unknown, now: unknown): boolean {
  if (upper.includes(keyword)) return (numberOf(now) ?? Infinity) < (numberOf(old) ?? Infinity)
  // Nothing is shorter than nothing: a length of at least 0 says no more than none.
  const least = keyword === 'minimum' ? -Infinity : 0
  if (lower.includes(keyword)) return (numberOf(now) ?? least) > (numberOf(old) ?? least)
  if (keyword === 'additionalProperties') return now === false && old !== false
  return now !== undefined && now !== false && JSON.stringify(now) !== JSON.stringify(old)
}
