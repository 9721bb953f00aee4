import type { Argument, DynamicCall } from './dynamic-calls.js'
import { isNewer } from './dynamic-calls.js'
import type { Facts } from './facts.js'
import type { Field } from './fields.js'
import type { Operation } from './operations.js'

/** The fields that an argument of a call may mean: one, where the reference is good. */
export function sourcesOf(
  { extension, field }: DynamicCall,
  { source }: Argument,
  facts: Facts,
): readonly Field[] {
  return source === undefined ? [] : named(field.operation, source, isNewer(extension), facts)
}

/** The fields of the operation called that an argument may be for. */
export function targetsOf(call: DynamicCall, argument: Argument, facts: Facts): readonly Field[] {
  const called = facts.operation(call.operationId ?? '')
  return called ? named(called, argument.name, isNewer(call.extension), facts) : []
}

/** Inputs by path string; the older extensions name a property of the body by its last step. */
function named(
  operation: Operation,
  name: string,
  byPath: boolean,
  { fieldsOf }: Facts,
): readonly Field[] {
  const found = fieldsOf(operation).filter(
    ({ position, path }) =>
      position === 'input' && (path.join('/') === name || (!byPath && path.at(-1) === name)),
  )
  // A list and its entries have one path: what comes first is the list.
  const paths = found.map(({ path }) => path.join('/'))
  return found.filter((_, index) => paths.indexOf(paths[index] ?? '') === index)
}

/** Whether a field is a parameter, not a property of one. */
export function isParameter({ path }: Field): boolean {
  return path.length === 1
}
