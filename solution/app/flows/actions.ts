import type { FlowConnection } from './connections.js'
import type { Expression } from './expression.js'
import { value } from './expression.js'
import { connectionsOf, inOrder } from './workflow.js'
import type { Action, Actions, Json } from './workflow.js'

type Inputs = Readonly<Record<string, Json>>

/** Inputs by which a connector's operation is called, for actions and triggers. */
export function operationInputs(
  { key, reference }: FlowConnection,
  operationId: string,
  parameters: Inputs,
): Json {
  return {
    host: { connectionName: key, operationId, apiId: reference.connectorId },
    parameters,
    authentication: "@parameters('$authentication')",
  }
}

/** Calls an operation. A property of its body is named by its path: `body/items`. */
export function operation(
  connection: FlowConnection,
  operationId: string,
  parameters: Inputs,
): Action {
  const inputs = operationInputs(connection, operationId, parameters)
  return { json: { type: 'OpenApiConnection', inputs }, connections: [connection] }
}

/** The same for a list: follows its pages up to so many entries. */
export function allOf(most: number, { json, ...rest }: Action): Action {
  const runtimeConfiguration = { paginationPolicy: { minimumItemCount: most } }
  return { ...rest, json: { ...json, runtimeConfiguration } }
}

/** Calls an operation that answers when a person has. */
export function waitingOperation(...args: Parameters<typeof operation>): Action {
  const { json, ...rest } = operation(...args)
  return { ...rest, json: { ...json, type: 'OpenApiConnectionWebhook' } }
}

/** A request that is sent again for some minutes where it fails. */
export function http(inputs: Inputs): Action {
  const retryPolicy = { type: 'exponential', count: 6, interval: 'PT10S' }
  return plain('Http', { ...inputs, retryPolicy })
}

export const parseJson = (content: Expression, schema: Json): Action =>
  plain('ParseJson', { content: value(content), schema })

export const select = (from: Expression, entry: Inputs): Action =>
  plain('Select', { from: value(from), select: entry })

/** A table of HTML; columns by their heading. */
export function htmlTable(from: Expression, columns: Readonly<Record<string, Expression>>): Action {
  return plain('Table', {
    from: value(from),
    format: 'HTML',
    columns: Object.entries(columns).map(([header, cell]) => ({ header, value: value(cell) })),
  })
}

export const wait = (seconds: number): Action =>
  plain('Wait', { interval: { count: seconds, unit: 'Second' } })

export const failRun = (code: string, message: string): Action =>
  plain('Terminate', { runStatus: 'Failed', runError: { code, message } })

export function scope(actions: Actions): Action {
  return block('Scope', actions, {})
}

/** `condition`: the language's own form, such as `{ equals: [a, b] }`. */
export function when(condition: Json, actions: Actions, otherwise: Actions = {}): Action {
  const whole = block('If', actions, {
    expression: condition,
    else: { actions: inOrder(otherwise) },
  })
  return { ...whole, connections: [...whole.connections, ...connectionsOf(otherwise)] }
}

/** One entry after another. */
export function forEach(list: Expression, actions: Actions): Action {
  return block('Foreach', actions, {
    foreach: value(list),
    runtimeConfiguration: { concurrency: { repetitions: 1 } },
  })
}

/** Again and again until the condition holds, at most so often and so long. */
export function until(
  condition: Expression,
  limit: { readonly count: number; readonly timeout: string },
  actions: Actions,
): Action {
  return block('Until', actions, { expression: value(condition), limit })
}

const plain = (type: string, inputs: Inputs): Action => ({
  json: { type, inputs },
  connections: [],
})

const block = (type: string, actions: Actions, more: Inputs): Action => ({
  json: { type, ...more, actions: inOrder(actions) },
  connections: connectionsOf(actions),
})
