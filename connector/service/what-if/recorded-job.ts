import { retrieve } from '../../dataverse/index.js'
import type { DataverseClient, MetadataCache } from '../../dataverse/index.js'
import type { Configuration, DecisionContext } from '../../engine/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'
import { readTableList } from '../table-list.js'
import { storedConfiguration } from '../worker/configuration.js'
import { JobRefusedError } from '../worker/errors.js'
import { jobFacts, jobQuery } from '../worker/job-row.js'
import type { JobRow } from '../worker/job-row.js'

/** What reading the record takes. */
export interface Reading {
  readonly client: DataverseClient
  readonly metadata: MetadataCache
  /** The user that workers write as. */
  readonly serviceUserId: string
  /** Items of a chunk, as workers are set up. */
  readonly chunkItems: number
}

/** A closed job with what its decisions went by. */
export interface RecordedJob {
  readonly row: JobRow
  readonly context: DecisionContext
  readonly submissionOrder: string | null
}

/** Thrown where a job has nothing to decide again, with a sentence that says why. */
export class NotReplayableError extends Error {
  override readonly name = 'NotReplayableError'
}

const closed = new Set(['completed', 'completedWithErrors', 'failed', 'cancelled'])

/**
 * @throws NotReplayableError where the job is not closed, is outbound, or was never begun, or where
 *   its configuration is not kept.
 */
export async function recordedJob(reading: Reading, id: string): Promise<RecordedJob> {
  const { client, metadata, serviceUserId } = reading
  const { direction, submissionOrder } = await client.send(
    retrieve(integrationSyncJob, id, { select: ['direction', 'submissionOrder'] }),
  )
  const row = await client.send(jobQuery(id))
  const named = `Job ${row.name ?? id} (${id})`
  if (direction === 'outbound') {
    throw new NotReplayableError(`${named} is outbound: nothing of it was decided.`)
  }
  if (!closed.has(row.jobStatus)) {
    throw new NotReplayableError(`${named} is not closed yet: wait until it is.`)
  }
  const { decisionClock, configurationHash } = row
  if (decisionClock === null || configurationHash === null) {
    throw new NotReplayableError(`${named} was closed before anything of it was decided.`)
  }
  const configuration = await keptConfiguration(client, named, configurationHash)
  const names = [...readTableList(row.targetTables), ...readTableList(row.relatedTables)]
  const tables = await metadata.tables(names)
  return {
    row,
    submissionOrder,
    context: {
      job: jobFacts(row),
      now: Date.parse(decisionClock),
      serviceUserId,
      configuration,
      tables: new Map([...tables].flatMap(([name, table]) => (table ? [[name, table]] : []))),
    },
  }
}

async function keptConfiguration(
  client: DataverseClient,
  named: string,
  hash: string,
): Promise<Configuration> {
  try {
    return await storedConfiguration(client, hash)
  } catch (error) {
    if (!(error instanceof JobRefusedError)) throw error
    throw new NotReplayableError(`${named} cannot be replayed: ${error.message}`, { cause: error })
  }
}
