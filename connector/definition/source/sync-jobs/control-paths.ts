import { outcomeReason, itemStatus } from '../../../../solution/tables/index.js'
import { retriedReasons, retriedStatuses } from './retried.js'
import { operation } from '../operation.js'
import { query, shared } from '../parameters.js'
import { list, ref, text } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { completedJob, submittedJob } from './examples.js'

const retriedStatusLabels = retriedStatuses.map((name) => itemStatus[name].label)
const retriedReasonLabels = retriedReasons.map((name) => outcomeReason[name].label)

export const controlPaths: Readonly<Record<string, PathItem>> = {
  '/sync-jobs/{jobId}/item-retries': {
    post: operation({
      operationId: 'RetrySyncItems',
      summary: 'Run waiting items again',
      description:
        'Runs items of a finished job again that wait for a record, for a value map or for a failure to be mended, under the policies and maps of now. Items that wait in the ledger are not among them: those are decided there. Of an outbound job, held values are put into the codes of the source system again and offered within seconds.',

      parameters: [
        shared('JobId'),
        query(
          'itemStatus',
          list(
            'Item Status',
            'Only items with one of these statuses. Without one, held and failed ones.',
            { type: 'string', enum: retriedStatusLabels },
            { minItems: 1, maxItems: retriedStatusLabels.length },
          ),
        ),
        query(
          'outcomeReason',
          list(
            'Outcome Reason',
            'Only items that one of these rules decided. Without one, any of them.',
            { type: 'string', enum: retriedReasonLabels },
            { minItems: 1, maxItems: retriedReasonLabels.length },
          ),
        ),
        query(
          'retryKey',
          text(
            'Retry Key',
            'Your own key of this request. Sent again with the same key, it answers with the job and runs nothing again. Without one, only a repetition of the same request is recognised.',
            { visibility: 'advanced', minLength: 1, maxLength: 200, example: 'after-map-1' },
          ),
        ),
      ],
      success: {
        description: 'The job as it stands. It is submitted again, unless no item waits.',
        schema: ref('SyncJob'),
        example: submittedJob,
      },
      errors: ['SyncJobNotFound', 'SyncJobUnfinished'],
    }),
  },

  '/sync-jobs/{jobId}/cancellation': {
    post: operation({
      operationId: 'CancelSyncJob',
      summary: 'Cancel a sync job',
      description:
        'Stops a job. One that is open or waits its turn is cancelled at once; one under way after the items in hand, up to 4,000. What is written stays.',

      parameters: [shared('JobId')],
      success: {
        description: 'The job as it stands: one under way is still processing.',
        schema: ref('SyncJob'),
        example: {
          ...completedJob,
          jobStatus: 'Cancelled',
          processMessage: 'Cancelled after 3 of 9 items.',
          received: 9,
        },
      },
      errors: ['SyncJobNotFound', 'SyncJobFinished'],
    }),
  },
}
