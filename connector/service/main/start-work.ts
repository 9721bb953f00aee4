import { createMetadataCache } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { startDriftWatch } from '../drift/index.js'
import type { Log } from '../log.js'
import type { Settings } from '../settings.js'
import { startWorker } from '../worker/index.js'

export interface RunningWork {
  /** Looks for decisions and jobs at once. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

/** A worker, and what finds values that were changed outside. */
export function startWork(client: DataverseClient, settings: Settings, log: Log): RunningWork {
  const worker = startWorker({ client, settings, log })
  const drift = startDriftWatch({
    client,
    metadata: createMetadataCache(client),
    pollMs: settings.driftPollMs,
    log,
    now: Date.now,
  })
  return {
    wake: worker.wake,
    stop: async () => {
      await Promise.all([worker.stop(), drift.stop()])
    },
  }
}
