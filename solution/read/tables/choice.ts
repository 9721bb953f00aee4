import type { ChoiceParts, GlobalChoice, Option, Options } from '../../model/option.js'
import {
  choiceStandard,
  globalChoiceStandard,
  valuesElement,
} from '../../model/solution/choice-settings.js'
import type { ChoiceType } from '../../model/solution/choice-settings.js'
import type { State, StatusReason } from '../../model/table.js'
import { childOf, childrenOf } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { byName, optionName } from './names.js'
import {
  attributeOf,
  descriptionOf,
  deviationsOf,
  displayName,
  labelOf,
  numberOf,
  partsOf,
} from './parts.js'

const structured = ['displaynames', 'Descriptions', 'options', 'states', 'statuses']

/**
 * Reads the `optionset` element of a choice shared by columns. Options are named by their labels.
 *
 * @throws SolutionFormatError naming the choice for an option without a value.
 */
export function readChoice(element: XmlElement): GlobalChoice {
  const name = attributeOf(element, 'Name', 'A choice')
  const description = descriptionOf(element)
  const usual = globalChoiceStandard(description !== undefined)
  return {
    name,
    label: displayName(element) ?? element.attributes['localizedName'] ?? name,
    ...(description === undefined ? {} : { description }),
    options: readOptions(element, `Choice ${name}`),
    ...deviationsOf(usual, partsOf(element, structured)),
  }
}

/** The column whose own choice is read. */
export interface ChoiceOwner {
  /** The usual name of its choice. */
  readonly choiceName: string
  readonly label: string
  readonly description: string
  readonly described: boolean
  readonly version: string
}

/** How a column's own choice differs from the usual; undefined where it does not. */
export function readChoiceParts(
  element: XmlElement,
  type: ChoiceType,
  owner: ChoiceOwner,
): ChoiceParts | undefined {
  const name = element.attributes['Name']
  const label = displayName(element)
  const description = descriptionOf(element)
  const usual = choiceStandard(type, owner.version, owner.described)
  const parts: ChoiceParts = {
    ...(name === undefined || name === owner.choiceName ? {} : { name }),
    ...(label === undefined || label === owner.label ? {} : { label }),
    ...(description === undefined || description === owner.description ? {} : { description }),
    ...deviationsOf(usual, partsOf(element, structured)),
  }
  return Object.keys(parts).length === 0 ? undefined : parts
}

export function readOptions(optionset: XmlElement, place: string): Options {
  const options = valuesOf(optionset, 'picklist').map((element) => readValue(element, place, []))
  return byName(
    options,
    ({ label, value }) => optionName(label, value),
    ({ label, value }) => `${optionName(label, value)}_${value}`,
  )
}

export function readStates(optionset: XmlElement, place: string): readonly State[] {
  return valuesOf(optionset, 'state').map((element) => ({
    ...readValue(element, place, ['defaultstatus', 'invariantname']),
    defaultStatus: numberOf(attributeOf(element, 'defaultstatus', place), element, place),
    invariantName: element.attributes['invariantname'] ?? '',
  }))
}

export function readStatusReasons(optionset: XmlElement, place: string): readonly StatusReason[] {
  return valuesOf(optionset, 'status').map((element) => ({
    ...readValue(element, place, ['state']),
    state: numberOf(attributeOf(element, 'state', place), element, place),
  }))
}

function valuesOf(optionset: XmlElement, type: ChoiceType): readonly XmlElement[] {
  return childrenOf(childOf(optionset, valuesElement[type]))
}

/** Attributes that say nothing with this text; exports write them or not. */
const silent: Readonly<Record<string, string>> = { ExternalValue: '', IsHidden: '0' }

function readValue(element: XmlElement, place: string, known: readonly string[]): Option {
  const { value: _, Color: color, ...attributes } = element.attributes
  const value = numberOf(attributeOf(element, 'value', place), element, place)
  const description = descriptionOf(element)
  const settings = Object.entries(attributes).filter(
    ([name, text]) => !known.includes(name) && silent[name] !== text,
  )
  return {
    value,
    label: labelOf(childOf(element, 'labels')) ?? '',
    ...(description === undefined ? {} : { description }),
    ...(color === undefined ? {} : { color }),
    ...(settings.length === 0 ? {} : { settings: Object.fromEntries(settings) }),
  }
}
