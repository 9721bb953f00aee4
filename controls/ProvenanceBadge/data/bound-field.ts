import type { Field, FieldValue, Option } from '../model/field.js'
import { behaviour, wallTimeOf } from '../model/wall-clock.js'
import type { WallTime } from '../model/wall-clock.js'

type Property = ComponentFramework.PropertyTypes.Property

/** What columns of any kind say of themselves; each kind says some of it. */
export interface Attributes {
  readonly LogicalName?: string
  readonly DisplayName?: string
  readonly RequiredLevel?: number
  readonly MaxLength?: number
  readonly MinValue?: number
  readonly MaxValue?: number
  readonly Precision?: number
  readonly Behavior?: number
  readonly Options?: readonly {
    readonly Value: number
    readonly Label: string
    readonly Color?: string
  }[]
}

export interface FieldRules {
  readonly label: string
  readonly isDisabled: boolean
  readonly currencySymbol: string
  readonly currencyDigits: number
  readonly minutesAhead: (at: Date) => number
  /** A date that we put out ourselves, and which wall time it stands for. */
  readonly echo: { readonly date: Date; readonly wall: WallTime } | undefined
}

/** The platform's levels: 1 system required, 2 application required. */
const required = [1, 2]

export const attributesOf = ({ attributes }: Property): Attributes => attributes ?? {}

/** The bound column, from what the platform hands out. */
export function fieldOf(property: Property, rules: FieldRules): Field {
  const { error, errorMessage, security } = property
  const attributes = attributesOf(property)
  const isReadable = security?.readable !== false
  return {
    data: valueOf(property, attributes, rules),
    label: rules.label || attributes.DisplayName || '',
    isRequired: required.includes(attributes.RequiredLevel ?? 0),
    isReadOnly: rules.isDisabled || !isReadable || security?.editable === false,
    isReadable,
    error: error && errorMessage ? errorMessage : undefined,
  }
}

function valueOf(property: Property, attributes: Attributes, rules: FieldRules): FieldValue {
  const raw: unknown = property.raw
  const { formatted, type } = property
  const { MaxLength, Precision } = attributes
  switch (type) {
    case 'SingleLine.Text':
    case 'SingleLine.TextArea':
    case 'SingleLine.Email':
    case 'SingleLine.Phone':
    case 'SingleLine.URL':
    case 'SingleLine.Ticker':
    case 'Multiple':
      return {
        kind: 'text',
        value: typeof raw === 'string' ? raw : '',
        isMultiline: type === 'Multiple' || type === 'SingleLine.TextArea',
        maxLength: MaxLength !== undefined && MaxLength > 0 ? MaxLength : undefined,
        format: textFormats[type] ?? 'text',
      }
    case 'Whole.None':
      return { ...numberOf(raw, attributes), style: 'integer', precision: 0, symbol: '' }
    case 'Decimal':
    case 'FP':
      return {
        ...numberOf(raw, attributes),
        style: 'decimal',
        precision: Precision ?? 2,
        symbol: '',
      }
    case 'Currency':
      return {
        ...numberOf(raw, attributes),
        style: 'money',
        precision: Precision ?? rules.currencyDigits,
        symbol: symbolIn(formatted) ?? rules.currencySymbol,
      }
    case 'OptionSet':
      return { kind: 'choice', value: numberIn(raw), options: optionsOf(attributes) }
    case 'TwoOptions':
      return {
        kind: 'yesNo',
        value: typeof raw === 'boolean' ? raw : null,
        options: yesAndNo(optionsOf(attributes)),
      }
    case 'DateAndTime.DateOnly':
    case 'DateAndTime.DateAndTime':
      return dateOf(raw, type === 'DateAndTime.DateAndTime', attributes, rules)
    default:
      return { kind: 'other', text: otherText(raw, formatted) }
  }
}

const textFormats: Readonly<Record<string, 'email' | 'tel' | 'url'>> = {
  'SingleLine.Email': 'email',
  'SingleLine.Phone': 'tel',
  'SingleLine.URL': 'url',
}

const numberIn = (raw: unknown): number | null =>
  typeof raw === 'number' && Number.isFinite(raw) ? raw : null

function numberOf(raw: unknown, { MinValue, MaxValue }: Attributes) {
  return { kind: 'number', value: numberIn(raw), min: MinValue, max: MaxValue } as const
}

/** The currency's symbol, of the record's own currency where the platform has formatted the value. */
function symbolIn(formatted: string | undefined): string | undefined {
  return /[\p{L}\p{Sc}][\p{L}\p{Sc}.]*/u.exec(formatted ?? '')?.[0]
}

function optionsOf({ Options = [] }: Attributes): readonly Option[] {
  return Options.map(({ Value, Label, Color }) => ({
    value: Value,
    label: Label,
    color: Color && /^#[\da-f]{3,8}$/i.test(Color) ? Color : undefined,
  }))
}

function yesAndNo(options: readonly Option[]) {
  const option = (value: number): Option =>
    options.find((each) => each.value === value) ?? { value, label: '', color: undefined }
  return { no: option(0), yes: option(1) }
}

function dateOf(
  raw: unknown,
  hasTime: boolean,
  { Behavior = hasTime ? behaviour.userLocal : behaviour.dateOnly }: Attributes,
  { echo, minutesAhead }: FieldRules,
): FieldValue {
  if (!(raw instanceof Date) || Number.isNaN(raw.getTime())) {
    return { kind: 'date', value: null, hasTime }
  }
  const value =
    echo?.date.getTime() === raw.getTime()
      ? echo.wall
      : wallTimeOf(raw, { behavior: Behavior, hasTime, minutesAhead })
  return { kind: 'date', value, hasTime }
}

/** A lookup by its names; anything else as the platform formats it. */
function otherText(raw: unknown, formatted: string | undefined): string {
  if (Array.isArray(raw)) {
    return (raw as readonly { readonly name?: unknown }[])
      .map(({ name }) => (typeof name === 'string' ? name : ''))
      .join('; ')
  }
  return formatted ?? (typeof raw === 'string' ? raw : '')
}
