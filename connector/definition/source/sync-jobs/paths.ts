import { direction, jobStatus } from '../../../../solution/tables/index.js'
import { sourceSystemKey } from '../fields.js'
import { listOperation, operation } from '../operation.js'
import { body, query, shared } from '../parameters.js'
import { dateTime, labels, list, oneOf, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { completedJob, submittedJob } from './examples.js'

export const syncJobsPaths: Readonly<Record<string, PathItem>> = {
  '/sync-jobs': {
    get: listOperation({
      operationId: 'ListSyncJobs',
      summary: 'List sync jobs',
      description: 'Lists jobs in the order of their submission, newest last.',

      parameters: [
        query('sourceSystemKey', sourceSystemKey()),
        query(
          'jobStatus',
          list(
            'Job Status',
            'Only jobs with one of these statuses.',
            { type: 'string', enum: Object.keys(labels(jobStatus)) },
            { minItems: 1, maxItems: 7 },
          ),
        ),
        query(
          'direction',
          oneOf(
            'Direction',
            'Only jobs that bring updates in, or only those that offer values to source systems.',
            labels(direction),
            { example: 'Outbound' },
          ),
        ),
        query(
          'submittedSince',
          dateTime(
            'Submitted Since',
            'Only jobs submitted at this time or later, with a time zone.',
            { example: '2026-11-21T00:00:00Z' },
          ),
        ),
      ],
      success: {
        description: 'A page of jobs.',
        schema: ref('SyncJobList'),
        example: {
          value: [completedJob],
          nextLink:
            'https://data-integration.example.com/v1/sync-jobs?pageSize=1&pageToken=eyJ0IjoiIn0',
        },
      },
    }),
    post: operation({
      operationId: 'SubmitSyncJob',
      summary: 'Submit a sync job',
      description:
        'Accepts up to 20,000 updates of one source system as a job. The answer comes at once; the items are handled in the background.',

      parameters: [body('The updates.', ref('SubmitSyncJobRequest'))],
      success: {
        status: 201,
        description: 'The job as it stands. A repeated submission gets the first job.',
        schema: ref('SyncJob'),
        example: submittedJob,
      },
      errors: ['UnknownTable', 'ProtectedTable', 'TooManyTables', 'SubmissionKeyReused'],
    }),
  },

  '/sync-jobs/{jobId}': {
    get: operation({
      operationId: 'GetSyncJob',
      summary: 'Get a sync job',
      description: 'Tells where a job stands and counts what became of its items.',

      parameters: [shared('JobId')],
      success: {
        description: 'The job.',
        schema: ref('SyncJob'),
        example: completedJob,
      },
      errors: ['SyncJobNotFound'],
    }),
  },
}
