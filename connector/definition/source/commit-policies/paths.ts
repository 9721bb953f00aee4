import { fieldName, targetTable } from '../fields.js'
import { listOperation, operation } from '../operation.js'
import { body, query } from '../parameters.js'
import { ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { policyTemplateApplications, policyTemplates, syncItemEvaluations } from './ready-paths.js'

export const commitPoliciesPaths: Readonly<Record<string, PathItem>> = {
  '/policy-templates': policyTemplates,
  '/policy-template-applications': policyTemplateApplications,
  '/sync-item-evaluations': syncItemEvaluations,

  '/commit-policies': {
    get: listOperation({
      operationId: 'ListCommitPolicies',
      summary: 'List commit policies',
      description:
        'Lists which sources may change a table or a column, and when a change takes effect.',
      parameters: [
        query(
          'targetTable',
          targetTable('Logical name of the table, in lower case, or * for every table.'),
        ),
        query('fieldName', fieldName('Only policies of this column, by its logical name.')),
      ],
      success: {
        description: 'A page of policies.',
        schema: ref('CommitPolicyList'),
        example: {
          value: [
            {
              commitPolicyId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
              name: 'contact.emailaddress1',
              targetTable: 'contact',
              fieldName: 'emailaddress1',
              authoritativeSources: 'HRIS;CRM',
              commitMode: 'OnIngest',
              staleAfterDays: 90,
            },
          ],
        },
      },
    }),
    post: operation({
      operationId: 'UpsertCommitPolicies',
      summary: 'Add or change commit policies',
      description:
        'Adds or changes up to 5,000 policies. Sent again, the same policies change nothing.',
      'x-ms-visibility': 'advanced',
      parameters: [body('The policies.', ref('UpsertCommitPoliciesRequest'))],
      success: {
        description: 'How many policies were added, changed and left as they were.',
        schema: ref('UpsertResult'),
        example: { received: 3, created: 1, updated: 1, unchanged: 1 },
      },
      errors: [
        'UnknownTable',
        'UnknownColumn',
        'ProtectedTable',
        'TooManyTables',
        'AmbiguousPolicy',
      ],
    }),
  },
}
