import { itemStatus, outcomeReason } from '../../../../solution/tables/index.js'
import { entityType, sourceSystemKey } from '../fields.js'
import { integer, labels, list, object, oneOf, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

const counted = (title: string, description: string) =>
  required(integer(title, description, { example: 1 }))

export const evaluationDefinitions: Readonly<Record<string, Schema>> = {
  EvaluateSyncItemsRequest: object(
    'Evaluation',
    'Updates of one source system, looked at and not written.',
    {
      sourceSystemKey: required(sourceSystemKey()),
      entityType: required(entityType()),
      items: required(
        list('Items', 'The updates, at least one and at most 1,000.', ref('SyncItemSubmission'), {
          minItems: 1,
          maxItems: 1000,
        }),
      ),
      commitPolicies: list(
        'Commit Policies',
        'Policies to go by instead of those that are stored for the same tables and columns, at most 100. They are not stored.',
        ref('CommitPolicyEntry'),
        { maxItems: 100, visibility: 'advanced' },
      ),
      valueMaps: list(
        'Value Maps',
        'Value maps to go by instead of those that are stored for the same codes, at most 1,000. They are not stored.',
        ref('ValueMapEntry'),
        { maxItems: 1000, visibility: 'advanced' },
      ),
    },
    {
      example: {
        sourceSystemKey: 'HRIS',
        entityType: 'contact',
        items: [{ externalKey: 'E-100', fieldName: 'emailaddress1', newValue: 'ada@agency.gov' }],
      },
    },
  ),

  SyncItemEvaluations: object(
    'Evaluations',
    'What would become of each item now, in their order. Nothing was written.',
    {
      value: required(list('Value', 'One answer an item.', ref('SyncItemEvaluation'))),
      applied: counted('Applied', 'How many items would be written.'),
      held: counted('Held', 'How many items would wait for a person.'),
      unchanged: counted('Unchanged', 'How many items would change nothing.'),
      superseded: counted('Superseded', 'How many items are older than what is there.'),
      rejected: counted('Rejected', 'How many items would be refused.'),
      failed: counted('Failed', 'How many items would fail.'),
    },
  ),

  SyncItemEvaluation: object('Evaluation', 'What would become of one item, and why.', {
    sequenceNumber: required(
      integer('Sequence Number', 'Place of the item in the request, from 0.', {
        visibility: 'advanced',
        example: 0,
      }),
    ),
    itemStatus: required(
      oneOf('Item Status', 'What would become of the item.', labels(itemStatus), {
        example: 'Applied',
      }),
    ),
    outcomeReason: required(
      oneOf('Outcome Reason', 'The rule that decides the item.', labels(outcomeReason), {
        example: 'Committed',
      }),
    ),
    processMessage: required(
      text('Process Message', 'Why, in sentences for a person.', {
        example: 'Email of Contact now is "ada@agency.gov", by policy "contact.emailaddress1".',
      }),
    ),
    targetTable: required(
      text('Target Table', 'Logical name of the table.', { example: 'contact' }),
    ),
    targetId: text('Target ID', 'Id of the record, where one is known or would be created.', {
      example: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
    }),
    externalKey: text('External Key', 'Key of the record in the source system.', {
      example: 'E-100',
    }),
    fieldName: text('Field Name', 'Logical name of the column. Absent for a whole record.', {
      example: 'emailaddress1',
    }),
    steps: required(
      list('Steps', 'The rules that were considered, in their order.', ref('EvaluationStep')),
    ),
  }),

  EvaluationStep: object('Evaluation Step', 'One rule and how it came out.', {
    aspectKey: text('Aspect Key', 'The column that the rule was considered for, among several.', {
      visibility: 'advanced',
      example: 'emailaddress1',
    }),
    rule: required(
      text('Rule', 'Name of the rule.', { visibility: 'advanced', example: 'policy' }),
    ),
    result: required(
      text('Result', 'How the rule came out.', { visibility: 'advanced', example: 'field' }),
    ),
    explanation: required(
      text('Explanation', 'What that means, in a sentence for a person.', {
        example: 'A policy for this very column decides.',
      }),
    ),
  }),
}
