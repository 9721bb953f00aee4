import { definitionName } from '../connector-files.js'
import { factsOf } from '../facts/facts.js'
import { shown, textOf } from '../facts/json.js'
import type { Operation } from '../facts/operations.js'
import { at, startOf } from '../facts/place.js'
import type { Finding } from '../finding.js'
import { change } from './change.js'
import { compareOperations } from './compare-operations.js'

/**
 * What breaks the flows that were built on a definition: something that they use is gone, moved, or
 * asks for more. What is added breaks nothing, and no flow uses an internal operation.
 *
 * @param before The definition that was released, parsed.
 * @param after The definition that is to be released, parsed.
 */
export function breakingChanges(before: unknown, after: unknown): readonly Finding[] {
  const [old, now] = [factsOf({ definition: before }), factsOf({ definition: after })]
  const resolves = { resolveBefore: old.resolve, resolveAfter: now.resolve }
  const paths = [old, now].map(({ root }) => textOf(root.node['basePath']) ?? '/')
  return [
    ...(paths[0] === paths[1]
      ? []
      : [
          change(
            'OperationMoved',
            at(now.root.place, 'basePath'),
            `Every operation was below ${shown(paths[0])} and is below ${shown(paths[1])}.`,
          ),
        ]),
    ...old.operations
      .filter(({ isInternal }) => !isInternal)
      .flatMap((operation) => {
        const same = stillThere(operation, now.operations)
        return same
          ? compareOperations(operation, same, resolves)
          : [gone(operation, now.operations)]
      }),
  ]
}

/** The operation of the same id; where several have it, rather the one of the same address. */
function stillThere(
  { id, title, method, path }: Operation,
  operations: readonly Operation[],
): Operation | undefined {
  const same = operations.filter((other) => (id === '' ? other.title === title : other.id === id))
  return same.find((other) => other.method === method && other.path === path) ?? same[0]
}

function gone(operation: Operation, operations: readonly Operation[]): Finding {
  const { title, method, path } = operation
  const inPlace = operations.find((other) => other.method === method && other.path === path)
  return inPlace
    ? change(
        'OperationIdChanged',
        at(inPlace.place, 'operationId'),
        `The operationId was ${shown(title)} and is ${shown(inPlace.id)}.`,
      )
    : change(
        'OperationRemoved',
        at(startOf(definitionName), 'paths'),
        `${title} (${method.toUpperCase()} ${path}) is gone; expected it to stay, deprecated.`,
      )
}
