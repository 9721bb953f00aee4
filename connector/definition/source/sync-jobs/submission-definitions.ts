import { maxLength } from '../../../../solution/tables/index.js'
import { entityType, externalKey, fieldName, sourceSystemKey } from '../fields.js'
import { fieldsOfTable, pickCodeList, pickSourceSystem, pickTable } from '../pickers.js'
import { anyObject, dateTime, list, object, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

export const submissionDefinitions: Readonly<Record<string, Schema>> = {
  SubmitSyncJobRequest: object(
    'Sync Job',
    'Updates of one source system, handled in their order.',
    {
      sourceSystemKey: required(
        sourceSystemKey(
          'Key of the system that the data comes from, compared character by character.',
        ),
      ),
      entityType: required(entityType()),
      submissionKey: text(
        'Submission Key',
        'Your own key of this submission. Sent again with the same content, it answers with the first job and starts nothing; with other content, it is refused. Without one, only a repetition of the same request is recognised.',
        { minLength: 1, maxLength: maxLength.externalKey, example: 'hris-2026-11-21-1' },
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
        sourceSystemKey: 'HRIS',
        entityType: 'contact',
        submissionKey: 'hris-2026-11-21-1',
        items: [
          {
            externalKey: 'E-100',
            fieldName: 'emailaddress1',
            newValue: 'ada@agency.gov',
            occurredDateTime: '2026-11-20T10:00:00Z',
          },
          { externalKey: 'E-100', record: { firstname: 'Ada', lastname: 'Lovelace' } },
          {
            externalKey: 'E-100',
            fieldName: 'parentcustomerid',
            relatedTable: 'account',
            relatedExternalKey: 'ORG-7',
          },
        ],
      },
    },
  ),

  SyncItemSubmission: object(
    'Item',
    'One update. It names its record by external key, by target id or by both, and has exactly one content: a field name with a new value; a record; or a field name with a related table and a related external key.',
    {
      externalKey: externalKey(
        'Key of the record in the source system, taken character by character.',
      ),
      targetId: text(
        'Target ID',
        'Id of the record to update, a GUID. Together with an external key it links the two.',
        {
          visibility: 'advanced',
          minLength: 1,
          example: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
        },
      ),
      targetTable: text(
        'Target Table',
        'Logical name of the table to update, where it is not the entity type of the job.',
        {
          visibility: 'advanced',
          minLength: 1,
          maxLength: maxLength.logicalName,
          example: 'contact',
          ...pickTable,
        },
      ),
      fieldName: fieldName(
        'Logical name of the column to update, in lower case.',
        'body/entityType',
      ),
      newValue: text(
        'New Value',
        'The new value as text: numbers as 12.5, yes or no as true or false, dates as 2026-11-21, times as 2026-11-21T10:00:00Z. Null empties the column.',
        { maxLength: 1048576, 'x-nullable': true, example: 'ada@agency.gov' },
      ),
      record: anyObject(
        'Record',
        'Values of several columns at once, by logical name: texts, numbers, true or false, or null.',
        {
          minProperties: 1,
          example: { firstname: 'Ada', lastname: 'Lovelace' },
          ...fieldsOfTable('body/entityType'),
        },
      ),
      relatedTable: text('Related Table', 'Logical name of the table that the column points at.', {
        minLength: 1,
        maxLength: maxLength.logicalName,
        example: 'account',
        ...pickTable,
      }),
      relatedExternalKey: text(
        'Related External Key',
        'Key of the related record in its source system. Null clears the relationship.',
        {
          minLength: 1,
          maxLength: maxLength.externalKey,
          'x-nullable': true,
          example: 'ORG-7',
        },
      ),
      relatedSourceSystemKey: text(
        'Related Source System Key',
        'Key of the system that the related external key belongs to, where it is not the source system of the job.',
        {
          visibility: 'advanced',
          minLength: 1,
          maxLength: maxLength.codeList,
          example: 'ERP',
          ...pickSourceSystem,
        },
      ),
      codeList: text(
        'Code List',
        'The code list by which the value is translated, where it is not that of the commit policy.',
        {
          visibility: 'advanced',
          minLength: 1,
          maxLength: maxLength.codeList,
          example: 'Country',
          ...pickCodeList,
        },
      ),
      occurredDateTime: dateTime(
        'Occurred Date Time',
        'When the value changed in the source system, with a time zone. Without one, the time of submission counts.',
        { visibility: 'advanced', example: '2026-11-20T10:00:00Z' },
      ),
    },
  ),
}
