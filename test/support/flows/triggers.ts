import type { Callbacks } from './callbacks.js'
import { operationNamed } from './connector/definition.js'
import type { Gateway } from './connector/gateway.js'
import type { HttpAnswer } from './connector/http.js'
import type { Given } from './connector/request.js'
import { resolve } from './expression/evaluate.js'
import type { Trigger } from './workflow.js'

export interface TriggerOptions {
  readonly trigger: Trigger
  readonly given: Given
  /** Absent for a trigger that is no connector's. */
  readonly gateway: Gateway | undefined
  readonly callbacks: Callbacks
  /** Begins a run with these outputs of the trigger. */
  readonly begin: (outputs: unknown) => void
}

export interface StartedTrigger {
  readonly tick: () => Promise<void>
  readonly stop: () => Promise<number | undefined>
}

type Started = Promise<StartedTrigger>

/** @throws Error where the service refuses what the trigger needs. */
export function startTrigger(options: TriggerOptions): Started {
  switch (options.trigger.type) {
    case 'Recurrence':
      return Promise.resolve({
        tick: () => {
          options.begin({})
          return Promise.resolve()
        },
        stop: () => Promise.resolve(undefined),
      })
    case 'OpenApiConnectionWebhook':
      return subscribed(options)
    case 'OpenApiConnection':
      return polled(options)
  }
}

/** Subscribes with a callback of its own, which a DELETE of the Location ends. */
async function subscribed({ trigger, given, gateway, callbacks, begin }: TriggerOptions): Started {
  const { connection, operationId } = asked(trigger, gateway)
  const { parameters } = operationNamed(connection.definition, operationId)
  const body = parameters.find((parameter) => parameter.in === 'body')
  const [callback] = Object.entries(body?.schema?.properties ?? {}).find(
    ([, schema]) => schema['x-ms-notification-url'] === true,
  ) ?? ['']
  const { url, close } = callbacks.open((delivered, headers) => {
    begin({ headers, body: delivered })
  })
  const answer = await connection.call(operationId, {
    ...given,
    [`${body?.name ?? ''}/${callback}`]: url,
  })
  const { location } = answer.headers
  if (answer.status !== 201 || location === undefined) throw refusal(operationId, answer)
  return {
    tick: () => Promise.resolve(),
    stop: async () => {
      const { status } = await connection.openly('DELETE', location)
      close()
      return status
    },
  }
}

/** The first look sets where to begin; each answer says where to look next. */
async function polled({ trigger, given, gateway, begin }: TriggerOptions): Started {
  const { connection, operationId } = asked(trigger, gateway)
  const take = (answer: HttpAnswer): string => {
    const { location } = answer.headers
    if (![200, 202].includes(answer.status) || location === undefined) {
      throw refusal(operationId, answer)
    }
    if (answer.status === 200) {
      for (const outputs of split(trigger, { headers: answer.headers, body: answer.body }))
        begin(outputs)
    }
    return location
  }
  let next = take(await connection.callOnce(operationId, given))
  return {
    tick: async () => {
      for (;;) {
        const answer = await connection.openly('GET', next)
        next = take(answer)
        if (answer.status === 202) return
      }
    },
    stop: () => Promise.resolve(undefined),
  }
}

/** One run an entry, each of which stands in place of the list's body. */
function split(
  { splitOn }: Trigger,
  outputs: Pick<HttpAnswer, 'headers' | 'body'>,
): readonly unknown[] {
  if (splitOn === undefined) return [outputs]
  const list = resolve(splitOn, {
    triggerOutputs: () => outputs,
    triggerBody: () => outputs.body,
  })
  if (!Array.isArray(list)) throw new Error(`${splitOn} is no list.`)
  return list.map((body: unknown) => ({ ...outputs, body }))
}

function asked({ inputs }: Trigger, gateway: Gateway | undefined) {
  if (!inputs || !gateway) throw new Error('The trigger has no connection to a service.')
  return { connection: gateway, operationId: inputs.host.operationId }
}

function refusal(operationId: string, { status, body }: HttpAnswer): Error {
  return new Error(`${operationId} answered ${status}: ${JSON.stringify(body)}`)
}
