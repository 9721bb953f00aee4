import { ledgerAspect } from '../../../../solution/app/choices.js'
import { ledgerStatus, maxLength } from '../../../../solution/tables/index.js'
import { sourceSystemKey, targetTable } from '../fields.js'
import { listOperation } from '../operation.js'
import { query } from '../parameters.js'
import { guid, labels, list, oneOf, ref, text } from '../schemas.js'
import type { PathItem } from '../swagger.js'

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
        query(
          'aspectKey',
          text('Aspect Key', 'Only entries of this column, or * for whole records.', {
            visibility: 'advanced',
            minLength: 1,
            maxLength: maxLength.logicalName,
            example: 'emailaddress1',
          }),
        ),
        query(
          'jobId',
          guid('Job ID', 'Only entries that this job brought, a GUID.', {
            visibility: 'advanced',
          }),
        ),
      ],
      success: {
        description: 'A page of ledger entries.',
        schema: ref('LedgerEntryList'),
        example: {
          value: [
            {
              ledgerEntryId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
              name: 'LEDGER-00000001',
              ledgerAspect: 'Field',
              aspectKey: 'emailaddress1',
              targetTable: 'contact',
              targetId: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
              sourceSystemKey: 'HRIS',
              ledgerStatus: 'Pending',
              settledStatus: 'Pending',
              value: 'ada@agency.gov',
              reason: 'The policy for contact.emailaddress1 accepts HRIS on arrival.',
              latest: true,
              observedDateTime: '2026-11-20T10:00:00Z',
              appliedOn: '2026-11-21T10:00:01Z',
            },
          ],
        },
      },
    }),
  },
}
