import type {
  ComparisonOperator,
  Constant,
  Expression,
  LiteralRef,
  Operand,
  PropertyPath,
  TextFunction,
} from './expression.js'
import { propertyNameParameter } from './lexer.js'
import type { Literal } from './literal.js'
import { refuseQuery } from './refuse.js'
import type { TokenReader } from './token-reader.js'

/** The platform's limit on conditions in one query. */
const mostConditions = 500
/** Far deeper than people write, and well inside what SQLite's parser takes. */
const deepest = 20

const operators = new Set<string>(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
const textFunctions = new Set<string>(['contains', 'startswith', 'endswith'])
const constants = new Map<string, Constant>([
  ['true', { kind: 'constant', value: true }],
  ['false', { kind: 'constant', value: false }],
  ['null', { kind: 'constant', value: null }],
])
const functionPrefix = 'Microsoft.Dynamics.CRM.'

/**
 * Parses a filter up to the first token that cannot belong to it (an end, `)` or `;`).
 *
 * `or` binds weaker than `and`, `and` weaker than `not`. Values of literals are looked at only
 * where they name a property; everything else about them comes with the request.
 */
export function parseFilter(reader: TokenReader, literals: readonly Literal[]): Expression {
  return new FilterParser(reader, literals).parse()
}

class FilterParser {
  private conditions = 0
  private depth = 0

  constructor(
    private readonly reader: TokenReader,
    private readonly literals: readonly Literal[],
  ) {}

  parse(): Expression {
    return this.chain('or', () => this.chain('and', () => this.parseNot()))
  }

  private chain(kind: 'and' | 'or', parseTerm: () => Expression): Expression {
    const first = parseTerm()
    if (!this.reader.isName(kind)) return first
    const terms = [first]
    while (this.reader.takeName(kind)) terms.push(parseTerm())
    return { kind, terms }
  }

  private parseNot(): Expression {
    if (this.reader.takeName('not')) {
      return this.nested(() => ({ kind: 'not', term: this.parseNot() }))
    }
    if (this.reader.takeSymbol('(')) {
      return this.nested(() => {
        const inside = this.parse()
        this.reader.expectSymbol(')')
        return inside
      })
    }
    return this.parseCondition()
  }

  private nested(parse: () => Expression): Expression {
    this.depth += 1
    if (this.depth > deepest) this.reader.refuse(`the filter nests deeper than ${deepest} levels`)
    const inside = parse()
    this.depth -= 1
    return inside
  }

  private parseCondition(): Expression {
    this.conditions += 1
    if (this.conditions > mostConditions) {
      refuseQuery(`Number of conditions in query exceeded maximum limit of ${mostConditions}.`)
    }
    if (this.reader.isSymbol('(', 1)) {
      const { text } = this.reader.current
      if (textFunctions.has(text)) return this.parseTextFunction(text as TextFunction)
    }
    return this.parsePathCondition()
  }

  private parseTextFunction(name: TextFunction): Expression {
    this.reader.advance()
    this.reader.expectSymbol('(')
    const path = this.parsePath()
    this.reader.expectSymbol(',')
    const literal = this.reader.expectLiteral('a text in quotes')
    this.reader.expectSymbol(')')
    return { kind: 'text', name, path, literal }
  }

  /** A path, then what it ends in: a function, a lambda, or an operator after it. */
  private parsePathCondition(): Expression {
    const { names } = this.parsePath()
    const last = names.at(-1) ?? ''
    const before = names.slice(0, -1)
    if (this.reader.isSymbol('(')) {
      if (last.startsWith(functionPrefix)) {
        return this.parseFunction(last.slice(functionPrefix.length), before)
      }
      if ((last === 'any' || last === 'all') && before.length > 0) {
        return this.nested(() => this.parseLambda(last, { kind: 'path', names: before }))
      }
      refuseQuery(`An unknown function with name '${last}' was found in the filter.`)
    }
    const operator = this.reader.current
    if (operator.kind !== 'name' || !operators.has(operator.text)) {
      this.reader.refuse('expected eq, ne, gt, ge, lt or le')
    }
    this.reader.advance()
    return {
      kind: 'comparison',
      operator: operator.text as ComparisonOperator,
      path: { kind: 'path', names },
      operand: this.parseOperand(),
    }
  }

  private parseOperand(): Operand {
    const { kind, text } = this.reader.current
    if (kind === 'literal') return this.reader.expectLiteral('a value')
    const constant = kind === 'name' ? constants.get(text) : undefined
    if (!constant) return this.parsePath()
    this.reader.advance()
    return constant
  }

  private parsePath(): PropertyPath {
    return this.reader.expectPath('a property')
  }

  private parseLambda(kind: 'any' | 'all', collection: PropertyPath): Expression {
    this.reader.expectSymbol('(')
    if (kind === 'any' && this.reader.takeSymbol(')')) {
      return { kind, collection, variable: '', predicate: null }
    }
    const variable = this.reader.expectName('a lambda variable')
    this.reader.expectSymbol(':')
    const predicate = this.parse()
    this.reader.expectSymbol(')')
    return { kind, collection, variable, predicate }
  }

  /** `(PropertyName='x',PropertyValue=1)`; the parameters may come in any order. */
  private parseFunction(name: string, scope: readonly string[]): Expression {
    let property: PropertyPath | undefined
    const values: (readonly [string, LiteralRef])[] = []
    this.reader.expectSymbol('(')
    do {
      const parameter = this.reader.expectName('a parameter name')
      this.reader.expectSymbol('=')
      const literal = this.reader.expectLiteral(`a value for ${parameter}`)
      if (parameter === propertyNameParameter) property = this.propertyNamedBy(literal)
      else if (values.some(([known]) => known === parameter)) {
        refuseQuery(`The parameter '${parameter}' of ${name} is given twice.`)
      } else values.push([parameter, literal])
    } while (this.reader.takeSymbol(','))
    this.reader.expectSymbol(')')
    if (!property) {
      refuseQuery(`The function ${functionPrefix}${name} needs ${propertyNameParameter}.`)
    }
    const ordered = values
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, literal]) => literal)
    return { kind: 'function', name, scope, property, values: ordered }
  }

  private propertyNamedBy(literal: LiteralRef): PropertyPath {
    const name = this.literals[literal.index]?.value
    if (typeof name !== 'string' || name === '') {
      refuseQuery(`${propertyNameParameter} takes the name of a property in quotes.`)
    }
    return { kind: 'path', names: name.split('/') }
  }
}
