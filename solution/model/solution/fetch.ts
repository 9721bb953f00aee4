import type { XmlElement } from '../xml.js'

/** A FetchXML query. Reference: https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/reference/ */
export interface Fetch {
  /** Attributes of the `fetch` element: version, mapping, aggregate, top, distinct ... */
  readonly settings: Readonly<Record<string, string>>
  readonly entity: FetchEntity
}

export interface FetchEntity {
  /** Logical name of the table. */
  readonly name: string
  readonly attributes: readonly FetchAttribute[]
  readonly orders: readonly FetchOrder[]
  readonly filters: readonly FetchFilter[]
  readonly links: readonly FetchLink[]
  readonly allAttributes?: boolean
  /** Further attributes of the element: intersect, visible ... */
  readonly settings?: Readonly<Record<string, string>>
  /** Children that this model has no word for, as read. */
  readonly rest?: readonly XmlElement[]
}

export interface FetchAttribute {
  readonly name: string
  readonly alias?: string
  readonly aggregate?: string
  readonly groupBy?: boolean
  readonly dateGrouping?: string
  /** Further attributes of the element. */
  readonly settings?: Readonly<Record<string, string>>
}

/** By a column, or by the alias of an aggregate. */
export interface FetchOrder {
  readonly attribute?: string
  readonly alias?: string
  readonly descending: boolean
  readonly settings?: Readonly<Record<string, string>>
}

export interface FetchFilter {
  readonly type: 'and' | 'or'
  /** True for the filter of a quick find view, whose conditions hold `{0}`. */
  readonly quickFind?: boolean
  readonly conditions: readonly FetchCondition[]
  readonly filters: readonly FetchFilter[]
  readonly settings?: Readonly<Record<string, string>>
}

export interface FetchCondition {
  readonly attribute: string
  readonly operator: string
  /** One value, or those of an operator that takes a list; none: an operator that takes none. */
  readonly values: readonly string[]
  /** The alias of the linked table that the column belongs to. */
  readonly entityName?: string
  /** Whether the one value is an element and not an attribute, where its operator has it otherwise. */
  readonly valueElements?: boolean
  /** Further attributes of the element: uiname, uitype ... */
  readonly settings?: Readonly<Record<string, string>>
  /** Attributes of each value that is an element, where they have any. */
  readonly valueSettings?: readonly Readonly<Record<string, string>>[]
}

export interface FetchLink extends FetchEntity {
  readonly from: string
  readonly to: string
  readonly alias?: string
  readonly linkType?: string
}

/** Operators whose values are elements even where there is one only. */
export const listOperators: ReadonlySet<string> = new Set([
  'in',
  'not-in',
  'between',
  'not-between',
  'contain-values',
  'not-contain-values',
  'in-fiscal-period-and-year',
  'in-or-before-fiscal-period-and-year',
  'in-or-after-fiscal-period-and-year',
])
