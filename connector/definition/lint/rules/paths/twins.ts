import type { Operation } from '../../facts/operations.js'
import { shown } from '../../facts/json.js'
import { each, rule } from '../../rule.js'

export const redefined = rule(
  'PathRedefined',
  'Paths differ in more than the case of their letters.',
  ({ items }) =>
    each(items, ({ path }) => {
      const first = items.find((other) => other.path.toLowerCase() === path.toLowerCase())?.path
      return first === path
        ? undefined
        : `The path ${shown(path)} is ${shown(first)} but for capital letters; expected one of them.`
    }),
)

export const duplicatePath = rule(
  'DuplicateOperationPath',
  'Paths of one method differ in a segment that is no variable.',
  ({ operations }) =>
    each(operations, (operation) => {
      const first = operations.find(
        (other) => isRival(operation, other) && shape(other.path) === shape(operation.path),
      )
      return first && operations.indexOf(first) < operations.indexOf(operation)
        ? `${operation.title} has the path ${shown(operation.path)}, which nobody can tell from ` +
            `${shown(first.path)} of ${first.title}; expected another segment.`
        : undefined
    }),
)

export const partialDuplicatePath = rule(
  'PartialDuplicateOperationPath',
  'No path of a method has a literal where another of the same length has a variable.',
  ({ operations }) =>
    each(operations, (operation) => {
      const similar = operations.filter(
        (other) => isRival(operation, other) && isPartly(operation.path, other.path),
      )
      return similar.length > 0
        ? `${operation.title} has the path ${shown(operation.path)}, whose variable may take the ` +
            `literal of ${similar.map(({ path }) => shown(path)).join(', ')}; expected another segment.`
        : undefined
    }),
)

function isRival(one: Operation, other: Operation): boolean {
  return (
    one !== other &&
    one.method === other.method &&
    one.path.toLowerCase() !== other.path.toLowerCase()
  )
}

function shape(path: string): string {
  return path.toLowerCase().replaceAll(/\{[^}]*\}/g, '{}')
}

/** Whether each segment of one path takes that of the other, and some variable takes a literal. */
function isPartly(variable: string, literal: string): boolean {
  const [ones, others] = [shape(variable).split('/'), shape(literal).split('/')]
  if (ones.length !== others.length) return false
  const fits = ones.every((one, index) => {
    const other = others[index] ?? ''
    return one === other || one.includes('{}') || other.includes('{}')
  })
  return fits && ones.some((one, index) => one.includes('{}') && !others[index]?.includes('{}'))
}
