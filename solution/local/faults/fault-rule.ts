/** What happens to a request that a rule matches. */
export type FaultAction =
  /** Answered 429 (with `retryAfter`) and not run. */
  | '429'
  /** Answered 503 (with `retryAfter`) and not run. */
  | '503'
  /** The connection is cut and the request is not run. */
  | 'dropBeforeCommit'
  /** The request is run and committed, then the connection is cut. */
  | 'dropAfterCommit'
  /** Run after `milliseconds`. */
  | 'delay'
  /** Run and committed; half of the answer is sent, then the connection is cut. */
  | 'halfResponse'
  /** Answered with `status`, `code` and `message`, and not run. */
  | 'error'
  /** Each row written with `column` = `value` is refused with `code` and `message`. */
  | 'refuseRow'

/**
 * A fault to inject. It matches HTTP requests and the operations inside a `$batch` alike; a request
 * that is cut inside a batch leaves the operations before it committed.
 */
export interface FaultRule {
  readonly action: FaultAction
  /** Only requests of this method. */
  readonly method?: string
  /** Only requests whose address below the service root, with its query, contains this. */
  readonly url?: string
  /** Only requests whose body contains this. */
  readonly body?: string
  /** Skips this many matches less one: 1 (default) begins with the first match. */
  readonly nth?: number
  /** How many matches the rule is for (default 1; `refuseRow`: all). */
  readonly times?: number
  readonly retryAfter?: number
  readonly milliseconds?: number
  readonly status?: number
  readonly code?: string
  readonly message?: string
  /** `refuseRow`: logical name of the table (default: any). */
  readonly table?: string
  /** `refuseRow`: the property of the row. */
  readonly column?: string
  /** `refuseRow`: the property's value. */
  readonly value?: string | number | boolean | null
}

export const faultActions: readonly FaultAction[] = [
  '429',
  '503',
  'dropBeforeCommit',
  'dropAfterCommit',
  'delay',
  'halfResponse',
  'error',
  'refuseRow',
]
