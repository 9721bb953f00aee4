import { setTimeout as timer } from 'node:timers/promises'

import { createBackoff } from './backoff.js'
import type {
  BatchOptions,
  DataverseClient,
  DataverseClientOptions,
  Outcome,
  OutcomesOf,
  SendOptions,
} from './client.js'
import { notRun } from './client.js'
import { createEach } from './create-each.js'
import { DataverseError, isNotFound, ProtocolError } from './errors.js'
import { createExchanger } from './exchange.js'
import { createLimiter } from './limiter.js'
import { assertWithinLimits, maxUrlLength } from './limits.js'
import type { AnyOperation } from './operation.js'
import { followPages } from './pages.js'
import { encodeRow } from './row-codec.js'
import { segmentsOf } from './segments.js'
import { sendBatch } from './send-batch.js'
import { sendOperation } from './send-operation.js'
import { createTransport } from './transport.js'
import { whoAmI } from './who-am-i.js'

/** Where every environment has its Web API. */
const apiPath = '/api/data/v9.2/'

/** A client of one environment. All its calls share one limit of requests under way. */
export function createDataverseClient(options: DataverseClientOptions): DataverseClient {
  const {
    requestTimeoutMs = 120_000,
    maxParallel = 8,
    now = Date.now,
    sleep = systemSleep,
    batchBulkActions = true,
  } = options
  const root = new URL(apiPath, options.url)
  const transport = createTransport({
    origin: root.origin,
    connections: maxParallel,
    timeoutMs: requestTimeoutMs,
  })
  const backoff = createBackoff(options.retry)
  const limiter = createLimiter({ maxParallel, now, sleep })
  const exchanger = createExchanger({
    transport,
    limiter,
    backoff,
    rootPath: root.pathname,
    authorize: options.authorize,
    now,
    sleep,
    onRequest: options.onRequest,
  })
  const batchSender = { exchanger, limiter, backoff, rootPath: root.pathname, now, sleep }

  async function sendWithinLimits<Result>(
    operation: AnyOperation<Result>,
    sendOptions: SendOptions = {},
  ): Promise<Result> {
    const isLong = operation.kind === 'request' && operation.path.length > maxUrlLength
    if (operation.kind === 'request' && !isLong) {
      return sendOperation(exchanger, operation, { ...sendOptions, now })
    }
    const repeatable =
      operation.kind === 'changeSet' ? operation.operations.every((o) => o.idempotent) : true
    const [outcome] = await sendBatch(batchSender, [operation], { ...sendOptions, repeatable })
    if (outcome?.ok) return outcome.value as Result
    const error = outcome?.error ?? notRun
    throw error === notRun ? new ProtocolError('A $batch of one was not run.') : error
  }

  async function batchWithinLimits(
    operations: readonly AnyOperation[],
    batchOptions: BatchOptions = {},
  ): Promise<readonly Outcome<unknown>[]> {
    if (operations.length === 0) return []
    if (batchBulkActions) return sendBatch(batchSender, operations, batchOptions)
    return sendSegments(operations, batchOptions)
  }

  async function sendSegments(
    operations: readonly AnyOperation[],
    batchOptions: BatchOptions,
  ): Promise<readonly Outcome<unknown>[]> {
    const outcomes: Outcome<unknown>[] = []
    for (const segment of segmentsOf(operations)) {
      const stopped = !batchOptions.continueOnError && outcomes.some((outcome) => !outcome.ok)
      if (stopped) outcomes.push(...segment.operations.map(() => notRunOutcome))
      else if (segment.kind === 'batch') {
        outcomes.push(...(await sendBatch(batchSender, segment.operations, batchOptions)))
      } else outcomes.push(await settled(sendWithinLimits(segment.operations[0], batchOptions)))
    }
    return outcomes
  }

  const send: DataverseClient['send'] = async (operation, sendOptions) => {
    assertWithinLimits([operation])
    return sendWithinLimits(operation, sendOptions)
  }

  const batch: DataverseClient['batch'] = async <const Operations extends readonly AnyOperation[]>(
    operations: Operations,
    batchOptions?: BatchOptions,
  ) => {
    assertWithinLimits(operations)
    return (await batchWithinLimits(operations, batchOptions)) as OutcomesOf<Operations>
  }

  return {
    send,
    batch,
    retrieveOrNull: async (operation, sendOptions) => {
      try {
        return await send(operation, sendOptions)
      } catch (error) {
        if (isNotFound(error)) return null
        throw error
      }
    },
    pages: (operation, pageOptions = {}) =>
      followPages((next) => sendWithinLimits(next, pageOptions), root, operation, pageOptions.from),
    createEach: (table, rows, sendOptions) =>
      createEach(
        { send, batch },
        table,
        rows.map(({ id, row }) => ({ id, row: encodeRow(table, row) })),
        sendOptions,
      ),
    rawCreateEach: (target, rows, sendOptions) =>
      createEach({ send, batch }, target, rows, sendOptions),
    whoAmI: (sendOptions) => send(whoAmI, sendOptions),
    close: transport.close,
  }
}

/** The outcome of one operation that was sent by itself. */
async function settled(sending: Promise<unknown>): Promise<Outcome<unknown>> {
  try {
    return { ok: true, value: await sending }
  } catch (error) {
    if (error instanceof DataverseError) return { ok: false, error }
    throw error
  }
}

const notRunOutcome: Outcome<never> = { ok: false, error: notRun }

async function systemSleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await timer(milliseconds, undefined, signal ? { signal } : {})
}
