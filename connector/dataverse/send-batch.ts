import { errorOf, isSuccess, parseAnswer } from './answer.js'
import type { Backoff } from './backoff.js'
import { parseBatchAnswer } from './batch-answer.js'
import type { PartAnswer } from './batch-answer.js'
import { batchBody } from './batch-request.js'
import { notRun } from './client.js'
import type { BatchOptions, Outcome } from './client.js'
import { DataverseError, isThrottled, isTransient, ProtocolError } from './errors.js'
import type { Exchanger } from './exchange.js'
import type { Limiter } from './limiter.js'
import { operationsIn } from './limits.js'
import { boundaryOf } from './multipart.js'
import type { AnyOperation } from './operation.js'
import { requestHeaders } from './send-operation.js'

export interface BatchSender {
  readonly exchanger: Exchanger
  readonly limiter: Limiter
  readonly backoff: Backoff
  readonly rootPath: string
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

type Outcomes = readonly Outcome<unknown>[]

/**
 * Sends operations as one `$batch` and, where that is safe, once more what failed for the moment:
 * single operations of a batch that goes on after errors, the whole of a repeatable batch.
 */
export async function sendBatch(
  sender: BatchSender,
  operations: readonly AnyOperation[],
  options: BatchOptions,
): Promise<Outcomes> {
  const repeatable = options.repeatable ?? operations.every(isRead)
  const outcomes: Outcome<unknown>[] = []
  let indices = operations.map((_, index) => index)
  for (let attempt = 1; ; attempt++) {
    const sent = indices.map((index) => operations[index]).filter((operation) => !!operation)
    const answered = await sendOnce(sender, sent, { ...options, repeatable })
    for (const [at, index] of indices.entries()) outcomes[index] = answered[at] ?? notRunOutcome
    const failed = indices.filter((index) => mayTryAgain(operations[index], outcomes[index]))
    if (failed.length === 0) return outcomes
    // Whoever sends next waits as well, also the caller that tries this batch again itself.
    const wait = sender.backoff.delay(attempt, longestWait(outcomes))
    sender.limiter.overloaded(wait)
    if (attempt >= sender.backoff.attempts) return outcomes
    if (options.continueOnError) indices = failed
    else if (!repeatable) return outcomes
    await sender.sleep(wait, options.signal)
  }
}

const notRunOutcome: Outcome<never> = { ok: false, error: notRun }

function isRead(operation: AnyOperation): boolean {
  return operation.kind === 'request' && operation.method === 'GET'
}

/** Throttled operations were not run; after another passing failure only what may be repeated is. */
function mayTryAgain(
  operation: AnyOperation | undefined,
  outcome: Outcome<unknown> | undefined,
): boolean {
  if (!operation || !outcome || outcome.ok || outcome.error === notRun) return false
  if (isThrottled(outcome.error)) return true
  const parts = operation.kind === 'changeSet' ? operation.operations : [operation]
  return isTransient(outcome.error) && parts.every((part) => part.idempotent)
}

function longestWait(outcomes: Outcomes): number | null {
  const waits = outcomes.map((outcome) =>
    !outcome.ok && outcome.error instanceof DataverseError ? outcome.error.retryAfterMs : null,
  )
  const known = waits.filter((wait) => wait !== null)
  return known.length === 0 ? null : Math.max(...known)
}

async function sendOnce(
  { exchanger, rootPath, now }: BatchSender,
  operations: readonly AnyOperation[],
  options: BatchOptions,
): Promise<Outcomes> {
  const { contentType, body } = batchBody(operations, rootPath)
  const { answer, afterUnknownOutcome } = await exchanger({
    method: 'POST',
    path: '$batch',
    headers: {
      ...requestHeaders(options),
      'content-type': contentType,
      ...(options.continueOnError ? { prefer: 'odata.continue-on-error' } : {}),
    },
    body,
    operations: operations.reduce((sum, operation) => sum + operationsIn(operation), 0),
    effect: operations.every(isRead) ? 'read' : options.repeatable ? 'repeatable' : 'once',
    signal: options.signal,
  })
  const facts = { now: now(), afterUnknownOutcome }
  const boundary = boundaryOf(answer.headers['content-type'])
  if (boundary === undefined) {
    if (!isSuccess(answer)) throw errorOf(parseAnswer(answer), '$batch', facts)
    throw new ProtocolError('A $batch was not answered by a multipart body.')
  }
  const parts = parseBatchAnswer(answer.body, boundary)
  const outcomes = parts.map((part, index) => outcomeOf(operations[index], part, facts))
  assertComplete(operations, outcomes, options.continueOnError ?? false)
  return outcomes
}

function outcomeOf(
  operation: AnyOperation | undefined,
  part: PartAnswer,
  facts: { readonly now: number; readonly afterUnknownOutcome: boolean },
): Outcome<unknown> {
  if (!operation) throw new ProtocolError('A $batch was answered by more parts than it had.')
  const answers = part.kind === 'request' ? [part.answer] : part.answers
  const failed = answers.find((answer) => !isSuccess(answer))
  if (failed) {
    const path = operation.kind === 'request' ? operation.path : '$batch (change set)'
    return { ok: false, error: errorOf(failed, path, facts) }
  }
  if (operation.kind === 'changeSet') return { ok: true, value: operation.decode(answers) }
  const [answer] = answers
  if (!answer) throw new ProtocolError('A part of a $batch was answered without an answer.')
  return { ok: true, value: operation.decode(answer) }
}

/** Fewer answers than operations are in order only when an error stopped the batch. */
function assertComplete(
  operations: readonly AnyOperation[],
  outcomes: Outcomes,
  continueOnError: boolean,
): void {
  if (outcomes.length === operations.length) return
  const stopped = !continueOnError && outcomes.at(-1)?.ok === false
  if (stopped) return
  throw new ProtocolError(
    `A $batch of ${operations.length} operations was answered by ${outcomes.length} parts.`,
  )
}
