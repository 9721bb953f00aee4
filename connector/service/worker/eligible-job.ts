/** What the queue knows of an unfinished job. */
export interface QueuedJob {
  readonly id: string
  readonly etag: string
  readonly jobStatus: 'submitted' | 'processing'
  /** Tables the job writes; null where they are not known yet (a job made by hand). */
  readonly targetTables: readonly string[] | null
  readonly relatedTables: readonly string[]
  readonly leaseOwner: string | null
  /** Milliseconds. */
  readonly leaseExpires: number | null
}

/**
 * The first job that may run now. Jobs stand in the order of their submission; one waits for every
 * earlier unfinished job that writes a table it writes or relates to.
 */
export function eligibleJob(
  queue: readonly QueuedJob[],
  workerId: string,
  now: number,
): QueuedJob | null {
  const earlier: QueuedJob[] = []
  for (const job of queue) {
    if (isFree(job, workerId, now) && !earlier.some((other) => blocks(other, job))) return job
    earlier.push(job)
  }
  return null
}

function isFree(job: QueuedJob, workerId: string, now: number): boolean {
  return (
    job.jobStatus === 'submitted' ||
    job.leaseOwner === null ||
    job.leaseOwner === workerId ||
    job.leaseExpires === null ||
    job.leaseExpires <= now
  )
}

function blocks(earlier: QueuedJob, later: QueuedJob): boolean {
  const { targetTables } = earlier
  if (targetTables === null || later.targetTables === null) return true
  return [...later.targetTables, ...later.relatedTables].some((table) =>
    targetTables.includes(table),
  )
}
