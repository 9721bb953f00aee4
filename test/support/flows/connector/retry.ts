import type { Clock } from '../clock.js'
import type { HttpAnswer } from './http.js'

export interface RetryPolicy {
  readonly type: 'exponential' | 'fixed' | 'none'
  /** Attempts after the first. */
  readonly count?: number
  /** ISO 8601, such as `PT7S`. */
  readonly interval?: string
}

/** What a flow has that says nothing else. */
const usual = { type: 'exponential', count: 8, interval: 'PT7S' } as const

/** Sends again, whatever the method, as long as the answer is one that may be different next time. */
export async function withRetries(
  send: () => Promise<HttpAnswer>,
  clock: Clock,
  policy: RetryPolicy = usual,
): Promise<HttpAnswer> {
  const most = policy.type === 'none' ? 0 : (policy.count ?? usual.count)
  for (let attempt = 0; ; attempt++) {
    const answer = await send()
    if (!isRetried(answer.status) || attempt >= most) return answer
    const first = milliseconds(policy.interval ?? usual.interval)
    const pause = policy.type === 'fixed' ? first : first * 2 ** attempt
    await clock.sleep(secondsOf(answer.headers['retry-after']) ?? pause)
  }
}

const isRetried = (status: number): boolean => status === 408 || status === 429 || status >= 500

/** A `Retry-After` of whole seconds, in milliseconds. */
export function secondsOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) * 1_000 : undefined
}

/** @throws Error for a duration of another form than `PT1H30M5S`. */
export function milliseconds(duration: string): number {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration)
  if (!found) throw new Error(`"${duration}" is no duration such as PT7S.`)
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part || 0))
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000
}
