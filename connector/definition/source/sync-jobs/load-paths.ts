import { operation } from '../operation.js'
import { body, query, shared } from '../parameters.js'
import { integer, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { openJob, submittedJob } from './examples.js'

/** Loads larger than one request: a job is opened, filled part by part and closed. */
export const loadPaths: Readonly<Record<string, PathItem>> = {
  '/open-sync-jobs': {
    post: operation({
      operationId: 'OpenSyncJob',
      summary: 'Open a sync job',
      description:
        'Opens a job for more updates than one request takes. Add them part by part, then close the job: nothing is handled before.',

      parameters: [body('What the job is about.', ref('OpenSyncJobRequest'))],
      success: {
        status: 201,
        description: 'The open job. A repeated request gets the first job.',
        schema: ref('SyncJob'),
        example: openJob,
      },
      errors: ['UnknownTable', 'ProtectedTable', 'SubmissionKeyReused'],
    }),
  },

  '/sync-jobs/{jobId}/closure': {
    post: operation({
      operationId: 'CloseSyncJob',
      summary: 'Close a sync job',
      description:
        'Submits an open job: all its parts are there, and its items may be handled. Closed again, it answers with the job as it stands.',

      parameters: [
        shared('JobId'),
        query(
          'parts',
          integer('Parts', 'How many parts were added: fewer or more are refused.', {
            visibility: 'advanced',
            example: 5,
          }),
        ),
        query(
          'received',
          integer('Received', 'How many items were added: fewer or more are refused.', {
            visibility: 'advanced',
            example: 100000,
          }),
        ),
      ],
      success: {
        description: 'The job as it stands.',
        schema: ref('SyncJob'),
        example: submittedJob,
      },
      errors: ['SyncJobNotFound', 'SyncJobNotOpen', 'SyncJobIncomplete'],
    }),
  },
}
