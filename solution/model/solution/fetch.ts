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
}

export interface FetchFilter {
  readonly type: 'and' | 'or'
  /** True for the filter of a quick find view, whose conditions hold `{0}`. */
  readonly quickFind?: boolean
  readonly conditions: readonly FetchCondition[]
  readonly filters: readonly FetchFilter[]
}

export interface FetchCondition {
  readonly attribute: string
  readonly operator: string
  /** One value, or those of an operator that takes a list; none: an operator that takes none. */
  readonly values: readonly string[]
  /** The alias of the linked table that the column belongs to. */
  readonly entityName?: string
  /** True where the platform writes the one value as an element and not as an attribute. */
  readonly valueElements?: boolean
  /** Further attributes of the element: uiname, uitype ... */
  readonly settings?: Readonly<Record<string, string>>
}

export interface FetchLink extends FetchEntity {
  readonly from: string
  readonly to: string
  readonly alias?: string
  readonly linkType?: string
  /** Further attributes of the element: intersect, visible ... */
  readonly settings?: Readonly<Record<string, string>>
}
