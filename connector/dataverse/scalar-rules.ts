import type { Column } from '../../solution/model/index.js'
import { formatDateTime, parseGuid } from './wire.js'

export type Scalar = string | number | boolean

/** How the values of a column that is no lookup travel; undefined: not one it can hold. */
export interface ScalarRules {
  readonly toWire: (value: unknown) => Scalar | undefined
  readonly fromWire: (value: unknown) => unknown
  readonly takes: string
  readonly quotes?: boolean
}

export function scalarRules(column: Column): ScalarRules {
  switch (column.kind) {
    case 'text':
    case 'memo':
      return { ...textRules, takes: 'text', quotes: true }
    case 'date':
      return { toWire: calendarDay, fromWire: calendarDay, takes: 'a day such as 2026-11-21' }
    case 'uniqueIdentifier':
    case 'file':
      return {
        toWire: (value) => parseGuid(value),
        fromWire: (value) => (typeof value === 'string' ? value.toLowerCase() : undefined),
        takes: 'a GUID',
      }
    case 'integer':
    case 'bigInteger':
      return {
        toWire: (value) => (Number.isSafeInteger(value) ? (value as number) : undefined),
        fromWire: number,
        takes: 'a whole number',
      }
    case 'decimal':
    case 'float':
    case 'money':
      return { toWire: number, fromWire: number, takes: 'a finite number' }
    case 'yesNo':
      return { toWire: boolean, fromWire: boolean, takes: 'true or false' }
    case 'dateTime':
      return {
        toWire: (value) => (value instanceof Date ? formatDateTime(value) : undefined),
        fromWire: pointInTime,
        takes: 'a Date',
      }
    case 'choice':
      return choiceRules(column)
    case 'choices':
      return choicesRules(column)
    case 'image':
      return { ...textRules, takes: 'bytes in base64', quotes: true }
    case 'lookup':
      throw new Error(`Lookup ${column.schemaName} has a codec of its own.`)
  }
}

const textRules = {
  toWire: (value: unknown) => (typeof value === 'string' ? value : undefined),
  fromWire: (value: unknown) => (typeof value === 'string' ? value : undefined),
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function boolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

function calendarDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return undefined
  return value.slice(0, 10)
}

function pointInTime(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined
  const time = new Date(value)
  return Number.isNaN(time.getTime()) ? undefined : time
}

function choiceRules(column: Column): ScalarRules {
  const { values, names } = optionsOf(column)
  return {
    toWire: (value) => values.get(value),
    fromWire: (value) => names.get(value),
    takes: `one of ${[...values.keys()].join(', ')}`,
  }
}

/** Several chosen options: the list of their names here, `1,3` on the wire. */
function choicesRules(column: Column): ScalarRules {
  const { values, names } = optionsOf(column)
  return {
    toWire: (value) => {
      if (!Array.isArray(value) || value.length === 0) return undefined
      return allDefined(value.map((name) => values.get(name)))?.join(',')
    },
    fromWire: (value) => {
      if (typeof value !== 'string') return undefined
      return allDefined(value.split(',').map((number) => names.get(Number(number))))
    },
    takes: `a list of one or more of ${[...values.keys()].join(', ')}`,
    quotes: true,
  }
}

function optionsOf(column: Column) {
  const values = new Map<unknown, number>()
  const names = new Map<unknown, string>()
  for (const [name, { value }] of Object.entries(column.options ?? {})) {
    values.set(name, value)
    names.set(value, name)
  }
  return { values, names }
}

function allDefined<T>(list: readonly (T | undefined)[]): readonly T[] | undefined {
  const defined = list.filter((one) => one !== undefined)
  return defined.length === list.length ? defined : undefined
}
