import { childOf, childrenOf, descendants, textAt } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import type { Facts } from '../../facts/facts.js'
import { environmentVariables } from '../../facts/environment-variable.js'
import { within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import type { Problem, Rule } from '../../rule.js'

/** Component types whose key is a name that carries the publisher's prefix. */
const namedTypes = ['9', '61', '62', '66', '80', '300']

export const names: Rule = {
  id: 'L5',
  level: 'house',
  sentence:
    "Names of tables, custom columns, keys, choices and other components start with the publisher's prefix.",
  *check(facts) {
    const { prefix } = facts.manifest
    const start = `${prefix}_`.toLowerCase()
    for (const [name, place] of namesOf(facts)) {
      if (name.toLowerCase().startsWith(start)) continue
      yield {
        at: place,
        message: `The name "${name}" does not start with the publisher's prefix "${prefix}_".`,
      }
    }
  },
}

function* namesOf(facts: Facts): Generator<readonly [string, Place]> {
  for (const table of facts.tables) {
    if (table.whole) yield [table.schemaName, table.place]
    for (const column of table.columns) {
      if (textAt(column.node, 'IsCustomField') !== '1') continue
      yield [column.physicalName, column.place]
    }
    for (const key of childrenOf(childOf(table.entity, 'EntityKeys'), 'EntityKey')) {
      const name = textAt(key, 'Name') ?? ''
      yield [name, within(table.place, `EntityKey ${name}`, key)]
    }
  }
  for (const { type, key, place } of facts.components) {
    if (namedTypes.includes(type)) yield [key, place]
  }
  for (const { name, place } of environmentVariables(facts.source)) yield [name, place]
}

export const optionValues: Rule = {
  id: 'L5-options',
  level: 'house',
  sentence: "Values of choices lie in the publisher's range of ten thousand.",
  *check(facts) {
    const { optionPrefix } = facts.manifest
    const first = Number(optionPrefix) * 10_000
    if (!(first > 0)) return
    for (const [sets, place] of choicesOf(facts)) {
      yield* outside(first, sets, place)
    }
  },
}

function* choicesOf(facts: Facts): Generator<readonly [XmlElement, Place]> {
  for (const { node, place } of facts.ofType('9')) yield [node, place]
  for (const table of facts.tables) {
    if (!table.whole) continue
    for (const column of table.columns) {
      const local = childOf(column.node, 'optionset')
      if (local && /picklist$/.test(column.type)) yield [local, column.place]
    }
  }
}

function* outside(first: number, optionSet: XmlElement, place: Place): Generator<Problem> {
  for (const option of descendants(optionSet)) {
    const { value } = option.attributes
    if (option.name !== 'option' || value === undefined) continue
    const number = Number(value)
    if (number >= first && number <= first + 9_999) continue
    yield {
      at: within(place, `option ${value}`, option),
      message: `The option value ${value} is not between ${first} and ${first + 9_999}, the range of the publisher.`,
    }
  }
}
