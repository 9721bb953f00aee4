import { listOperators } from '../../model/solution/index.js'
import type {
  Fetch,
  FetchAttribute,
  FetchCondition,
  FetchEntity,
  FetchFilter,
  FetchLink,
  FetchOrder,
} from '../../model/solution/index.js'
import { childrenOf } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { given, isTrue, otherAttributes, otherChildren, requiredAt } from './parts.js'

const contents = ['all-attributes', 'attribute', 'order', 'filter', 'link-entity']
const linkAttributes = ['name', 'from', 'to', 'alias', 'link-type']

/**
 * Reads a `fetch` element.
 *
 * @throws SolutionFormatError for one without an entity.
 */
export function readFetch(fetch: XmlElement): Fetch {
  const entity = requiredAt(fetch, 'entity')
  return { settings: fetch.attributes, entity: readEntity(entity, ['name']) }
}

function readEntity(entity: XmlElement, words: readonly string[]): FetchEntity {
  return given<FetchEntity>({
    name: entity.attributes.name ?? '',
    attributes: childrenOf(entity, 'attribute').map(readAttribute),
    orders: childrenOf(entity, 'order').map(readOrder),
    filters: childrenOf(entity, 'filter').map(readFilter),
    links: childrenOf(entity, 'link-entity').map(readLink),
    allAttributes: childrenOf(entity, 'all-attributes').length > 0 || undefined,
    settings: otherAttributes(entity, ...words),
    rest: otherChildren(entity, ...contents),
  })
}

function readAttribute(attribute: XmlElement): FetchAttribute {
  const { name = '', alias, aggregate, groupby, dategrouping } = attribute.attributes
  return given<FetchAttribute>({
    name,
    alias,
    aggregate,
    groupBy: isTrue(groupby) || undefined,
    dateGrouping: dategrouping,
    settings: otherAttributes(
      attribute,
      ...['name', 'alias', 'aggregate', 'groupby', 'dategrouping'],
    ),
  })
}

function readOrder(order: XmlElement): FetchOrder {
  const { attribute, alias, descending } = order.attributes
  return given<FetchOrder>({
    attribute,
    alias,
    descending: isTrue(descending),
    settings: otherAttributes(order, 'attribute', 'alias', 'descending'),
  })
}

function readFilter(filter: XmlElement): FetchFilter {
  return given<FetchFilter>({
    type: filter.attributes.type === 'or' ? 'or' : 'and',
    quickFind: isTrue(filter.attributes.isquickfindfields) || undefined,
    conditions: childrenOf(filter, 'condition').map(readCondition),
    filters: childrenOf(filter, 'filter').map(readFilter),
    settings: otherAttributes(filter, 'type', 'isquickfindfields'),
  })
}

function readCondition(condition: XmlElement): FetchCondition {
  const { attribute = '', operator = '', value, entityname } = condition.attributes
  const elements = childrenOf(condition, 'value')
  const values = value === undefined ? elements.map(({ text }) => text) : [value]
  const areElements = value === undefined
  return given<FetchCondition>({
    attribute,
    operator,
    values,
    entityName: entityname,
    valueElements:
      values.length === 1 && areElements !== listOperators.has(operator) ? areElements : undefined,
    settings: otherAttributes(condition, 'attribute', 'operator', 'value', 'entityname'),
    valueSettings: elements.some(({ attributes }) => Object.keys(attributes).length > 0)
      ? elements.map(({ attributes }) => attributes)
      : undefined,
  })
}

function readLink(link: XmlElement): FetchLink {
  const { from = '', to = '', alias, 'link-type': linkType } = link.attributes
  return given<FetchLink>({ ...readEntity(link, linkAttributes), from, to, alias, linkType })
}
