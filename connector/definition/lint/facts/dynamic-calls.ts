import type { Field } from './fields.js'
import { isNode, nodeOf, textOf } from './json.js'
import { at } from './place.js'
import type { Located } from './references.js'

export const dynamicExtensions = [
  'x-ms-dynamic-values',
  'x-ms-dynamic-list',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
] as const

export type DynamicExtension = (typeof dynamicExtensions)[number]

/** One argument of a call: a value, or where the designer finds it among the fields. */
export interface Argument extends Located {
  readonly name: string
  readonly source: string | undefined
  readonly value: unknown
}

/** An operation that the designer calls while somebody fills in a field. */
export interface DynamicCall extends Located {
  readonly extension: DynamicExtension
  /** The field that is filled in, in one of the operations that have it. */
  readonly field: Field
  readonly operationId: string | undefined
  readonly args: readonly Argument[]
}

/** Every dynamic extension, once for each operation that comes upon it. */
export function dynamicCallsOf(fields: readonly Field[]): readonly DynamicCall[] {
  return fields.flatMap((field) =>
    dynamicExtensions.flatMap((extension) => {
      const node = field.node[extension]
      if (!isNode(node)) return []
      const place = at(field.place, extension)
      return [
        {
          extension,
          field,
          node,
          place,
          operationId: textOf(node['operationId']),
          args: argumentsOf({ node, place }, isNewer(extension)),
        },
      ]
    }),
  )
}

/** The newer extensions name a field by its path string, the older ones by its name. */
export function isNewer(extension: DynamicExtension): boolean {
  return extension === 'x-ms-dynamic-list' || extension === 'x-ms-dynamic-properties'
}

function argumentsOf({ node, place }: Located, newer: boolean): readonly Argument[] {
  return Object.entries(nodeOf(node['parameters'])).map(([name, value]) => {
    const argument = nodeOf(value)
    return {
      name,
      node: argument,
      place: at(place, 'parameters', name),
      source: textOf(argument[newer ? 'parameterReference' : 'parameter']),
      value: newer ? argument['value'] : value,
    }
  })
}
