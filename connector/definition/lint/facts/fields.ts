import { nodeOf, textsOf } from './json.js'
import { outputOf, schemaOf } from './operations.js'
import type { Operation } from './operations.js'
import { at } from './place.js'
import type { Located, Resolve } from './references.js'
import { childrenOf } from './schemas.js'

/** A value that an operation takes or gives, as the designer sees it: references are followed. */
export interface Field extends Located {
  readonly operation: Operation
  readonly position: 'input' | 'output' | 'notification'
  /**
   * Its path string. An input's starts with the parameter's name: `body/job/id`. Entries of a list
   * have their list's.
   */
  readonly path: readonly string[]
  /** Whether it is the parameter itself, or the whole answer. */
  readonly isTop: boolean
  readonly isRequired: boolean
  /** Whether it and all that it is a part of are required. */
  readonly isRequiredThroughout: boolean
  /** Whether it, or something that it is a part of, is internal. */
  readonly isInternal: boolean
}

/** Deeper than the platform takes; a ring of references ends earlier, where it meets itself. */
const deepest = 40

/** More fields than any limit: parts of parts can be more than anybody can wait for. */
const mostFields = 4_096

/** All fields of an operation. */
export function fieldsOf(operation: Operation, resolve: Resolve): readonly Field[] {
  const inputs = operation.parameters.flatMap((parameter) => {
    const top = parameter.in === 'body' ? schemaOf(parameter) : parameter
    return top
      ? [
          ...few(resolve, {
            ...top,
            operation,
            position: 'input',
            path: [parameter.name],
            isTop: true,
            isRequired: parameter.isRequired,
            isRequiredThroughout: parameter.isRequired,
            isInternal: parameter.isInternal,
          }),
        ]
      : []
  })
  return [
    ...inputs,
    ...answers('output', operation, outputOf(operation), resolve),
    ...answers('notification', operation, notificationOf(operation), resolve),
  ]
}

/** What a webhook sends. */
export function notificationOf({ item, isWebhook }: Operation): Located | undefined {
  if (!isWebhook) return undefined
  return schemaOf({
    node: nodeOf(item.node['x-ms-notification-content']),
    place: at(item.place, 'x-ms-notification-content'),
  })
}

function answers(
  position: 'output' | 'notification',
  operation: Operation,
  schema: Located | undefined,
  resolve: Resolve,
): readonly Field[] {
  if (!schema) return []
  const top = { isTop: true, isRequired: true, isRequiredThroughout: true, isInternal: false }
  return [...few(resolve, { ...schema, ...top, operation, position, path: [] })]
}

function* few(resolve: Resolve, top: Field): Generator<Field> {
  let count = 0
  for (const field of below(resolve, [], top)) {
    if ((count += 1) > mostFields) return
    yield field
  }
}

function* below(resolve: Resolve, above: readonly object[], field: Field): Generator<Field> {
  const found = resolve(field)
  if (!found || above.includes(found.node) || above.length > deepest) return
  const isInternal = field.isInternal || found.node['x-ms-visibility'] === 'internal'
  const here: Field = { ...field, ...found, isInternal }
  yield here
  const required = textsOf(found.node['required'])
  for (const { node, place, property } of childrenOf(found)) {
    const isRequired = property === undefined ? here.isRequired : required.includes(property)
    yield* below(resolve, [...above, found.node], {
      ...here,
      node,
      place,
      path: property === undefined ? here.path : [...here.path, property],
      isTop: false,
      isRequired,
      isRequiredThroughout: here.isRequiredThroughout && isRequired,
    })
  }
}
