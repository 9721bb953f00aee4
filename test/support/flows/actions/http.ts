import { withRetries } from '../connector/retry.js'
import type { RetryPolicy } from '../connector/retry.js'
import { httpOutcome } from './action-type.js'
import type { ActionType } from './action-type.js'

interface HttpInputs {
  readonly method: string
  readonly uri: string
  readonly headers?: Readonly<Record<string, string>>
  readonly queries?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly retryPolicy?: RetryPolicy
}

/** Sends a request to any address. */
export const http: ActionType = async ({ action, run }) => {
  const inputs = run.resolve(action.inputs) as HttpInputs
  const { method, uri, headers = {}, queries = {}, body, retryPolicy } = inputs
  const url = new URL(uri)
  for (const [name, value] of Object.entries(queries)) url.searchParams.set(name, value)
  const request = { method, url: url.href, headers, ...(body !== undefined && { body }) }
  const { send, clock } = run.context
  return httpOutcome(inputs, await withRetries(() => send(request), clock, retryPolicy))
}
