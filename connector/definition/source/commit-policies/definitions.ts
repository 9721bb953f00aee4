import { maxLength } from '../../../../solution/tables/index.js'
import { fieldName, targetTable } from '../fields.js'
import { guid, list, object, page, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'
import { evaluationDefinitions } from './evaluation-definitions.js'
import { policyRules } from './policy-rules.js'
import { templateDefinitions } from './template-definitions.js'

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
      ...policyRules,
    },
  ),

  CommitPolicy: object(
    'Commit Policy',
    'Which sources may change a table or a column, and when a change takes effect.',
    {
      commitPolicyId: required(
        guid('Commit Policy ID', 'Id of the policy, a GUID.', { visibility: 'advanced' }),
      ),
      name: text('Name', 'The name under which the policy is listed.', {
        visibility: 'advanced',
        example: 'contact.emailaddress1',
      }),
      targetTable: required(
        text('Target Table', 'Logical name of the table, or * for every table.', {
          example: 'contact',
        }),
      ),
      fieldName: text('Field Name', 'Logical name of the column. Absent for the whole table.', {
        example: 'emailaddress1',
      }),
      authoritativeSources: text(
        'Authoritative Sources',
        'Keys of the source systems that may change it, separated by semicolons, highest rank first. Absent where every source may.',
        { example: 'HRIS;CRM' },
      ),
      ...policyRules,
    },
  ),

  CommitPolicyList: page('Commit Policies', 'Policies and where to go on.', 'CommitPolicy'),

  ...templateDefinitions,
  ...evaluationDefinitions,
}
