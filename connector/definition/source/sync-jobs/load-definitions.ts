import { maxLength } from '../../../../solution/tables/index.js'
import { entityType, sourceSystemKey } from '../fields.js'
import { pickTable } from '../pickers.js'
import { exampleId, guid, integer, list, object, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

/** Parts of one job. */
export const mostParts = 1000

const partNumber = integer(
  'Part Number',
  'Place of the part in the job, from 1. A part may come before those it follows.',
  { minimum: 1, maximum: mostParts, example: 1 },
)

export const loadDefinitions: Readonly<Record<string, Schema>> = {
  OpenSyncJobRequest: object(
    'Open Job',
    'What the job is about.',
    {
      sourceSystemKey: required(
        sourceSystemKey(
          'Key of the system that the data comes from, compared character by character.',
        ),
      ),
      entityType: required(entityType()),
      submissionKey: text(
        'Submission Key',
        'Your own key of this job. Opened again under the same key, the answer is the first job. Without one, only a repetition of the same request is recognised.',
        { minLength: 1, maxLength: maxLength.submissionKey, example: 'hris-2026-11-21-full' },
      ),
    },
    {
      example: {
        sourceSystemKey: 'HRIS',
        entityType: 'contact',
        submissionKey: 'hris-2026-11-21-full',
      },
    },
  ),

  AddSyncItemsRequest: object(
    'Part',
    'A part of the updates of an open job.',
    {
      partNumber: required(partNumber),
      entityType: text(
        'Entity Type',
        'Logical name of the table that the items of this part update, where it is not the entity type of the job.',
        { minLength: 1, maxLength: maxLength.logicalName, example: 'contact', ...pickTable },
      ),
      items: required(
        list('Items', 'The updates, at least one and at most 20,000.', ref('SyncItemSubmission'), {
          minItems: 1,
          maxItems: 20000,
        }),
      ),
    },
    {
      example: {
        partNumber: 1,
        items: [{ externalKey: 'E-100', record: { firstname: 'Ada', lastname: 'Lovelace' } }],
      },
    },
  ),

  SyncJobPart: object('Part', 'A part of the updates of an open job, as it was added.', {
    jobId: required(guid('Job ID', 'Id of the job, a GUID.', { example: exampleId })),
    partNumber: required(partNumber),
    items: required(integer('Items', 'How many items the part has.', { example: 20000 })),
    received: required(
      integer('Received', 'How many items all parts have so far.', { example: 100000 }),
    ),
  }),
}
