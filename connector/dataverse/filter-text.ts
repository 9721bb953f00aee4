import { textLiteral } from './url-text.js'

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type TextSearch = 'contains' | 'startswith' | 'endswith'

/** A condition as data. Column names are those of the wire; `literal` is OData text. */
export type FilterNode =
  | {
      readonly kind: 'comparison'
      readonly column: string
      readonly operator: Comparison
      readonly literal: string
    }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly string[] }
  | {
      readonly kind: 'search'
      readonly column: string
      readonly search: TextSearch
      readonly value: string
    }
  | { readonly kind: 'all' | 'any'; readonly filters: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly filter: FilterNode }

/** The `$filter` text of a condition, not percent-encoded. Empty for "all of nothing". */
export function filterText(node: FilterNode): string {
  switch (node.kind) {
    case 'comparison':
      return `${node.column} ${node.operator} ${node.literal}`
    case 'in':
      return inText(node.column, node.values)
    case 'search':
      return `${node.search}(${node.column},${textLiteral(withoutWildcards(node.value))})`
    case 'not':
      return `not (${filterText(node.filter)})`
    case 'all':
      return joined(node.filters, ' and ')
    case 'any':
      return joined(node.filters, ' or ')
  }
}

function joined(filters: readonly FilterNode[], glue: string): string {
  const texts = filters.map((filter) =>
    filter.kind === 'all' || filter.kind === 'any' ? `(${filterText(filter)})` : filterText(filter),
  )
  return texts.join(glue)
}

/**
 * The platform's `In` takes values as text, whatever the column's type. Values with a single quote
 * have to stand in double quotes; the others stand in single ones, which URLs need not escape.
 */
function inText(column: string, values: readonly string[]): string {
  const property = /^_(.+)_value$/.exec(column)?.[1] ?? column
  const inDoubleQuotes = values.some((value) => value.includes("'"))
  const list = values.map((value) => (inDoubleQuotes ? JSON.stringify(value) : `'${value}'`))
  return `Microsoft.Dynamics.CRM.In(PropertyName='${property}',PropertyValues=[${list.join(',')}])`
}

/** `%`, `_` and `[` search for anything or a set; in brackets they stand for themselves. */
function withoutWildcards(value: string): string {
  return value.replace(/[%_[]/g, '[$&]')
}
