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
import { element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

/**
 * The `fetch` element of a query: attributes of the rows first, then orders, filters and links, each
 * in the order of the model. The platform gives the order between them no meaning.
 */
export function emitFetch({ settings, entity }: Fetch): XmlElement {
  return element('fetch', settings, [
    element('entity', { name: entity.name, ...entity.settings }, contentOf(entity)),
  ])
}

function contentOf(entity: FetchEntity): readonly XmlElement[] {
  return [
    ...(entity.allAttributes ? [element('all-attributes')] : []),
    ...entity.attributes.map(attribute),
    ...entity.orders.map(order),
    ...entity.filters.map(filter),
    ...entity.links.map(link),
    ...(entity.rest ?? []),
  ]
}

function attribute(given: FetchAttribute): XmlElement {
  return element('attribute', {
    name: given.name,
    aggregate: given.aggregate,
    groupby: given.groupBy ? 'true' : undefined,
    dategrouping: given.dateGrouping,
    alias: given.alias,
    ...given.settings,
  })
}

function order({ attribute, alias, descending, settings }: FetchOrder): XmlElement {
  return element('order', { attribute, alias, descending, ...settings })
}

function filter({ type, quickFind, conditions, filters, settings }: FetchFilter): XmlElement {
  const isquickfindfields = quickFind ? '1' : undefined
  return element('filter', { type, isquickfindfields, ...settings }, [
    ...conditions.map(condition),
    ...filters.map(filter),
  ])
}

function condition(given: FetchCondition): XmlElement {
  const { entityName, operator, values, valueSettings, settings } = given
  const attribute = given.attribute || undefined
  const isList = values.length > 1 || (given.valueElements ?? listOperators.has(operator))
  const value = isList ? undefined : values[0]
  return element(
    'condition',
    { entityname: entityName, attribute, operator, value, ...settings },
    isList ? values.map((one, at) => element('value', valueSettings?.[at], one)) : [],
  )
}

function link(given: FetchLink): XmlElement {
  const { name, from, to, alias, linkType, settings } = given
  return element(
    'link-entity',
    {
      name,
      from: from || undefined,
      to: to || undefined,
      alias,
      'link-type': linkType,
      ...settings,
    },
    contentOf(given),
  )
}
