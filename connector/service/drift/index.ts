import { PollingLoop } from '../polling-loop.js'
import { DriftWatch } from './drift-watch.js'
import type { DriftContext } from './drift-watch.js'

export { DriftWatch }
export type { DriftContext }

export interface RunningDriftWatch {
  /** Lets the page under way end and resolves. */
  readonly stop: () => Promise<void>
  /** Looks at once instead of after the pause. */
  readonly wake: () => void
}

/** Watches for values changed outside until it is stopped. `pollMs`: pause between two rounds. */
export function startDriftWatch({
  pollMs,
  ...context
}: DriftContext & { readonly pollMs: number }): RunningDriftWatch {
  const watch = new DriftWatch(context)
  const loop = new PollingLoop({
    turn: async () => {
      await watch.look(() => loop.isStopping)
      return false
    },
    failed: (error) => {
      context.log.error(
        { err: error },
        'Watching for outside changes was interrupted; it goes on later',
      )
    },
    pollMs,
  })
  return { stop: loop.stop, wake: loop.wake }
}
