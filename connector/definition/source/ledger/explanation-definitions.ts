import { ledgerDecisions } from '../../../../solution/tables/ledger-decisions.js'
import { list, object, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

export const explanationDefinitions: Readonly<Record<string, Schema>> = {
  LedgerExplanation: object(
    'Ledger Explanation',
    'Why an entry is as it is: the decision step by step, and what it rests on.',
    {
      summary: required(
        text('Summary', 'What happened and why, in sentences for a person.', {
          example:
            'HRIS sent "ada@agency.gov" for emailaddress1. It waits for a steward and was not written.',
        }),
      ),
      steps: required(
        list('Steps', 'The rules that were considered, in their order.', ref('DecisionStep')),
      ),
      possibleDecisions: required(
        list(
          'Possible Decisions',
          'What a steward may decide about the entry now.',
          { type: 'string', enum: Object.values(ledgerDecisions).map(({ label }) => label) },
          { example: ['Certify', 'Reject'] },
        ),
      ),
      ledgerEntry: required(ref('LedgerEntry')),
      commitPolicy: ref('CommitPolicy'),
      syncJob: ref('SyncJob'),
      syncItem: ref('SyncItem'),
      replaced: ref('LedgerEntry'),
      replacedBy: required(
        list(
          'Replaced By',
          'Entries that name this one as the one whose place they take, at most 100.',
          ref('LedgerEntry'),
        ),
      ),
    },
  ),

  DecisionStep: object('Decision Step', 'One rule and how it came out.', {
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
