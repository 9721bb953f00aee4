import { formattingOf } from '../../../controls/host/formatting.js'
import { userSettingsOf } from '../../../controls/host/user-settings.js'
import { textStyleOf } from '../../../controls/ProvenanceBadge/data/text-style.js'
import type { Field, FieldValue } from '../../../controls/ProvenanceBadge/model/field.js'
import type { TextStyle } from '../../../controls/ProvenanceBadge/model/field-text.js'
import { hostEnvironment } from '../support/host-environment.js'

/** How somebody of this locale writes values. */
export function styleOf(locale = 'en-US'): TextStyle {
  const { user } = hostEnvironment({ user: { locale } }).environment
  return textStyleOf({ formatting: formattingOf(user), userSettings: userSettingsOf(user) })
}

/** A column called Name that may be changed, but for what is given. */
export function fieldWith(data: FieldValue, over: Partial<Field> = {}): Field {
  return {
    data,
    label: 'Name',
    isRequired: false,
    isReadOnly: false,
    isReadable: true,
    error: undefined,
    ...over,
  }
}

export const textData = (value: string, over: Partial<TextData> = {}): TextData => ({
  kind: 'text',
  value,
  isMultiline: false,
  maxLength: undefined,
  format: 'text',
  ...over,
})

export const numberData = (value: number | null, over: Partial<NumberData> = {}): NumberData => ({
  kind: 'number',
  value,
  style: 'decimal',
  precision: 2,
  min: undefined,
  max: undefined,
  symbol: '',
  ...over,
})

type TextData = Extract<FieldValue, { readonly kind: 'text' }>
type NumberData = Extract<FieldValue, { readonly kind: 'number' }>
