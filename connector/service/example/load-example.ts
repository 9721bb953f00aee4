import { setTimeout as pause } from 'node:timers/promises'

import { country, jobStatus } from '../../../solution/tables/index.js'
import type { Api, SyncJob } from './api.js'
import { commitPolicies } from './commit-policies.js'
import { isClosed, settledItems } from './job-status.js'
import { isExampleJob, isoCountriesJob, olympicCountriesJob, subdivisionsJob } from './jobs.js'
import type { SyncJobRequest } from './jobs.js'
import { source } from './sources.js'
import { countryValueMaps } from './value-maps.js'

export interface LoadOptions {
  /** Told in a few words what goes on, again and again while a job runs. */
  readonly onProgress?: (message: string) => void
  /** Time between two looks at a running job, in milliseconds. (Default: 250) */
  readonly pollMs?: number
  readonly signal?: AbortSignal
}

/** Thrown where a job of the example ends other than completed. */
export class ExampleError extends Error {
  override readonly name = 'ExampleError'

  constructor(readonly job: SyncJob) {
    const { jobId, sourceSystemKey, processMessage } = job
    super(
      `Job ${jobId} of ${sourceSystemKey} ended ${job.jobStatus}, expected ` +
        `${jobStatus.completed.label}. ${processMessage ?? ''}`,
    )
  }
}

/**
 * The example's jobs where they ran before, or undefined. Changes that people made to its policies
 * and value maps since then are theirs, so a loaded example is left alone.
 */
export async function findExample(api: Api): Promise<readonly SyncJob[] | undefined> {
  const jobs: SyncJob[] = []
  for (const sourceSystemKey of [source.iso, source.ioc, source.isoSubdivisions]) {
    const found = await api.listSyncJobs({ sourceSystemKey })
    const last = found.findLast(({ submissionKey }) => isExampleJob(submissionKey))
    if (!last || !isClosed(last)) return undefined
    jobs.push(last)
  }
  return jobs
}

/**
 * Loads the example through the public API and gives its jobs, closed, in the order they ran. Jobs
 * that were posted before, by a load that was cut short, are found by their submission keys and
 * not run twice.
 *
 * @throws ApiError where the service refuses something.
 * @throws ExampleError where a job does not end completed.
 */
export async function loadExample(
  api: Api,
  options: LoadOptions = {},
): Promise<readonly SyncJob[]> {
  options.onProgress?.('value maps and commit policies')
  await api.upsertValueMaps(countryValueMaps())
  await api.upsertCommitPolicies(commitPolicies())

  const iso = await run(api, isoCountriesJob(), options)
  const ioc = await run(api, olympicCountriesJob(await isoTargets(api)), options)
  const subdivisions = await run(api, subdivisionsJob(), options)
  return [iso, ioc, subdivisions]
}

/** The record of each alpha-2 code, as the crosswalk knows it after ISO's job. */
async function isoTargets(api: Api): Promise<ReadonlyMap<string, string>> {
  const identifiers = await api.listIdentifiers({
    sourceSystemKey: source.iso,
    targetTable: country.logicalName,
  })
  return new Map(identifiers.map(({ externalKey, targetId }) => [externalKey, targetId]))
}

async function run(api: Api, request: SyncJobRequest, options: LoadOptions): Promise<SyncJob> {
  const { onProgress, pollMs = 250, signal } = options
  let job = await api.submitSyncJob(request)
  while (!isClosed(job)) {
    const done = settledItems(job).toLocaleString('en')
    onProgress?.(`${job.sourceSystemKey}: ${done} of ${job.received.toLocaleString('en')} items`)
    await pause(pollMs, undefined, signal ? { signal } : {})
    job = await api.getSyncJob(job.jobId)
  }
  if (job.jobStatus !== jobStatus.completed.label) throw new ExampleError(job)
  return job
}
