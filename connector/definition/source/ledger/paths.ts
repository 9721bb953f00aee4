import { ledgerAspect } from '../../../../solution/app/choices.js'
import { ledgerStatus } from '../../../../solution/tables/index.js'
import { since, sourceSystemKey, targetTable } from '../fields.js'
import { listOperation } from '../operation.js'
import { query } from '../parameters.js'
import { flag, guid, labels, list, oneOf, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'
import { aspectKey } from './aspect-key.js'
import { decisionPaths } from './decision-paths.js'
import { ledgerEntryExample } from './example.js'
import { entryPaths } from './entry-paths.js'

export const ledgerPaths: Readonly<Record<string, PathItem>> = {
  '/ledger-entries': {
    get: listOperation({
      operationId: 'ListLedgerEntries',
      summary: 'List ledger entries',
      description:
        'Lists where values came from, oldest first: the history of a record, or what waits for a steward.',

      parameters: [
        query('targetTable', targetTable()),
        query('targetId', guid('Target ID', 'Only entries of this record, a GUID.')),
        query('sourceSystemKey', sourceSystemKey()),
        query(
          'ledgerStatus',
          list(
            'Ledger Status',
            'Only entries with one of these statuses.',
            { type: 'string', enum: Object.keys(labels(ledgerStatus)) },
            { minItems: 1, maxItems: 4 },
          ),
        ),
        query(
          'ledgerAspect',
          oneOf(
            'Ledger Aspect',
            'Only entries about fields, records or relationships.',
            labels(ledgerAspect),
            { visibility: 'advanced' },
          ),
        ),
        query('aspectKey', aspectKey),
        query(
          'jobId',
          guid('Job ID', 'Only entries that this job brought, a GUID.', {
            visibility: 'advanced',
          }),
        ),
        query(
          'settledStatus',
          list(
            'Settled Status',
            'Only entries for which one of these statuses has taken effect.',
            { type: 'string', enum: Object.keys(labels(ledgerStatus)) },
            { visibility: 'advanced', minItems: 1, maxItems: 4 },
          ),
        ),
        query(
          'createdSince',
          since('Created Since', 'Only entries written to the ledger at this time or later.'),
        ),
        query(
          'currentOnly',
          flag('Current Only', 'Only entries whose value the record has now.', {
            visibility: 'advanced',
            default: false,
          }),
        ),
        query(
          'conflictSetOf',
          guid(
            'Conflict Set Of',
            'Only this entry and those that stand against it: values of the same aspect of the same record that wait or are in force. An id, a GUID.',
            { visibility: 'advanced' },
          ),
        ),
      ],
      success: {
        description: 'A page of ledger entries.',
        schema: ref('LedgerEntryList'),
        example: { value: [ledgerEntryExample] },
      },
      errors: ['LedgerEntryNotFound'],
    }),
  },

  ...entryPaths,
  ...decisionPaths,
}
