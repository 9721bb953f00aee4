import { errorOf, isSuccess, parseAnswer } from './answer.js'
import type { RawAnswer } from './answer.js'
import type { Backoff } from './backoff.js'
import type { RequestReport } from './client.js'
import { errorCode } from './error-codes.js'
import { DataverseError, UnavailableError, UnknownOutcomeError } from './errors.js'
import type { Feedback, Limiter } from './limiter.js'
import { boundaryOf } from './multipart.js'
import { TransportError } from './transport.js'
import type { Transport } from './transport.js'

/** A request as it is to be sent, again if need be. */
export interface Exchange {
  readonly method: string
  /** Relative to the root of the Web API. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string | undefined
  readonly operations: number
  /** `read`: changes nothing. `repeatable`: twice is as good as once. `once`: never sent again. */
  readonly effect: 'read' | 'repeatable' | 'once'
  readonly signal: AbortSignal | undefined
}

export interface Exchanged {
  readonly answer: RawAnswer
  /** True when an earlier try may have been carried out unseen. */
  readonly afterUnknownOutcome: boolean
}

export interface ExchangerOptions {
  readonly transport: Transport
  readonly limiter: Limiter
  readonly backoff: Backoff
  /** `/api/data/v9.2/` */
  readonly rootPath: string
  readonly authorize: (() => Promise<string>) | undefined
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  readonly onRequest: ((report: RequestReport) => void) | undefined
}

export type Exchanger = (exchange: Exchange) => Promise<Exchanged>

/** What an answer says of the try it answers. */
type Verdict = 'final' | 'notRun' | 'mayHaveRun'

const mayHaveRun: ReadonlySet<number> = new Set([408, 502, 503, 504])

/**
 * Sends requests until they are answered for good. Throttled ones and SQL time-outs were not carried
 * out and are sent again in any case; after a lost connection, a time-out or a gateway's error only
 * what may be repeated is.
 */
export function createExchanger(options: ExchangerOptions): Exchanger {
  const { limiter, backoff, now, sleep } = options

  return async (exchange) => {
    const path = shortened(exchange.path)
    let unknown = false
    let renewed = false
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt >= backoff.attempts
      let failure: TransportError | DataverseError
      try {
        const answer = await limiter.run(
          (feedback) => attemptOnce(options, exchange, attempt, feedback),
          exchange.signal,
        )
        if (answer.status === 401 && options.authorize && !renewed) {
          renewed = true
          continue
        }
        const verdict = verdictOf(answer)
        if (verdict === 'final') return { answer, afterUnknownOutcome: unknown }
        failure = errorOf(parseAnswer(answer), path, { now: now(), afterUnknownOutcome: unknown })
        unknown ||= verdict === 'mayHaveRun'
      } catch (error) {
        if (!(error instanceof TransportError)) throw error
        failure = error
        unknown ||= error.mayHaveArrived
      }
      const outcomeIsUnknown = unknown && exchange.effect !== 'read'
      if (outcomeIsUnknown && (isLast || exchange.effect === 'once')) {
        throw new UnknownOutcomeError(path, failure)
      }
      if (isLast) {
        throw failure instanceof DataverseError ? failure : new UnavailableError(path, failure)
      }
      const retryAfter = failure instanceof DataverseError ? failure.retryAfterMs : null
      await sleep(backoff.delay(attempt, retryAfter), exchange.signal)
    }
  }
}

async function attemptOnce(
  { transport, rootPath, authorize, now, onRequest }: ExchangerOptions,
  exchange: Exchange,
  attempt: number,
  feedback: Feedback,
): Promise<RawAnswer> {
  const token = await authorize?.()
  const started = now()
  const report = (status: number | null, error?: unknown): void => {
    onRequest?.({
      method: exchange.method,
      path: exchange.path,
      operations: exchange.operations,
      status,
      attempt,
      durationMs: now() - started,
      error,
    })
  }
  try {
    const answer = await transport.exchange(
      {
        method: exchange.method,
        path: rootPath + exchange.path,
        headers:
          token === undefined
            ? exchange.headers
            : { ...exchange.headers, authorization: `Bearer ${token}` },
        body: exchange.body,
      },
      exchange.signal,
    )
    report(answer.status)
    learn(answer, feedback, now())
    return answer
  } catch (error) {
    report(null, error)
    throw error
  }
}

function learn(answer: RawAnswer, feedback: Feedback, now: number): void {
  const hint = answer.headers['x-ms-dop-hint']
  if (hint !== undefined) feedback.recommend(Number(hint))
  if (answer.status === 429 || answer.status === 503) {
    const { retryAfterMs } = errorOf(parseAnswer(answer), '', { now, afterUnknownOutcome: false })
    feedback.overloaded(retryAfterMs)
  } else if (isSuccess(answer)) feedback.succeeded()
}

function verdictOf(answer: RawAnswer): Verdict {
  // A multipart answer tells of each operation, whatever its status: some of them were run.
  if (isSuccess(answer) || boundaryOf(answer.headers['content-type'])) return 'final'
  if (answer.status === 429) return 'notRun'
  if (mayHaveRun.has(answer.status)) return 'mayHaveRun'
  return answer.status === 500 && codeOf(answer) === errorCode.sqlTimeout ? 'notRun' : 'final'
}

function codeOf(answer: RawAnswer): string {
  return errorOf(parseAnswer(answer), '', { now: 0, afterUnknownOutcome: false }).code
}

function shortened(path: string): string {
  return path.length > 200 ? `${path.slice(0, 200)}...` : path
}
