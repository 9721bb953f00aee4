import { listOperation, operation } from '../operation.js'
import { body } from '../parameters.js'
import { ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'

/** What makes policies easy: ready ones to apply, and a look at what they would do. */
export const policyTemplates: PathItem = {
  get: listOperation({
    operationId: 'ListPolicyTemplates',
    summary: 'List policy templates',
    description: 'Lists ready policies and value maps for common purposes.',
    parameters: [],
    success: {
      description: 'A page of templates.',
      schema: ref('PolicyTemplateList'),
      example: {
        value: [
          {
            templateId: 'people',
            title: 'People from an HR system',
            description: 'Contacts are created and kept up to date by the HR system.',
            commitPolicies: [
              { targetTable: 'contact', commitMode: 'OnIngest', createMissingRecords: true },
            ],
            codeLists: [{ codeList: 'Gender', valueMaps: 4 }],
          },
        ],
      },
    },
  }),
}

export const policyTemplateApplications: PathItem = {
  post: operation({
    operationId: 'ApplyPolicyTemplate',
    summary: 'Apply a policy template',
    description:
      'Adds the policies and value maps of a template for your source systems. What is there and says something else is kept unless you want it overwritten. Sent again, it changes nothing.',
    parameters: [body('The template.', ref('ApplyPolicyTemplateRequest'))],
    success: {
      description: 'What was done, or would be done.',
      schema: ref('TemplateApplication'),
      example: {
        templateId: 'people',
        preview: false,
        created: 5,
        unchanged: 0,
        kept: 0,
        overwritten: 0,
        skipped: 0,
        commitPolicies: [{ targetTable: 'contact', outcome: 'Created' }],
        codeLists: [{ codeList: 'Gender', created: 4, unchanged: 0, kept: 0, overwritten: 0 }],
      },
    },
    errors: ['PolicyTemplateNotFound'],
  }),
}

export const syncItemEvaluations: PathItem = {
  post: operation({
    operationId: 'EvaluateSyncItems',
    summary: 'Evaluate sync items',
    description:
      'Tells what would become of up to 1,000 updates now, and why, by the same rules that jobs go by, also under policies and value maps that are only being considered. Nothing is written.',
    parameters: [body('The updates.', ref('EvaluateSyncItemsRequest'))],
    success: {
      description: 'What would become of each item, in their order.',
      schema: ref('SyncItemEvaluations'),
      example: {
        value: [
          {
            sequenceNumber: 0,
            itemStatus: 'Held',
            outcomeReason: 'No Policy',
            processMessage: 'No commit policy covers Email of Contact.',
            targetTable: 'contact',
            externalKey: 'E-100',
            fieldName: 'emailaddress1',
            steps: [
              {
                rule: 'policy',
                result: 'none',
                explanation: 'No policy covers the column.',
              },
            ],
          },
        ],
        applied: 0,
        held: 1,
        unchanged: 0,
        superseded: 0,
        rejected: 0,
        failed: 0,
      },
    },
    errors: ['UnknownTable', 'ProtectedTable', 'TooManyTables', 'UnknownColumn'],
  }),
}
