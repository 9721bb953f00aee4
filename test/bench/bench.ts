import { startStack } from './stack.js'
import type { Stack } from './stack.js'

/** What the measures share: progress, environments, and measurements that several of them use. */
export interface Bench {
  /** Tells what goes on, on standard error. */
  readonly say: (message: string) => void
  /** An empty environment with a service and a worker of its own, gone when `use` is through. */
  readonly withStack: <Result>(use: (stack: Stack) => Promise<Result>) => Promise<Result>
  /** Makes it the first time it is asked for; the same thing from then on. */
  readonly once: <Result>(make: (bench: Bench) => Promise<Result>) => Promise<Result>
}

export function createBench(say: (message: string) => void): Bench {
  const made = new Map<unknown, Promise<unknown>>()
  const bench: Bench = {
    say,
    withStack: async (use) => {
      const stack = await startStack()
      try {
        return await use(stack)
      } finally {
        await stack.stop()
      }
    },
    once: <Result>(make: (bench: Bench) => Promise<Result>) => {
      const making = made.get(make) ?? make(bench)
      made.set(make, making)
      return making as Promise<Result>
    },
  }
  return bench
}
