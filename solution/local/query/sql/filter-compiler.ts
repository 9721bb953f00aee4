import { hostedTable } from '../../schema/index.js'
import { quoted } from '../../store/sql-names.js'
import type {
  ComparisonOperator,
  Expression,
  LiteralRef,
  Operand,
  PropertyPath,
  TextFunction,
} from '../expression.js'
import type { Literal } from '../literal.js'
import { edmTypeOfLiteral } from '../literal.js'
import { refuseProperty, refuseQuery } from '../refuse.js'
import { compileFunction } from './functions.js'
import { checkComparable, edmType, refuseTypes, storedValue, valueType } from './literal-values.js'
import { propertyOf, propertyOrColumn, RowSource } from './row-source.js'
import type { ColumnRef } from './row-source.js'
import type { BindContext, StatementBuilder } from './statement-builder.js'
import { caseVariants, endOfPrefix, globPattern, likePattern } from './text-patterns.js'

/** The rows that a lambda's variables stand for. */
type Variables = ReadonlyMap<string, RowSource>

const sqlOperators: Readonly<Record<ComparisonOperator, string>> = {
  eq: '=',
  ne: 'IS NOT',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
}

/**
 * A filter as an SQL condition on the rows of `source`.
 *
 * As in OData, a comparison with an empty column is false, and its negation (`ne`, `not`) true.
 */
export function compileFilter(
  expression: Expression,
  source: RowSource,
  variables: Variables = new Map(),
): string {
  const inner = (term: Expression) => compileFilter(term, source, variables)
  const column = (path: PropertyPath) => resolveColumn(path, source, variables)

  switch (expression.kind) {
    case 'and':
    case 'or':
      return `(${expression.terms.map(inner).join(expression.kind === 'and' ? ' AND ' : ' OR ')})`
    case 'not':
      return `(${inner(expression.term)}) IS NOT TRUE`
    case 'comparison':
      return compileComparison(
        column(expression.path),
        expression.operator,
        expression.operand,
        source,
        column,
      )
    case 'text':
      return compileText(
        column(expression.path),
        expression.name,
        expression.literal,
        source.builder,
      )
    case 'function': {
      const { names } = expression.property
      const path: PropertyPath = { kind: 'path', names: [...expression.scope, ...names] }
      return compileFunction(
        expression.name,
        resolveColumn(path, source, variables, propertyOrColumn),
        expression.values,
        source.builder,
      )
    }
    case 'any':
    case 'all':
      return compileLambda(expression, source, variables)
  }
}

function resolveColumn(
  path: PropertyPath,
  source: RowSource,
  variables: Variables,
  find: typeof propertyOf = propertyOf,
): ColumnRef {
  const [first = '', ...rest] = path.names
  const variable = variables.get(first)
  if (!variable) return source.resolve(path, find)
  if (rest.length === 0) refuseQuery(`Expected a property of '${first}' after it.`)
  return variable.resolve({ kind: 'path', names: rest }, find)
}

function compileComparison(
  left: ColumnRef,
  operator: ComparisonOperator,
  operand: Operand,
  source: RowSource,
  resolve: (path: PropertyPath) => ColumnRef,
): string {
  switch (operand.kind) {
    case 'literal':
      return compareLiteral(left, operator, operand, source)
    case 'constant':
      return compareConstant(left, operator, operand.value)
    case 'path': {
      const right = resolve(operand)
      if (valueType(left.column) !== valueType(right.column)) {
        refuseTypes(edmType(left.column), edmType(right.column), operator)
      }
      return `${left.sql} ${sqlOperators[operator]} ${right.sql}`
    }
  }
}

function compareLiteral(
  { column, sql }: ColumnRef,
  operator: ComparisonOperator,
  literal: LiteralRef,
  { builder }: RowSource,
): string {
  checkComparable(column, literal.class, operator)
  if (literal.class === 'wideText' && (operator === 'eq' || operator === 'ne')) {
    const variants = builder.bind((context) =>
      JSON.stringify(caseVariants(String(literalOf(context, literal).value))),
    )
    const equal = `${sql} IN (SELECT value FROM json_each(${variants}))`
    return operator === 'eq' ? equal : `(${equal}) IS NOT TRUE`
  }
  const value = builder.bind((context) =>
    storedValue(column, literalOf(context, literal), operator),
  )
  return `${sql} ${sqlOperators[operator]} ${value}`
}

function compareConstant(
  { column, sql }: ColumnRef,
  operator: ComparisonOperator,
  value: boolean | null,
): string {
  if (value === null) {
    if (operator === 'eq') return `${sql} IS NULL`
    return operator === 'ne' ? `${sql} IS NOT NULL` : 'FALSE'
  }
  if (valueType(column) !== 'yesNo') refuseTypes(edmType(column), 'Edm.Boolean', operator)
  return `${sql} ${sqlOperators[operator]} ${value ? 1 : 0}`
}

/** A search in a text column; `%`, `_` and sets in the text are wildcards. */
export function compileText(
  { column, sql }: ColumnRef,
  name: TextFunction,
  literal: LiteralRef,
  builder: StatementBuilder,
): string {
  if (valueType(column) !== 'text') {
    refuseQuery(
      `No function signature for the function with name '${name}' matches the specified ` +
        `arguments: ${name}(${edmType(column)}, ${edmTypeOfLiteral(literal.class)}).`,
    )
  }
  const text = ({ literals }: BindContext) => String(literals[literal.index]?.value)
  switch (literal.class) {
    case 'text': {
      if (name !== 'startswith') {
        return `${sql} LIKE ${builder.bind((context) => likePattern(name, text(context)))}`
      }
      const from = builder.bind(text)
      return `(${sql} >= ${from} AND ${sql} < ${builder.bind((context) => endOfPrefix(text(context)))})`
    }
    case 'pattern':
      return `${sql} LIKE ${builder.bind((context) => likePattern(name, text(context)))}`
    case 'wideText':
      return `${sql} GLOB ${builder.bind((context) => globPattern(name, text(context)))}`
    case 'number':
    case 'guid':
    case 'date':
    case 'dateTime':
    case 'list':
      return refuseQuery(
        `The function ${name} takes a text in quotes, not ${edmTypeOfLiteral(literal.class)}.`,
      )
  }
}

function compileLambda(
  { kind, collection, variable, predicate }: Extract<Expression, { kind: 'any' | 'all' }>,
  source: RowSource,
  variables: Variables,
): string {
  const [first = ''] = collection.names
  const ofVariable = variables.get(first)
  const owner = (ofVariable ?? source).follow(collection.names.slice(ofVariable ? 1 : 0, -1))
  const property = collection.names.at(-1) ?? ''
  const relationship = owner.table.collections.get(property)
  if (!relationship) return refuseProperty(property, owner.table.logicalName)

  const table = hostedTable(source.schema, relationship.referencingTable)
  const related = new RowSource(source.builder, source.schema, table)
  const condition = predicate
    ? compileFilter(predicate, source, new Map(variables).set(variable, related))
    : null
  const link = `${related.alias}.${quoted(relationship.referencingColumn)} = ${owner.primaryId}`
  if (kind === 'any') return exists(related, link, condition)
  return `NOT ${exists(related, link, `(${condition ?? 'TRUE'}) IS NOT TRUE`)}`
}

function exists(related: RowSource, link: string, condition: string | null): string {
  const where = condition === null ? link : `${link} AND ${condition}`
  return `EXISTS (SELECT 1 FROM ${related.from} WHERE ${where})`
}

/** The request's literal that a plan refers to. */
export function literalOf({ literals }: BindContext, { index }: LiteralRef): Literal {
  const literal = literals[index]
  if (!literal) throw new Error(`The request has no literal ${index}.`)
  return literal
}
