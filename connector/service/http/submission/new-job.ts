import type { IntegrationSyncJobRow } from '../../../../solution/tables/index.js'
import { jobId, keyHash } from '../../../engine/ids.js'
import { writeCodeLists } from '../../code-lists.js'
import { encodePayload } from '../../payload.js'
import { writeTableList } from '../../table-list.js'
import { contentHash, normalised } from './normalise.js'
import type { SubmitSyncJobRequest } from './request.js'

/** Columns that are empty until the job is worked on. */
type OnceProcessed =
  | 'cancelRequestedOn'
  | 'runNumber'
  | 'retryKey'
  | 'retryScope'
  | 'decisionClock'
  | 'configurationHash'
  | 'leaseOwner'
  | 'leaseExpiresOn'
  | 'completedDateTime'
  | 'processMessage'

/** The counts of a job none of whose items has been handled. */
export const noCounts = {
  applied: 0,
  held: 0,
  unchanged: 0,
  superseded: 0,
  rejected: 0,
  failed: 0,
} as const

export interface NewJob {
  readonly id: string
  readonly row: Omit<IntegrationSyncJobRow, OnceProcessed>
  /** Contents of payload rows, where the job's own row is too short for the items. */
  readonly parts: readonly string[]
}

export interface Submission {
  readonly request: SubmitSyncJobRequest
  /** The caller's id of the request: what stands for a submission key where there is none. */
  readonly requestId: string
  readonly submittedBy: string | null
  /** Milliseconds since 1970. */
  readonly submitted: number
  readonly order: string
}

/** The rows of a submission that passed all checks. */
export async function newJob(submission: Submission): Promise<NewJob> {
  const { request, order } = submission
  const { sourceSystemKey, entityType } = request
  const items = request.items.map((item) => normalised(item, entityType))
  const payloadHash = contentHash(request, items)
  const submissionKey = request.submissionKey ?? keyHash(payloadHash, submission.requestId)
  const written = new Set(items.map(({ targetTable }) => targetTable))
  const related = new Set(items.flatMap(({ relatedTable }) => relatedTable ?? []))
  const { payload, parts } = await encodePayload(items)
  return {
    id: jobId(sourceSystemKey, submissionKey),
    parts,
    row: {
      name: submissionKey,
      direction: 'inbound',
      entityType,
      jobStatus: 'submitted',
      sourceSystemKey,
      submissionKey,
      submittedDateTime: new Date(Math.floor(submission.submitted / 1_000) * 1_000),
      submissionOrder: order,
      submittedBy: submission.submittedBy,
      targetTables: writeTableList(written),
      relatedTables: writeTableList([...related].filter((table) => !written.has(table))),
      codeLists: writeCodeLists(items.flatMap(({ codeList }) => codeList ?? [])),
      payload,
      payloadParts: parts.length,
      payloadHash,
      nextSequence: 0,
      attempts: 0,
      received: items.length,
      ...noCounts,
    },
  }
}
