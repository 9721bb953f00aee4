/**
 * Texts that sort in the order they were asked for: an instant in milliseconds and a counter, which
 * goes on counting where the clock stands still or goes back.
 */
export function submissionOrders(now: () => number): () => string {
  let last = 0
  let counter = 0
  return () => {
    const time = now()
    counter = time > last ? 0 : counter + 1
    last = Math.max(last, time)
    return `${new Date(last).toISOString()}-${String(counter).padStart(6, '0')}`
  }
}
