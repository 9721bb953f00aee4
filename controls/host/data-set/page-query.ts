import { operatorOf, withoutValue } from './operators.js'

type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression
type Condition = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression
type SortStatus = ComponentFramework.PropertyHelper.DataSetApi.SortStatus
type Link = ComponentFramework.PropertyHelper.DataSetApi.LinkEntityExposedExpression

export interface PageQuery {
  /** The view's own query. */
  readonly fetchXml: string
  /** Columns to read besides the view's: shown ones and those the control added. */
  readonly columns: readonly string[]
  readonly filter: FilterExpression | null
  /** Empty: the view's own order. */
  readonly sorting: readonly SortStatus[]
  readonly links: readonly Link[]
  readonly related?: { readonly column: string; readonly id: string }
  /** From 1. */
  readonly page: number
  readonly pageSize: number
}

/** The FetchXML of one page: the view's query, narrowed and ordered as the control asked. */
export function pageFetchXml(query: PageQuery): string {
  const document = new DOMParser().parseFromString(query.fetchXml, 'text/xml')
  const fetch = document.documentElement
  const entity = fetch.querySelector('entity')
  if (!entity) throw new Error(`The view's query has no entity: ${query.fetchXml}`)
  const append = (parent: Element, name: string, attributes: Readonly<Record<string, string>>) => {
    const child = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, value)
    parent.append(child)
    return child
  }
  fetch.setAttribute('page', String(query.page))
  fetch.setAttribute('count', String(query.pageSize))
  fetch.setAttribute('returntotalrecordcount', 'true')
  const order = query.sorting.filter(({ sortDirection }) => sortDirection !== -1)
  if (order.length > 0) {
    for (const old of [...entity.children]) if (old.localName === 'order') old.remove()
    for (const { name, sortDirection } of order) {
      append(entity, 'order', { attribute: name, descending: String(sortDirection === 1) })
    }
  }
  for (const { name, from, to, linkType, alias } of query.links) {
    append(entity, 'link-entity', { name, from, to, 'link-type': linkType, alias })
  }
  addColumns(entity, query.columns, append)
  if (query.related) {
    const filter = append(entity, 'filter', { type: 'and' })
    append(filter, 'condition', {
      attribute: query.related.column,
      operator: 'eq',
      value: query.related.id,
    })
  }
  if (query.filter) addFilter(entity, query.filter, append)
  return new XMLSerializer().serializeToString(document)
}

type Append = (
  parent: Element,
  name: string,
  attributes: Readonly<Record<string, string>>,
) => Element

/** Columns of linked tables are named `alias.column`; those of a link that is not there are left out. */
function addColumns(entity: Element, columns: readonly string[], append: Append): void {
  for (const column of columns) {
    const [name = '', alias] = column.split('.').reverse()
    const table = alias === undefined ? entity : linkOf(entity, alias)
    if (table && !hasAttribute(table, name)) append(table, 'attribute', { name })
  }
}

function linkOf(entity: Element, alias: string): Element | undefined {
  return [...entity.querySelectorAll('link-entity')].find(
    (link) => link.getAttribute('alias') === alias,
  )
}

function hasAttribute(table: Element, name: string): boolean {
  return [...table.children].some(
    (child) => child.localName === 'attribute' && child.getAttribute('name') === name,
  )
}

function addFilter(parent: Element, expression: FilterExpression, append: Append): void {
  const { conditions, filterOperator, filters = [] } = expression
  if (conditions.length + filters.length === 0) return
  const filter = append(parent, 'filter', { type: filterOperator === 1 ? 'or' : 'and' })
  for (const condition of conditions) addCondition(filter, condition, append)
  for (const inner of filters) addFilter(filter, inner, append)
}

function addCondition(filter: Element, condition: Condition, append: Append): void {
  const operator = operatorOf(condition.conditionOperator)
  const { attributeName: attribute, entityAliasName: entityname, value } = condition
  const element = append(filter, 'condition', {
    attribute,
    operator,
    ...(entityname ? { entityname } : {}),
  })
  if (withoutValue.has(operator)) return
  if (!Array.isArray(value)) {
    element.setAttribute('value', value)
    return
  }
  for (const each of value) append(element, 'value', {}).textContent = each
}
