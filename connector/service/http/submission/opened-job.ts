import { jobId, keyHash } from '../../../engine/ids.js'
import { writeLayout } from '../../payload-layout.js'
import { writeTableList } from '../../table-list.js'
import type { NewJob } from './new-job.js'
import { noCounts } from './new-job.js'

/** The body of OpenSyncJob as the definition lets it through. */
export interface OpenSyncJobRequest {
  readonly sourceSystemKey: string
  readonly entityType: string
  readonly submissionKey?: string
}

interface Opening {
  readonly request: OpenSyncJobRequest
  readonly requestId: string
  readonly submittedBy: string
}

/** The row of a job that is to be filled part by part. It is submitted when it is closed. */
export function openedJob({ request, requestId, submittedBy }: Opening): NewJob {
  const { sourceSystemKey, entityType } = request
  const payloadHash = keyHash('opened', sourceSystemKey, entityType)
  const submissionKey = request.submissionKey ?? keyHash(payloadHash, requestId)
  return {
    id: jobId(sourceSystemKey, submissionKey),
    parts: [],
    row: {
      name: submissionKey,
      direction: 'inbound',
      entityType,
      jobStatus: 'open',
      sourceSystemKey,
      submissionKey,
      submittedDateTime: null,
      submissionOrder: null,
      submittedBy,
      targetTables: writeTableList([entityType]),
      relatedTables: null,
      codeLists: null,
      payload: writeLayout([]),
      payloadParts: 0,
      payloadHash,
      nextSequence: 0,
      attempts: 0,
      received: 0,
      ...noCounts,
    },
  }
}
