const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long ago, in the largest unit of which there is at least one. */
export type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year'; readonly count: number }

/** Both in milliseconds; what lies ahead by a clock that differs is now. */
export function ageOf(at: number, now: number): Age {
  const passed = now - at
  if (passed < minute) return { unit: 'now' }
  if (passed < hour) return { unit: 'minute', count: Math.floor(passed / minute) }
  if (passed < day) return { unit: 'hour', count: Math.floor(passed / hour) }
  if (passed < 60 * day) return { unit: 'day', count: Math.floor(passed / day) }
  if (passed < 730 * day) return { unit: 'month', count: Math.floor(passed / (30.44 * day)) }
  return { unit: 'year', count: Math.floor(passed / (365.25 * day)) }
}
