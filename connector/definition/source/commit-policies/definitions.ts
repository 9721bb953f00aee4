import { unmappedCodes, maxLength } from '../../../../solution/tables/index.js'
import { fieldName, targetTable } from '../fields.js'
import {
  flag,
  integer,
  labels,
  list,
  number,
  object,
  oneOf,
  ref,
  required,
  text,
} from '../schemas.js'
import type { Schema } from '../swagger.js'

export const commitPoliciesDefinitions: Readonly<Record<string, Schema>> = {
  UpsertCommitPoliciesRequest: object(
    'Commit Policies',
    'Policies to add or change.',
    {
      commitPolicies: required(
        list(
          'Commit Policies',
          'The policies, at least one and at most 5,000, each for another table or column.',
          ref('CommitPolicyEntry'),
          { minItems: 1, maxItems: 5000 },
        ),
      ),
    },
    {
      example: {
        commitPolicies: [
          {
            targetTable: 'contact',
            fieldName: 'emailaddress1',
            authoritativeSources: 'HRIS;CRM',
            commitMode: 'OnIngest',
            staleAfterDays: 90,
          },
        ],
      },
    },
  ),

  CommitPolicyEntry: object(
    'Commit Policy',
    'Which sources may change a table or a column, and when a change takes effect. What is left out is emptied.',
    {
      targetTable: required(
        targetTable('Logical name of the table, in lower case, or * for every table.'),
      ),
      fieldName: fieldName(
        'Logical name of the column. Without one, the policy holds for the whole table.',
      ),
      name: text(
        'Name',
        'The name under which the policy is listed. Without one, it is made of table and column.',
        {
          visibility: 'advanced',
          minLength: 1,
          maxLength: maxLength.name,
          example: 'contact.emailaddress1',
        },
      ),
      authoritativeSources: text(
        'Authoritative Sources',
        'Keys of the source systems that may change it, separated by semicolons, highest rank first. Without any, every source may.',
        { maxLength: maxLength.message, example: 'HRIS;CRM' },
      ),
      commitMode: required(
        oneOf(
          'Commit Mode',
          'Whether a change takes effect when it arrives or once a steward certified it.',
          { OnIngest: 'On Ingest', OnCertify: 'On Certify' },
          { example: 'OnIngest' },
        ),
      ),
      autoCertify: flag('Auto Certify', 'Whether an applied change counts as certified at once.', {
        visibility: 'advanced',
        example: false,
      }),
      staleAfterDays: integer(
        'Stale After Days',
        'Days after which an unconfirmed value may be replaced by any authoritative source. Without one or with 0, never.',
        { visibility: 'advanced', maximum: 36500, example: 90 },
      ),
      codeList: text(
        'Code List',
        'The code list by which values are translated, where the item names none.',
        {
          visibility: 'advanced',
          minLength: 1,
          maxLength: maxLength.codeList,
          example: 'Country',
        },
      ),
      unmappedCodes: oneOf(
        'Unmapped Codes',
        'What happens to a code that no map knows. Without a choice, it is held.',
        labels(unmappedCodes),
        { visibility: 'advanced', example: 'Hold' },
      ),
      minimumConfidence: number(
        'Minimum Confidence',
        'Translations below this confidence are held, from 0 to 1.',
        { visibility: 'advanced', minimum: 0, maximum: 1, example: 0.8 },
      ),
      createMissingRecords: flag(
        'Create Missing Records',
        'Whether an authoritative source may add records.',
        { visibility: 'advanced', example: true },
      ),
      writeBack: flag(
        'Write Back',
        'Whether certified changes are sent to the other source systems that know the record.',
        { visibility: 'advanced', example: false },
      ),
      certificationsRequired: integer(
        'Certifications Required',
        'How many people have to certify a change, 1 or 2.',
        { visibility: 'advanced', minimum: 1, maximum: 2, example: 1 },
      ),
    },
  ),
}
