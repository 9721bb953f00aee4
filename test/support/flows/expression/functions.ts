import { isDeepStrictEqual } from 'node:util'

type Fn = (...args: readonly never[]) => unknown
type Row = Readonly<Record<string, unknown>>

const numbers = (compute: (a: number, b: number) => number) => (a: number, b: number) => {
  if (typeof a !== 'number' || typeof b !== 'number') {
    throw new Error(`Numbers were expected, not ${JSON.stringify([a, b])}.`)
  }
  return compute(a, b)
}

const isEmpty = (value: string | readonly unknown[] | Row | null): boolean =>
  value === null || (typeof value === 'object' ? Object.keys(value) : value).length === 0

/** What a value is as text, as the platform writes it. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The functions of the language that need nothing but their arguments. */
export const functions: Readonly<Record<string, Fn>> = {
  add: numbers((a, b) => a + b),
  sub: numbers((a, b) => a - b),
  mul: numbers((a, b) => a * b),
  div: numbers((a, b) => (Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b)),
  min: (...all: readonly number[]) => Math.min(...all),
  max: (...all: readonly number[]) => Math.max(...all),
  equals: (a: unknown, b: unknown) => isDeepStrictEqual(a ?? null, b ?? null),
  not: (value: boolean) => !value,
  and: (...all: readonly boolean[]) => all.every(Boolean),
  or: (...all: readonly boolean[]) => all.some(Boolean),
  greater: numbersCompared((a, b) => a > b),
  greaterOrEquals: numbersCompared((a, b) => a >= b),
  less: numbersCompared((a, b) => a < b),
  lessOrEquals: numbersCompared((a, b) => a <= b),
  coalesce: (...all: readonly unknown[]) =>
    all.find((value) => value !== null && value !== undefined) ?? null,
  empty: isEmpty,
  length: (value: string | readonly unknown[]) => value.length,
  first: (value: string | readonly unknown[]) => value[0] ?? null,
  last: (value: string | readonly unknown[]) => value.at(-1) ?? null,
  take: <T>(value: readonly T[], count: number) => value.slice(0, count),
  skip: <T>(value: readonly T[], count: number) => value.slice(count),
  range: (start: number, count: number) => Array.from({ length: count }, (_, at) => start + at),
  createArray: (...all: readonly unknown[]) => all,
  join: (value: readonly unknown[], separator: string) => value.map(textOf).join(separator),
  contains: (within: string | readonly unknown[] | Row, value: string) => {
    if (typeof within === 'string' || Array.isArray(within)) return within.includes(value)
    return value in within
  },
  concat: (...all: readonly unknown[]) => all.map(textOf).join(''),
  split: (text: string, separator: string) => text.split(separator),
  trim: (text: string) => text.trim(),
  toLower: (text: string) => text.toLowerCase(),
  toUpper: (text: string) => text.toUpperCase(),
  replace: (text: string, from: string, to: string) => text.replaceAll(from, to),
  startsWith: (text: string, start: string) => text.toLowerCase().startsWith(start.toLowerCase()),
  string: textOf,
  int: (text: string | number) => Number.parseInt(String(text), 10),
  json: (text: unknown) => (typeof text === 'string' ? (JSON.parse(text) as unknown) : text),
  encodeUriComponent: (text: string) => encodeURIComponent(text),
}

function numbersCompared(compare: (a: number | string, b: number | string) => boolean) {
  return (a: number | string, b: number | string) => {
    if (typeof a !== typeof b) {
      throw new Error(`Values of one kind were expected, not ${JSON.stringify([a, b])}.`)
    }
    return compare(a, b)
  }
}

/** @throws Error for a function that is not there. */
export function callFunction(name: string, args: readonly unknown[]): unknown {
  const known = functions[name]
  if (!known) throw new Error(`The function ${name} is not there.`)
  return Reflect.apply(known, undefined, args)
}
