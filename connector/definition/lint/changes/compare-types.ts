import { listOf, shown, textOf } from '../facts/json.js'
import { at } from '../facts/place.js'
import type { Finding } from '../finding.js'
import { change, named } from './change.js'
import type { Way } from './change.js'
import type { FlatSchema } from './flat-schema.js'

/** What breaks in type, format, choices, default and nulls. */
export function compareTypes(way: Way, before: FlatSchema, after: FlatSchema): readonly Finding[] {
  return [
    ...typeChange(way, before, after),
    ...formatChange(way, before, after),
    ...choicesChange(way, before, after),
    ...defaultChange(way, before, after),
    ...nullChange(way, before, after),
  ]
}

/** Taking more, or giving less, than was said breaks nothing: an integer is a number. */
function typeChange(way: Way, before: FlatSchema, after: FlatSchema): readonly Finding[] {
  const [old, now] = [typeOf(before), typeOf(after)]
  const [wide, narrow] = way.direction === 'input' ? [now, old] : [old, now]
  const isFine = old === now || wide === undefined || (wide === 'number' && narrow === 'integer')
  return isFine
    ? []
    : [
        change(
          'TypeChanged',
          after.place,
          `${named(way)} was of the type ${shown(old)} and is of the type ${shown(now)}.`,
        ),
      ]
}

function typeOf({ node, properties, items }: FlatSchema): string | undefined {
  return textOf(node['type']) ?? (properties.size > 0 ? 'object' : items ? 'array' : undefined)
}

function formatChange(way: Way, before: FlatSchema, after: FlatSchema): readonly Finding[] {
  return ['format', 'collectionFormat', 'x-ms-url-encoding'].flatMap((keyword) => {
    const [old, now] = [before.node[keyword], after.node[keyword]]
    const isLoose = keyword === 'format' && (way.direction === 'input' ? now : old) === undefined
    return old === now || isLoose
      ? []
      : [
          change(
            'FormatChanged',
            at(after.place, keyword),
            `${named(way)} had the ${keyword} ${shown(old)} and has ${shown(now)}.`,
          ),
        ]
  })
}

function choicesChange(way: Way, before: FlatSchema, after: FlatSchema): readonly Finding[] {
  if (!('enum' in after.node)) return []
  const now = listOf(after.node['enum']).map((value) => JSON.stringify(value))
  if (!('enum' in before.node)) {
    return way.direction === 'output'
      ? []
      : [
          change(
            'InputTightened',
            at(after.place, 'enum'),
            `${named(way)} took any value and takes ${now.join(', ')} now.`,
          ),
        ]
  }
  const gone = listOf(before.node['enum']).filter((value) => !now.includes(JSON.stringify(value)))
  return gone.map((value) =>
    change(
      'EnumValueRemoved',
      at(after.place, 'enum'),
      `${named(way)} has no value ${shown(value)} any more; it has ${now.join(', ')}.`,
    ),
  )
}

function defaultChange(way: Way, before: FlatSchema, after: FlatSchema): readonly Finding[] {
  const [old, now] = [before.node['default'], after.node['default']]
  return way.direction === 'output' || JSON.stringify(old) === JSON.stringify(now)
    ? []
    : [
        change(
          'DefaultChanged',
          at(after.place, 'default'),
          `${named(way)} was ${shown(old)} where it is left out and is ${shown(now)} now.`,
        ),
      ]
}

function nullChange(way: Way, before: FlatSchema, after: FlatSchema): readonly Finding[] {
  const [old, now] = [before, after].map(({ node }) => node['x-nullable'] === true)
  if (old === now) return []
  if (old && way.direction === 'input') {
    return [change('InputTightened', after.place, `${named(way)} took null and does not now.`)]
  }
  return now && way.direction === 'output'
    ? [change('OutputNotAlwaysGiven', after.place, `${named(way)} was never null and may be now.`)]
    : []
}
