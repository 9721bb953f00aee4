import { itemStatus, jobStatus } from '../../../../solution/tables/index.js'
import { sourceSystemKey } from '../fields.js'
import { listOperation, operation } from '../operation.js'
import { body, query, shared } from '../parameters.js'
import { dateTime, labels, list, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'

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
          value: [
            {
              jobId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
              name: 'hris-2026-11-21-1',
              jobStatus: 'Completed',
              direction: 'Inbound',
              sourceSystemKey: 'HRIS',
              entityType: 'contact',
              submissionKey: 'hris-2026-11-21-1',
              submittedDateTime: '2026-11-21T10:00:00Z',
              completedDateTime: '2026-11-21T10:00:02Z',
              received: 3,
              applied: 2,
              held: 1,
              unchanged: 0,
              superseded: 0,
              rejected: 0,
              failed: 0,
            },
          ],
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
        example: {
          jobId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
          name: 'hris-2026-11-21-1',
          jobStatus: 'Submitted',
          direction: 'Inbound',
          sourceSystemKey: 'HRIS',
          entityType: 'contact',
          submissionKey: 'hris-2026-11-21-1',
          submittedDateTime: '2026-11-21T10:00:00Z',
          received: 3,
          applied: 0,
          held: 0,
          unchanged: 0,
          superseded: 0,
          rejected: 0,
          failed: 0,
        },
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
        example: {
          jobId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
          name: 'hris-2026-11-21-1',
          jobStatus: 'Completed',
          direction: 'Inbound',
          sourceSystemKey: 'HRIS',
          entityType: 'contact',
          submissionKey: 'hris-2026-11-21-1',
          submittedDateTime: '2026-11-21T10:00:00Z',
          completedDateTime: '2026-11-21T10:00:02Z',
          received: 3,
          applied: 2,
          held: 1,
          unchanged: 0,
          superseded: 0,
          rejected: 0,
          failed: 0,
        },
      },
      errors: ['SyncJobNotFound'],
    }),
  },

  '/sync-jobs/{jobId}/items': {
    get: listOperation({
      operationId: 'ListSyncItems',
      summary: 'List the items of a sync job',
      description: 'Lists the items of a job in their order, with what became of each and why.',

      parameters: [
        shared('JobId'),
        query(
          'itemStatus',
          list(
            'Item Status',
            'Only items with one of these statuses.',
            { type: 'string', enum: Object.keys(labels(itemStatus)) },
            { minItems: 1, maxItems: 7 },
          ),
        ),
      ],
      success: {
        description: 'A page of items.',
        schema: ref('SyncItemList'),
        example: {
          value: [
            {
              itemId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
              sequenceNumber: 0,
              itemStatus: 'Held',
              outcomeReason: 'No Policy',
              processMessage: 'No commit policy covers contact.emailaddress1.',
              targetTable: 'contact',
              externalKey: 'E-100',
              fieldName: 'emailaddress1',
              newValue: 'ada@agency.gov',
              occurredDateTime: '2026-11-20T10:00:00Z',
            },
          ],
        },
      },
      errors: ['SyncJobNotFound'],
    }),
  },
}
