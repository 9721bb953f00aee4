export interface VirtualClock {
  readonly now: () => number
  /** Passes the time at once. */
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Every wait, in milliseconds. */
  readonly waits: readonly number[]
}

/** A clock that stands still but for those who wait on it. */
export function createVirtualClock(start = Date.UTC(2026, 10, 21)): VirtualClock {
  let time = start
  const waits: number[] = []
  return {
    now: () => time,
    waits,
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      time += milliseconds
      return Promise.resolve()
    },
  }
}
