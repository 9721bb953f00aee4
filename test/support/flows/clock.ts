/** The time that flows go by: waiting takes none, but lets what runs beside go on. */
export interface Clock {
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** All waits so far, in milliseconds. */
  readonly waits: readonly number[]
}

/** How long a wait of any length really takes. */
const realMs = 15

export function virtualClock(start = Date.UTC(2026, 10, 21, 6)): Clock {
  const waits: number[] = []
  return {
    waits,
    now: () => waits.reduce((total, wait) => total + wait, start),
    sleep: async (milliseconds) => {
      waits.push(milliseconds)
      await new Promise((resolve) => setTimeout(resolve, realMs))
    },
  }
}
