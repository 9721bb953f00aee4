import type { LiteralRef, TextFunction } from '../expression.js'
import { textLiteral } from '../literal.js'
import type { Literal } from '../literal.js'
import { refuseQuery } from '../refuse.js'
import { dateWindows } from '../sql/date-windows.js'
import { compileText } from '../sql/filter-compiler.js'
import { compileFunction } from '../sql/functions.js'
import { storedText } from '../sql/literal-values.js'
import type { ColumnRef } from '../sql/row-source.js'
import type { StatementBuilder } from '../sql/statement-builder.js'
import type { FetchCondition } from './fetch-query.js'

interface Terms {
  readonly condition: FetchCondition
  readonly target: ColumnRef
  readonly builder: StatementBuilder
  /** The query's literals; conditions add theirs. */
  readonly literals: Literal[]
}

const compilers: Readonly<Record<string, (terms: Terms) => string>> = {
  eq: (terms) => inList(terms, 'In', 1),
  ne: (terms) => inList(terms, 'NotIn', 1),
  neq: (terms) => inList(terms, 'NotIn', 1),
  in: (terms) => inList(terms, 'In'),
  'not-in': (terms) => inList(terms, 'NotIn'),
  'contain-values': (terms) => inList(terms, 'ContainValues'),
  'not-contain-values': (terms) => inList(terms, 'DoesNotContainValues'),
  between: (terms) => inList(terms, 'Between', 2),
  'not-between': (terms) => inList(terms, 'NotBetween', 2),
  null: ({ target }) => `${target.sql} IS NULL`,
  'not-null': ({ target }) => `${target.sql} IS NOT NULL`,
  gt: (terms) => compare(terms, '>'),
  ge: (terms) => compare(terms, '>='),
  lt: (terms) => compare(terms, '<'),
  le: (terms) => compare(terms, '<='),
  like: (terms) => matchesText(terms, 'like'),
  'not-like': (terms) => negated(matchesText(terms, 'like')),
  'begins-with': (terms) => matchesText(terms, 'startswith'),
  'not-begin-with': (terms) => negated(matchesText(terms, 'startswith')),
  'ends-with': (terms) => matchesText(terms, 'endswith'),
  'not-end-with': (terms) => negated(matchesText(terms, 'endswith')),
  'eq-userid': (terms) => call(terms, 'EqualUserId'),
  'ne-userid': (terms) => call(terms, 'NotEqualUserId'),
  on: (terms) => call(terms, 'On'),
  'on-or-after': (terms) => call(terms, 'OnOrAfter'),
  'on-or-before': (terms) => call(terms, 'OnOrBefore'),
}

/** A condition as SQL; date operators (`last-x-days`) are the Web API's functions by other names. */
export function compileCondition(terms: Terms): string {
  const { operator } = terms.condition
  if (Object.hasOwn(compilers, operator)) return compilers[operator]?.(terms) ?? ''
  const name = windowNames.get(operator)
  if (name !== undefined) return call(terms, name)
  return refuseQuery(`The condition operator '${operator}' is not known to the local Web API.`)
}

/** `LastXDays` -> `last-x-days`, `OlderThanXDays` -> `olderthan-x-days`. */
const windowNames: ReadonlyMap<string, string> = new Map(
  [...dateWindows.keys()].map((name) => [
    name
      .replace('OlderThan', 'Olderthan')
      .replace('7', 'Seven')
      .replace(/(?!^)([A-Z])/g, '-$1')
      .toLowerCase(),
    name,
  ]),
)

function negated(condition: string): string {
  return `(${condition}) IS NOT TRUE`
}

function added({ literals }: Terms, literal: Literal): LiteralRef {
  literals.push(literal)
  return { kind: 'literal', class: literal.class, index: literals.length - 1 }
}

function call(terms: Terms, name: string): string {
  const { condition, target, builder } = terms
  const values = condition.values.map((value) => added(terms, textLiteral(value)))
  return compileFunction(name, target, values, builder)
}

function inList(terms: Terms, name: string, count?: number): string {
  const { condition, target, builder } = terms
  if (count !== undefined) checkCount(condition, count)
  const list = added(terms, { class: 'list', value: condition.values })
  return compileFunction(name, target, [list], builder)
}

function compare(terms: Terms, operator: string): string {
  const { condition, target, builder } = terms
  const [value = ''] = checkCount(condition, 1)
  const stored = storedText(target.column, value)
  return `${target.sql} ${operator} ${builder.bind(() => stored)}`
}

function matchesText(terms: Terms, name: TextFunction): string {
  const [value = ''] = checkCount(terms.condition, 1)
  return compileText(terms.target, name, added(terms, textLiteral(value)), terms.builder)
}

function checkCount({ operator, values }: FetchCondition, count: number): readonly string[] {
  if (values.length === count) return values
  return refuseQuery(
    `The condition operator '${operator}' takes ${count} value(s), not ${values.length}.`,
  )
}
