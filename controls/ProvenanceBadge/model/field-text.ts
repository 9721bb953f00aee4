import { dateText, readDate } from './date-text.js'
import type { DateStyle } from './date-text.js'
import type { Field, FieldValue, Output } from './field.js'
import { readNumber } from './number-text.js'
import type { NumberStyle } from './number-text.js'

/** How the user writes values. */
export interface TextStyle {
  readonly date: DateStyle
  readonly number: NumberStyle
  readonly integer: (value: number) => string
  readonly decimal: (value: number, precision: number) => string
  readonly money: (value: number, precision: number, symbol: string) => string
  /** A point in time, in milliseconds, on the user's clock. */
  readonly moment: (at: number) => string
}

/** What is wrong with a text, as the key of its message and what fills it. */
export interface Problem {
  readonly key: string
  readonly values: readonly string[]
}

/** Without `output`, the text stands for no value that may be put out. */
export interface Reading {
  readonly output?: Output
  readonly problem?: Problem
}

/** The value as a person reads and edits it; empty where there is none. */
export function fieldText(data: FieldValue, style: TextStyle): string {
  switch (data.kind) {
    case 'text':
      return data.value
    case 'number':
      return data.value === null ? '' : numberText(data, data.value, style)
    case 'choice':
      return data.value === null ? '' : optionLabel(data, data.value)
    case 'yesNo':
      return data.value === null ? '' : data.options[data.value ? 'yes' : 'no'].label
    case 'date':
      return data.value === null ? '' : dateText(data.value, data.hasTime, style.date)
    case 'other':
      return data.text
  }
}

type NumberData = Extract<FieldValue, { readonly kind: 'number' }>

export function numberText(data: NumberData, value: number, style: TextStyle): string {
  if (data.style === 'integer') return style.integer(value)
  return data.style === 'money'
    ? style.money(value, data.precision, data.symbol)
    : style.decimal(value, data.precision)
}

/** An option that was retired is known by its number only. */
export function optionLabel(
  { options }: Extract<FieldValue, { readonly kind: 'choice' }>,
  value: number,
): string {
  return options.find((option) => option.value === value)?.label ?? String(value)
}

/** The value that a typed text stands for, or what is wrong with it. */
export function readText({ data, isRequired }: Field, text: string, style: TextStyle): Reading {
  if (text.trim() === '') {
    // Put out all the same: the form, too, must know that the value is missing, and not save the old.
    return isRequired ? { ...problem('Problem_Required'), output: null } : { output: null }
  }
  switch (data.kind) {
    case 'text':
      return data.maxLength !== undefined && text.length > data.maxLength
        ? problem('Problem_TooLong', style.integer(text.length), style.integer(data.maxLength))
        : { output: text }
    case 'number':
      return readNumberText(data, text, style)
    case 'date': {
      const wall = readDate(text, data.hasTime, style.date)
      const example = dateText(Date.UTC(2026, 11, 31, 14, 30), data.hasTime, style.date)
      return wall === undefined ? problem('Problem_NoDate', shown(text), example) : { output: wall }
    }
    case 'choice':
    case 'yesNo':
    case 'other':
      return { output: null }
  }
}

function readNumberText(data: NumberData, text: string, style: TextStyle): Reading {
  const reading = readNumber(text, style.number, data)
  if ('problem' in reading) {
    const example = data.style === 'integer' ? 1_234 : 1_234.5
    switch (reading.problem) {
      case 'notNumber':
        return problem('Problem_NoNumber', shown(text), numberText(data, example, style))
      case 'tooPrecise':
        return data.precision === 0
          ? problem('Problem_NotWhole', shown(text))
          : problem('Problem_TooPrecise', shown(text), style.integer(data.precision))
      case 'notExact':
        return problem('Problem_NotExact', shown(text))
    }
  }
  const { min, max } = data
  const { value } = reading
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    const limit = (bound: number | undefined) =>
      bound === undefined ? '…' : numberText(data, bound, style)
    return problem('Problem_OutOfRange', shown(text), limit(min), limit(max))
  }
  return { output: value }
}

/** Enough of a text to know it again. */
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const problem = (key: string, ...values: readonly string[]): Reading => ({
  problem: { key, values },
})
