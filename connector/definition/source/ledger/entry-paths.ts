import { operation } from '../operation.js'
import { path } from '../parameters.js'
import { guid, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { ledgerEntryExample } from './example.js'

export const ledgerEntryId = path(
  'ledgerEntryId',
  guid('Ledger Entry ID', 'Id of the ledger entry, a GUID.'),
)

export const entryPaths: Readonly<Record<string, PathItem>> = {
  '/ledger-entries/{ledgerEntryId}': {
    get: operation({
      operationId: 'GetLedgerEntry',
      summary: 'Get a ledger entry',
      description: 'Tells where one value came from, and who vouched for it.',
      parameters: [ledgerEntryId],
      success: {
        description: 'The ledger entry.',
        schema: ref('LedgerEntry'),
        example: ledgerEntryExample,
      },
      errors: ['LedgerEntryNotFound'],
    }),
  },

  '/ledger-entries/{ledgerEntryId}/explanation': {
    get: operation({
      operationId: 'ExplainLedgerEntry',
      summary: 'Explain a ledger entry',
      description:
        'Tells in words why a value was written or held, rule by rule, with its policy, its job, its item, and the entries before and after it.',
      parameters: [ledgerEntryId],
      success: {
        description: 'The explanation.',
        schema: ref('LedgerExplanation'),
        example: {
          summary:
            'HRIS sent "ada@agency.gov" for emailaddress1. It was written and nobody has certified it yet.',
          steps: [
            {
              rule: 'policy',
              result: 'field',
              explanation: 'A policy for this very column decides.',
            },
          ],
          possibleDecisions: ['Certify', 'Reject'],
          ledgerEntry: ledgerEntryExample,
          replacedBy: [],
        },
      },
      errors: ['LedgerEntryNotFound'],
    }),
  },
}
