import { childOf, descendants, elementAt, textAt } from '../../../../model/xml.js'
import type { XmlElement } from '../../../../model/xml.js'
import { within } from '../../facts/place.js'
import type { ColumnFacts } from '../../facts/column.js'
import type { Problem, Rule } from '../../rule.js'

export const states: Rule = {
  id: 'T11',
  level: 'error',
  sentence:
    "The choices of statecode and statuscode are named after the table, each status has a state, and each state's default status is one of its own.",
  *check({ tables }) {
    for (const { columns, logicalName } of tables.filter(({ ordinary }) => ordinary)) {
      const state = columns.find((column) => column.logicalName === 'statecode')
      const status = columns.find((column) => column.logicalName === 'statuscode')
      if (!state || !status) continue
      yield* named(state, `${logicalName}_statecode`)
      yield* named(status, `${logicalName}_statuscode`)
      yield* mapped(state, status)
    }
  },
}

function* named({ node, place }: ColumnFacts, expected: string): Generator<Problem> {
  const optionSet = childOf(node, 'optionset')
  const name = optionSet?.attributes.Name ?? ''
  if (name === expected) return
  yield {
    at: within(place, 'optionset', optionSet),
    message: `The choice is named "${name}"; expected "${expected}".`,
  }
}

function* mapped(state: ColumnFacts, status: ColumnFacts): Generator<Problem> {
  const all = (name: string, column: ColumnFacts): readonly XmlElement[] =>
    [...descendants(column.node)].filter((each) => each.name === name)
  const stateNodes = all('state', state)
  const statusNodes = all('status', status)
  const values = new Set(stateNodes.map(({ attributes }) => attributes.value))
  for (const node of statusNodes) {
    const { value = '', state: owner = '' } = node.attributes
    if (values.has(owner)) continue
    yield {
      at: within(status.place, `status ${value}`, node),
      message: `The status belongs to state "${owner}", which statecode does not have.`,
    }
  }
  for (const node of stateNodes) {
    const { value = '', defaultstatus = '' } = node.attributes
    const fits = statusNodes.some(
      ({ attributes }) => attributes.value === defaultstatus && attributes.state === value,
    )
    if (fits) continue
    yield {
      at: within(state.place, `state ${value}`, node),
      message: `The default status "${defaultstatus}" is not a status of this state.`,
    }
  }
}

/**
 * Checked in tables that the package brings whole. Others' packages may use one of the few choices
 * of the platform, so for them it is a warning.
 */
export const globalChoices: Rule = {
  id: 'T12',
  level: 'house',
  sentence: 'OptionSetName is a choice of the package or a listed missing dependency.',
  *check(facts) {
    const choices = new Set(facts.ofType('9').map(({ key }) => key.toLowerCase()))
    for (const { columns, whole } of facts.tables) {
      for (const { node, place } of whole ? columns : []) {
        const name = textAt(node, 'OptionSetName')
        if (!name || choices.has(name.toLowerCase()) || facts.requires('9', name)) continue
        yield {
          at: within(place, 'OptionSetName', elementAt(node, 'OptionSetName')),
          message: `The choice "${name}" is neither in the package nor a listed missing dependency.`,
        }
      }
    }
  },
}
