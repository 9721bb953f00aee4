import type { LiteralClass } from './literal.js'

/** A literal of the query by its place in the request's list of literals. */
export interface LiteralRef {
  readonly kind: 'literal'
  readonly class: LiteralClass
  readonly index: number
}

/** `lastname`, `primarycontactid/fullname`, or `o/name` inside a lambda over `o`. */
export interface PropertyPath {
  readonly kind: 'path'
  readonly names: readonly string[]
}

export type Constant = { readonly kind: 'constant'; readonly value: true | false | null }

export type Operand = LiteralRef | PropertyPath | Constant

export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

/** `like` is FetchXML's: the text is the whole pattern. */
export type TextFunction = 'contains' | 'startswith' | 'endswith' | 'like'

/** What a `$filter` says, before any name in it is looked up. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Expression[] }
  | { readonly kind: 'not'; readonly term: Expression }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly path: PropertyPath
      readonly operand: Operand
    }
  | {
      readonly kind: 'text'
      readonly name: TextFunction
      readonly path: PropertyPath
      readonly literal: LiteralRef
    }
  | {
      /** `Microsoft.Dynamics.CRM.Name(...)`; `scope` leads to the row the property belongs to. */
      readonly kind: 'function'
      readonly name: string
      readonly scope: readonly string[]
      readonly property: PropertyPath
      readonly values: readonly LiteralRef[]
    }
  | {
      readonly kind: 'any' | 'all'
      readonly collection: PropertyPath
      readonly variable: string
      readonly predicate: Expression | null
    }

/** A key of `$orderby`. */
export interface OrderKey {
  readonly path: PropertyPath
  readonly descending: boolean
}
