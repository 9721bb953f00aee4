import { changeSet, upsert } from '../../../dataverse/index.js'
import type { AnyOperation } from '../../../dataverse/index.js'
import { payloadId } from '../../../engine/ids.js'
import { integrationPayload, integrationSyncJob } from '../../../../solution/tables/index.js'
import type { NewJob } from './new-job.js'

/**
 * Writes the job and its payload, all or nothing, unless the job is there already: then it is
 * refused with status 412.
 */
export function jobWrites({ id, row, parts }: NewJob): AnyOperation {
  const job = upsert(integrationSyncJob, id, row, { ifNoneMatch: '*' })
  if (parts.length === 0) return job
  return changeSet([
    job,
    ...parts.map((content, partNumber) =>
      upsert(integrationPayload, payloadId('items', id, partNumber), {
        name: `Items of ${id}, part ${partNumber + 1}`,
        payloadKind: 'items',
        partNumber,
        content,
        integrationSyncJob: { table: integrationSyncJob.logicalName, id },
      }),
    ),
  ])
}
