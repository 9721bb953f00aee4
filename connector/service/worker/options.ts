/** How a worker behaves; times in milliseconds. */
export interface WorkerOptions {
  /** Names the worker in leases; unique to its process. */
  readonly workerId: string
  /** How long a lane stays ours without a sign of life. Must exceed the client's request time-out. */
  readonly leaseMs: number
  /** Items read, decided and written together, at most. */
  readonly chunkItems: number
  /** Items of one `$batch`, at most. (Default: 1,000) */
  readonly batchItems: number
  /** Pause between looking for work when there is none. */
  readonly pollMs: number
  /** Attempts at one job before it is closed as failed. (Default: 10) */
  readonly maxAttempts: number
}

export const workerDefaults = { batchItems: 1_000, maxAttempts: 10 } as const
