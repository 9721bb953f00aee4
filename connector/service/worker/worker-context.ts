import type { DataverseClient, MetadataCache } from '../../dataverse/index.js'
import type { Log } from '../log.js'
import type { WorkerOptions } from './options.js'

/** What everything in a worker shares. */
export interface WorkerContext {
  readonly client: DataverseClient
  readonly metadata: MetadataCache
  readonly options: WorkerOptions
  readonly log: Log
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The user that the worker writes as. */
  readonly serviceUserId: string
  /** Hashes of configuration snapshots known to be stored. */
  readonly storedSnapshots: Set<string>
}
