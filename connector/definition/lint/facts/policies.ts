import type { Facts } from './facts.js'
import { listOf, nodeOf, textOf, textsOf } from './json.js'
import type { Node } from './json.js'
import { at } from './place.js'
import type { Place } from './place.js'

export const operationNames = 'x-ms-apimTemplate-operationName'

/** One policy of apiProperties.json. */
export interface Policy {
  readonly place: Place
  readonly template: string
  readonly parameters: Node
  /** The operations that it is for; undefined: for all. */
  readonly operations: readonly string[] | undefined
}

export function policiesOf({ properties }: Facts): readonly Policy[] {
  return listOf(properties?.node['policyTemplateInstances']).flatMap((entry, index) => {
    if (!properties) return []
    const parameters = nodeOf(nodeOf(entry)['parameters'])
    return [
      {
        place: at(properties.place, 'policyTemplateInstances', index),
        template: textOf(nodeOf(entry)['templateId']) ?? '',
        parameters,
        operations: operationNames in parameters ? textsOf(parameters[operationNames]) : undefined,
      },
    ]
  })
}
