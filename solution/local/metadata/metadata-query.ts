import { DataverseError } from '../errors.js'
import type { Expression } from '../query/expression.js'
import type { Literal } from '../query/literal.js'
import { parseQueryString } from '../query/query-string.js'
import { lexQuery, parseRowQuery } from '../query/row-query.js'
import type { ExpandItem } from '../query/row-query.js'
import { satisfies } from './metadata-filter.js'
import { namespace } from './metadata-object.js'
import type { MetadataObject } from './metadata-object.js'

/** What is asked of objects: the part of a row query that metadata knows. */
export interface MetadataQuery {
  readonly select: readonly string[] | null
  readonly filter: Expression | null
  readonly expand: readonly ExpandItem[]
  readonly top: number | null
  readonly counts: boolean
  readonly literals: readonly Literal[]
}

/** Names of enumeration members are written `Microsoft.Dynamics.CRM.AttributeTypeCode'Picklist'`. */
const enumeration = /Microsoft\.Dynamics\.CRM\.\w+(?=')/g

export function parseMetadataQuery(query: string): MetadataQuery {
  const { options, aliases } = parseQueryString(query)
  const known = new Map(
    [...options].map(([name, value]) => [name, value.replace(enumeration, '')] as const),
  )
  const lexed = lexQuery(known, aliases)
  const { select, filter, expand } = parseRowQuery(lexed)
  const top = options.get('$top')
  if (top !== undefined && !/^\d+$/.test(top)) {
    throw new DataverseError('badQuery', `Invalid value '${top}' for $top query option found.`)
  }
  return {
    select,
    filter,
    expand,
    top: top === undefined ? null : Number(top),
    counts: options.get('$count') === 'true',
    literals: lexed.literals,
  }
}

/** The objects of a list that are asked for. */
export function chosen(
  objects: readonly MetadataObject[],
  { filter, top, literals }: Pick<MetadataQuery, 'filter' | 'top' | 'literals'>,
): readonly MetadataObject[] {
  const matching = filter ? objects.filter((one) => satisfies(one, filter, literals)) : objects
  return top === null ? matching : matching.slice(0, top)
}

/**
 * The object as JSON. `@odata.type` is told where it is not clear from the context: columns of a
 * list without cast. Throws 400 for properties that its type has not.
 */
export function present(
  object: MetadataObject,
  { select, expand, literals }: Pick<MetadataQuery, 'select' | 'expand' | 'literals'>,
  options: { readonly typed: boolean; readonly lenient: boolean },
): Readonly<Record<string, unknown>> {
  const shown: Record<string, unknown> = {}
  if (options.typed) shown['@odata.type'] = `#${namespace}.${object.type}`
  for (const name of select ? selected(object, select) : Object.keys(object.properties)) {
    if (name in object.properties) shown[name] = object.properties[name]
    else if (!options.lenient) throw unknownProperty(object, name)
  }
  for (const { property, query } of expand) {
    const target = object.navigation[property]
    if (target === undefined) {
      if (options.lenient) continue
      throw unknownProperty(object, property)
    }
    const isMixed = property === 'Attributes'
    const inner = { ...query, top: null, literals }
    shown[property] = isList(target)
      ? chosen(target, inner).map((one) =>
          present(one, inner, { typed: isMixed, lenient: isMixed }),
        )
      : target && present(target, inner, { typed: false, lenient: false })
  }
  return shown
}

/** Metadata answers always bring the object's id. */
function selected(object: MetadataObject, select: readonly string[]): readonly string[] {
  const hasId = 'MetadataId' in object.properties && !select.includes('MetadataId')
  return hasId ? [...select, 'MetadataId'] : select
}

function isList(
  target: MetadataObject | readonly MetadataObject[] | null,
): target is readonly MetadataObject[] {
  return Array.isArray(target)
}

function unknownProperty({ type }: MetadataObject, name: string): DataverseError {
  return new DataverseError(
    'badQuery',
    `Could not find a property named '${name}' on type '${namespace}.${type}'.`,
  )
}
