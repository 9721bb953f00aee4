import type { ChoiceParts, GlobalChoice, Option } from '../../model/option.js'
import {
  choiceStandard,
  globalChoiceStandard,
  valuesElement,
} from '../../model/solution/choice-settings.js'
import type { ChoiceType } from '../../model/solution/choice-settings.js'
import type { State, StatusReason } from '../../model/table.js'
import { element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { childrenInOrder, descriptions, displayNames, labelList } from './children.js'

/**
 * The `optionset` element of a choice shared by columns.
 *
 * @throws Error naming the choice and the value when two options have one value.
 */
export function emitChoice(choice: GlobalChoice): XmlElement {
  const options = Object.values(choice.options)
  checkValues(options, `The choice ${choice.name}`)
  const { name, label, description } = choice
  const parts = {
    displaynames: displayNames(label),
    Descriptions: description === undefined ? undefined : descriptions(description),
    options: element('options', {}, options.map(emitOption)),
  }
  const children = childrenInOrder(globalChoiceStandard(description !== undefined), choice, parts)
  return element('optionset', { Name: name, localizedName: label }, children)
}

/** A choice that belongs to one column. */
export interface OwnChoice {
  readonly type: ChoiceType
  /** Of the column, for what the choice does not say itself. */
  readonly name: string
  readonly label: string
  readonly description: string
  readonly described: boolean
  readonly version: string
  readonly parts: ChoiceParts | undefined
  readonly values: readonly XmlElement[]
}

/** The `optionset` element inside a column's `attribute`. */
export function emitOwnChoice(choice: OwnChoice): XmlElement {
  const { type, parts = {}, values, version, described } = choice
  const holder = valuesElement[type]
  const children = childrenInOrder(choiceStandard(type, version, described), parts, {
    displaynames: displayNames(parts.label ?? choice.label),
    Descriptions: descriptions(parts.description ?? choice.description),
    [holder]: element(holder, {}, values),
  })
  return element('optionset', { Name: parts.name ?? choice.name }, children)
}

export function emitOption(option: Option): XmlElement {
  return emitValue('option', option, { ExternalValue: '' })
}

export function emitYesNoOption(option: Option): XmlElement {
  return emitValue('option', option, {})
}

export function emitState(state: State): XmlElement {
  const { defaultStatus, invariantName } = state
  return emitValue('state', state, { defaultstatus: defaultStatus, invariantname: invariantName })
}

export function emitStatusReason(reason: StatusReason): XmlElement {
  return emitValue('status', reason, { state: reason.state })
}

function emitValue(
  name: string,
  { value, label, description, color, settings }: Option,
  further: Readonly<Record<string, string | number>>,
): XmlElement {
  return element(name, { value, ...further, ...settings, Color: color }, [
    labelList('labels', 'label', label),
    description === undefined ? undefined : descriptions(description),
  ])
}

/** Throws for two options of one value: rows could not tell them apart. */
export function checkValues(options: readonly Option[], place: string): void {
  const seen = new Map<number, string>()
  for (const { value, label } of options) {
    const other = seen.get(value)
    if (other !== undefined) {
      throw new Error(`${place} has the value ${value} twice: "${other}" and "${label}".`)
    }
    seen.set(value, label)
  }
}
