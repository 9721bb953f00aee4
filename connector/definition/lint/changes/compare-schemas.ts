import type { Located } from '../facts/references.js'
import type { Finding } from '../finding.js'
import { change, named } from './change.js'
import type { Way } from './change.js'
import { compareLimits } from './compare-limits.js'
import { compareTypes } from './compare-types.js'
import { flat } from './flat-schema.js'
import type { FlatSchema } from './flat-schema.js'

/** What breaks between a schema then and now; rings of references are followed once. */
export function compareSchemas(
  way: Way,
  before: Located,
  after: Located,
  above: readonly object[] = [],
): readonly Finding[] {
  const [old, now] = [flat(before, way.resolveBefore), flat(after, way.resolveAfter)]
  const oldNode = way.resolveBefore(before)?.node
  if (!old || !now || !oldNode || above.includes(oldNode)) return []
  const deeper = [...above, oldNode]
  return [
    ...compareTypes(way, old, now),
    ...compareLimits(way, old, now),
    ...compareProperties(way, old, now, deeper),
    ...(old.items && now.items ? compareSchemas(way, old.items, now.items, deeper) : []),
  ]
}

function compareProperties(
  way: Way,
  before: FlatSchema,
  after: FlatSchema,
  above: readonly object[],
): readonly Finding[] {
  const kept = [...before.properties].flatMap(([name, property]) => {
    const inside = { ...way, path: [...way.path, name] }
    const now = after.properties.get(name)
    return now
      ? compareSchemas(inside, property, now, above)
      : [
          change(
            way.direction === 'input' ? 'InputRemoved' : 'OutputRemoved',
            after.place,
            `${named(inside)} is gone; expected it to stay.`,
          ),
        ]
  })
  return [...kept, ...compareRequired(way, before, after)]
}

function compareRequired(way: Way, before: FlatSchema, after: FlatSchema): readonly Finding[] {
  const [old, now] = [before.required, after.required]
  if (way.direction === 'input') {
    return [...now]
      .filter((name) => !old.has(name))
      .map((name) => {
        const inside = { ...way, path: [...way.path, name] }
        return change(
          'InputRequired',
          after.place,
          `${named(inside)} is required now; flows without it fail.`,
        )
      })
  }
  return [...old]
    .filter((name) => !now.has(name) && after.properties.has(name))
    .map((name) => {
      const inside = { ...way, path: [...way.path, name] }
      return change(
        'OutputNotAlwaysGiven',
        after.place,
        `${named(inside)} was in every answer and need not be now.`,
      )
    })
}
