import { shown } from '../facts/json.js'
import { notificationOf } from '../facts/fields.js'
import { outputOf, schemaOf } from '../facts/operations.js'
import type { Operation } from '../facts/operations.js'
import type { Parameter } from '../facts/parameters.js'
import { at } from '../facts/place.js'
import type { Located, Resolve } from '../facts/references.js'
import type { Finding } from '../finding.js'
import { change } from './change.js'
import type { Way } from './change.js'
import { compareSchemas } from './compare-schemas.js'

type Resolves = Pick<Way, 'resolveBefore' | 'resolveAfter'>

/** What breaks between an operation then and now. */
export function compareOperations(
  before: Operation,
  after: Operation,
  resolves: { readonly resolveBefore: Resolve; readonly resolveAfter: Resolve },
): readonly Finding[] {
  return [
    ...moved(before, after),
    ...triggerKind(before, after),
    ...before.parameters.flatMap((parameter) => kept(parameter, after, resolves)),
    ...after.parameters.flatMap((parameter) => added(parameter, before, after)),
    ...answer('answer', outputOf(before), outputOf(after), after, resolves),
    ...answer('notification', notificationOf(before), notificationOf(after), after, resolves),
  ]
}

/** The names of variables in a path are parameters' names, which are compared as such. */
function moved(before: Operation, after: Operation): readonly Finding[] {
  const [old, now] = [before, after].map(
    ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`,
  )
  return old === now
    ? []
    : [
        change(
          'OperationMoved',
          after.place,
          `${after.title} was ${before.method.toUpperCase()} ${before.path} and is ${after.method.toUpperCase()} ${after.path}.`,
        ),
      ]
}

function triggerKind(before: Operation, after: Operation): readonly Finding[] {
  const [old, now] = [before, after].map(({ node }) => node['x-ms-trigger'])
  return old === now && before.isWebhook === after.isWebhook
    ? []
    : [
        change(
          'TriggerKindChanged',
          at(after.place, 'x-ms-trigger'),
          `${after.title} was ${kindOf(before)} and is ${kindOf(after)}.`,
        ),
      ]
}

function kindOf({ node, isWebhook }: Operation): string {
  const kind = node['x-ms-trigger']
  if (kind === undefined) return 'an action'
  return `a ${isWebhook ? 'webhook' : 'polling'} trigger ${shown(kind)}`
}

function kept(parameter: Parameter, after: Operation, resolves: Resolves): readonly Finding[] {
  const { name } = parameter
  const same = after.parameters.find((other) => other.name === name && other.in === parameter.in)
  if (!same) {
    const elsewhere = after.parameters.find((other) => other.name === name)
    return [
      elsewhere
        ? change(
            'ParameterMoved',
            elsewhere.usedAt,
            `${shown(name)} of ${after.title} was in ${parameter.in} and is in ${elsewhere.in}.`,
          )
        : change(
            'ParameterRemoved',
            after.place,
            `${after.title} has no ${parameter.in} parameter ${shown(name)} any more.`,
          ),
    ]
  }
  const way: Way = { direction: 'input', operation: after, path: [name], ...resolves }
  const [old, now] = [parameter, same].map((one) => (one.in === 'body' ? schemaOf(one) : one))
  return [
    ...(same.isRequired && !parameter.isRequired ? [requiredNow(same, after)] : []),
    ...(old && now ? compareSchemas(way, old, now) : []),
  ]
}

function added(parameter: Parameter, before: Operation, after: Operation): readonly Finding[] {
  const isNew = !before.parameters.some(({ name }) => name === parameter.name)
  return isNew && parameter.isRequired ? [requiredNow(parameter, after)] : []
}

function requiredNow({ name, usedAt }: Parameter, { title }: Operation): Finding {
  return change(
    'InputRequired',
    usedAt,
    `The input ${shown(name)} of ${title} is required now; flows without it fail.`,
  )
}

function answer(
  name: string,
  before: Located | undefined,
  after: Located | undefined,
  operation: Operation,
  resolves: Resolves,
): readonly Finding[] {
  if (!before) return []
  return after
    ? compareSchemas({ direction: 'output', operation, path: [name], ...resolves }, before, after)
    : [
        change(
          'OutputRemoved',
          operation.place,
          `The ${name} of ${operation.title} has no schema any more.`,
        ),
      ]
}
