import { errorOf, isSuccess, parseAnswer } from './answer.js'
import type { SendOptions } from './client.js'
import { isNotFound } from './errors.js'
import type { Exchanger } from './exchange.js'
import { jsonOf } from './operation.js'
import type { Operation } from './operation.js'

const commonHeaders = {
  accept: 'application/json',
  'accept-encoding': 'gzip',
  'odata-version': '4.0',
  'odata-maxversion': '4.0',
} as const

/** Headers of every request. */
export function requestHeaders({ callerObjectId }: SendOptions): Readonly<Record<string, string>> {
  return callerObjectId === undefined
    ? commonHeaders
    : { ...commonHeaders, callerobjectid: callerObjectId }
}

/** Sends one operation outside of a batch. Throws as `DataverseClient.send`. */
export async function sendOperation<Result>(
  exchanger: Exchanger,
  operation: Operation<Result>,
  options: SendOptions & { readonly now: () => number },
): Promise<Result> {
  const { method, path, body } = operation
  const json = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }
  const { answer: raw, afterUnknownOutcome } = await exchanger({
    method,
    path,
    headers: { ...requestHeaders(options), ...json, ...operation.headers },
    body: body === undefined ? undefined : jsonOf(body),
    operations: 1,
    effect: method === 'GET' ? 'read' : operation.idempotent ? 'repeatable' : 'once',
    signal: options.signal,
  })
  const answer = parseAnswer(raw)
  if (isSuccess(answer)) return operation.decode(answer)
  const error = errorOf(answer, path, { now: options.now(), afterUnknownOutcome })
  // A row that our own unseen delete removed is gone, as was asked.
  if (method === 'DELETE' && afterUnknownOutcome && isNotFound(error)) {
    return operation.decode({ status: 204, headers: {}, body: undefined })
  }
  throw error
}
