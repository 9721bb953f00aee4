import { DataverseError } from '../errors.js'
import type { Expression, Operand, PropertyPath } from '../query/expression.js'
import type { Literal } from '../query/literal.js'
import type { MetadataObject } from './metadata-object.js'

type Scalar = string | number | boolean | null

/** True when the object satisfies the filter. Throws 400 for what metadata cannot be asked. */
export function satisfies(
  object: MetadataObject,
  filter: Expression,
  literals: readonly Literal[],
): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.terms.every((term) => satisfies(object, term, literals))
    case 'or':
      return filter.terms.some((term) => satisfies(object, term, literals))
    case 'not':
      return !satisfies(object, filter.term, literals)
    case 'comparison': {
      const { operator, path, operand } = filter
      return compares(operator, valueAt(object, path), operandOf(object, operand, literals))
    }
    case 'text': {
      const text = folded(valueAt(object, filter.path))
      const part = folded(literalOf(filter.literal.index, literals))
      if (typeof text !== 'string' || typeof part !== 'string') return false
      if (filter.name === 'contains') return text.includes(part)
      return filter.name === 'startswith' ? text.startsWith(part) : text.endsWith(part)
    }
    case 'function':
      throw unsupported(`the function ${filter.name}`)
    case 'any':
    case 'all':
      throw unsupported(filter.kind)
  }
}

function compares(operator: string, left: Scalar, right: Scalar): boolean {
  const [a, b] = [folded(left), folded(right)]
  if (operator === 'eq') return a === b
  if (operator === 'ne') return a !== b
  if (a === null || b === null || typeof a !== typeof b) return false
  if (operator === 'gt') return a > b
  if (operator === 'ge') return a >= b
  return operator === 'lt' ? a < b : a <= b
}

function operandOf(object: MetadataObject, operand: Operand, literals: readonly Literal[]): Scalar {
  switch (operand.kind) {
    case 'constant':
      return operand.value
    case 'literal':
      return literalOf(operand.index, literals)
    case 'path':
      return valueAt(object, operand)
  }
}

function literalOf(index: number, literals: readonly Literal[]): Scalar {
  const value = literals[index]?.value
  if (typeof value === 'string' || typeof value === 'number') return value
  throw unsupported('a list of values')
}

/** `LogicalName`, `IsCustomizable/Value` or, along an expandable object, `sdkmessageid/name`. */
function valueAt(object: MetadataObject, { names }: PropertyPath): Scalar {
  let value: unknown = object.properties
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !(name in value)) {
      throw new DataverseError(
        'badQuery',
        `Could not find a property named '${names.join('/')}' on type ` +
          `'Microsoft.Dynamics.CRM.${object.type}'.`,
      )
    }
    value = (value as Readonly<Record<string, unknown>>)[name]
  }
  return isScalar(value) ? value : null
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/** Metadata is compared without regard to case, like everything in the platform. */
function folded(value: Scalar): Scalar {
  return typeof value === 'string' ? value.toLowerCase() : value
}

function unsupported(what: string): DataverseError {
  return new DataverseError('badQuery', `Metadata cannot be filtered by ${what}.`)
}
