import { standard } from './standard.js'
import type { Standard } from './standard.js'

/** Children of `optionset` in the order of exports. */
const order = [
  'OptionSetType',
  'IsGlobal',
  'IntroducedVersion',
  'IsCustomizable',
  'ExternalTypeName',
  'displaynames',
  'Descriptions',
  'options',
  'states',
  'statuses',
] as const

export type ChoiceType = 'picklist' | 'bit' | 'state' | 'status'

/** The element that holds the values of each type of choice. */
export const valuesElement = {
  picklist: 'options',
  bit: 'options',
  state: 'states',
  status: 'statuses',
} as const satisfies Record<ChoiceType, string>

/** What a column's own choice has in its `optionset` element. */
export function choiceStandard(type: ChoiceType, version: string, described: boolean): Standard {
  return standard(order, {
    OptionSetType: type,
    IntroducedVersion: version,
    IsCustomizable: '1',
    displaynames: '',
    Descriptions: described ? '' : undefined,
    [valuesElement[type]]: '',
  })
}

/** What a global choice has in its `optionset` element. */
export function globalChoiceStandard(described: boolean): Standard {
  return standard(order, {
    OptionSetType: 'picklist',
    IsGlobal: '1',
    IntroducedVersion: '1.0.0.0',
    IsCustomizable: '1',
    displaynames: '',
    Descriptions: described ? '' : undefined,
    options: '',
  })
}
