import { direction, jobStatus } from '../../../../solution/tables/index.js'
import { dateTime, guid, integer, labels, object, oneOf, page, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

export const jobDefinitions: Readonly<Record<string, Schema>> = {
  SyncJob: object('Sync Job', 'A submission and what became of its items so far.', {
    jobId: required(guid('Job ID', 'Id of the job, a GUID.')),
    name: text('Name', 'The name under which the job is listed.', {
      visibility: 'advanced',
      example: 'hris-2026-11-21-1',
    }),
    jobStatus: required(
      oneOf('Job Status', 'Where the job stands.', labels(jobStatus), {
        example: 'Completed',
      }),
    ),
    direction: oneOf(
      'Direction',
      'Whether the job brings updates in or sends them out.',
      labels(direction),
      { visibility: 'advanced', example: 'Inbound' },
    ),
    sourceSystemKey: required(
      text('Source System Key', 'Key of the system that the data comes from.', {
        example: 'HRIS',
      }),
    ),
    entityType: text('Entity Type', 'Logical name of the table that the items update.', {
      example: 'contact',
    }),
    submissionKey: text('Submission Key', 'The key of the submission, given or made.', {
      example: 'hris-2026-11-21-1',
    }),
    submittedBy: text('Submitted By', 'Who submitted the job.', {
      visibility: 'advanced',
      example: 'integration',
    }),
    submittedDateTime: dateTime('Submitted Date Time', 'When the job was accepted.'),
    completedDateTime: dateTime(
      'Completed Date Time',
      'When the last item was accounted for. Absent before.',
      { example: '2026-11-21T10:00:02Z' },
    ),
    processMessage: text(
      'Process Message',
      'What stopped or troubled the job. Absent where nothing did.',
      { example: 'The target table account no longer exists.' },
    ),
    received: required(integer('Received', 'How many items the job has.', { example: 3 })),
    applied: required(
      integer('Applied', 'How many items were written to their records.', { example: 2 }),
    ),
    held: required(
      integer('Held', 'How many items wait for a person or for configuration.', {
        example: 1,
      }),
    ),
    unchanged: required(
      integer('Unchanged', 'How many items equal what the record holds.', { example: 0 }),
    ),
    superseded: required(
      integer('Superseded', 'How many items are older than what was applied.', {
        example: 0,
      }),
    ),
    rejected: required(integer('Rejected', 'How many items were refused.', { example: 0 })),
    failed: required(integer('Failed', 'How many items could not be written.', { example: 0 })),
  }),

  SyncJobList: page(
    'Sync Jobs',
    'Jobs, in the order of their submission, and where to go on.',
    'SyncJob',
  ),
}
