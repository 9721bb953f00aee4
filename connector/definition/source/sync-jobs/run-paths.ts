import { operation } from '../operation.js'
import { body, path } from '../parameters.js'
import { ref, text } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { completedJob } from './examples.js'

const waits =
  'The job is under way. The Location header tells where to ask again, the Retry-After header when.'

export const runPaths: Readonly<Record<string, PathItem>> = {
  '/sync-job-runs': {
    post: operation({
      operationId: 'RunSyncJob',
      summary: 'Run a sync job and wait',
      description:
        'Accepts up to 20,000 updates of one source system as a job and waits until all items are handled. Look at the job status and the counts afterwards: a job that failed is an answer, too.',

      parameters: [body('The updates.', ref('SubmitSyncJobRequest'))],
      success: {
        description: 'The finished job. A repeated submission gets the first job.',
        schema: ref('SyncJob'),
        example: completedJob,
      },
      accepted: waits,
      errors: ['UnknownTable', 'ProtectedTable', 'TooManyTables', 'SubmissionKeyReused'],
    }),
  },

  '/sync-job-runs/{runToken}': {
    get: operation({
      operationId: 'GetSyncJobRun',
      summary: 'Get the run of a sync job',
      description:
        'Waits for a job at the address that its run was given. The address is the credential: no sign-in is asked for, and it expires after 30 days.',
      'x-ms-visibility': 'internal',
      parameters: [
        path(
          'runToken',
          text('Run Token', 'What the address of the run ends in.', {
            minLength: 1,
            maxLength: 200,
            example: 'WzE3OTU4NTY0MDAsIjZmMWQi.b2xk',
          }),
        ),
      ],
      success: {
        description: 'The finished job.',
        schema: ref('SyncJob'),
        example: completedJob,
      },
      accepted: waits,
      errors: ['SyncJobNotFound', 'SyncJobRunNotFound', 'SyncJobRunExpired'],
    }),
  },
}
