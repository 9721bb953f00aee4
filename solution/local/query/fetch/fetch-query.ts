import { refuseQuery } from '../refuse.js'
import { parseXml } from './xml.js'
import type { XmlElement } from './xml.js'

/** A FetchXML query. Names are logical names, not yet looked up. */
export interface FetchQuery {
  readonly entity: FetchEntity
  readonly top: number | null
  /** Rows a page. */
  readonly count: number | null
  /** Counted from 1. */
  readonly page: number
  readonly totalCount: boolean
  readonly distinct: boolean
}

export interface FetchEntity {
  readonly name: string
  /** Null for all. */
  readonly attributes: readonly FetchAttribute[] | null
  readonly filters: readonly FetchFilter[]
  readonly orders: readonly FetchOrder[]
  readonly links: readonly FetchLink[]
}

export interface FetchAttribute {
  readonly name: string
  readonly alias: string | null
}

export interface FetchFilter {
  readonly type: 'and' | 'or'
  readonly conditions: readonly FetchCondition[]
  readonly filters: readonly FetchFilter[]
}

export interface FetchCondition {
  /** The alias of the link whose column it is; null for the filter's own table. */
  readonly entityName: string | null
  readonly attribute: string
  readonly operator: string
  readonly values: readonly string[]
}

export interface FetchOrder {
  readonly attribute: string
  readonly descending: boolean
}

export interface FetchLink extends FetchEntity {
  readonly from: string
  readonly to: string
  readonly alias: string | null
  readonly outer: boolean
}

const mostRows = 5_000

/** Parses a FetchXML query without aggregates; throws 400 for what it does not know. */
export function parseFetch(source: string): FetchQuery {
  const fetch = parseXml(source)
  if (fetch.name !== 'fetch') refuseQuery(`fetchXml starts with <fetch>, not <${fetch.name}>.`)
  if (fetch.attributes.get('aggregate') === 'true') {
    refuseQuery('The local Web API does not aggregate with FetchXML; use $apply.')
  }
  const [entity, ...more] = fetch.children.filter(({ name }) => name === 'entity')
  if (!entity || more.length > 0) refuseQuery('<fetch> holds exactly one <entity>.')
  return {
    entity: parseEntity(entity),
    top: wholeNumber(fetch, 'top'),
    count: wholeNumber(fetch, 'count'),
    page: wholeNumber(fetch, 'page') ?? 1,
    totalCount: fetch.attributes.get('returntotalrecordcount') === 'true',
    distinct: fetch.attributes.get('distinct') === 'true',
  }
}

function wholeNumber({ attributes }: XmlElement, name: string): number | null {
  const text = attributes.get(name)
  if (text === undefined) return null
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (number < 1 || (name !== 'page' && number > mostRows)) {
    refuseQuery(`Invalid value '${text}' for ${name} in <fetch>: expected 1 to ${mostRows}.`)
  }
  return number
}

const entityChildren = new Set(['attribute', 'all-attributes', 'filter', 'order', 'link-entity'])

function parseEntity(element: XmlElement): FetchEntity {
  const unknown = element.children.find(({ name }) => !entityChildren.has(name))
  if (unknown) refuseQuery(`<${element.name}> cannot hold <${unknown.name}>.`)
  const named = (name: string) => element.children.filter((child) => child.name === name)
  return {
    name: required(element, 'name'),
    attributes:
      named('all-attributes').length > 0
        ? null
        : named('attribute').map((one) => ({
            name: required(one, 'name'),
            alias: one.attributes.get('alias') ?? null,
          })),
    filters: named('filter').map(parseFilter),
    orders: named('order').map((one) => ({
      attribute: required(one, 'attribute'),
      descending: one.attributes.get('descending') === 'true',
    })),
    links: named('link-entity').map(parseLink),
  }
}

function parseLink(element: XmlElement): FetchLink {
  const type = element.attributes.get('link-type') ?? 'inner'
  if (type !== 'inner' && type !== 'outer') {
    refuseQuery(`The local Web API knows the link types inner and outer, not '${type}'.`)
  }
  return {
    ...parseEntity(element),
    from: required(element, 'from'),
    to: required(element, 'to'),
    alias: element.attributes.get('alias') ?? null,
    outer: type === 'outer',
  }
}

function parseFilter(element: XmlElement): FetchFilter {
  const type = element.attributes.get('type') ?? 'and'
  if (type !== 'and' && type !== 'or') refuseQuery(`The filter type '${type}' is not known.`)
  const unknown = element.children.find(({ name }) => name !== 'filter' && name !== 'condition')
  if (unknown) refuseQuery(`<filter> cannot hold <${unknown.name}>.`)
  return {
    type,
    conditions: element.children.filter(({ name }) => name === 'condition').map(parseCondition),
    filters: element.children.filter(({ name }) => name === 'filter').map(parseFilter),
  }
}

function parseCondition(element: XmlElement): FetchCondition {
  const value = element.attributes.get('value')
  const listed = element.children.filter(({ name }) => name === 'value').map(({ text }) => text)
  return {
    entityName: element.attributes.get('entityname') ?? null,
    attribute: required(element, 'attribute'),
    operator: required(element, 'operator'),
    values: value === undefined ? listed : [value, ...listed],
  }
}

function required({ name, attributes }: XmlElement, attribute: string): string {
  const value = attributes.get(attribute)
  return value === undefined || value === ''
    ? refuseQuery(`<${name}> needs the attribute ${attribute}.`)
    : value
}
