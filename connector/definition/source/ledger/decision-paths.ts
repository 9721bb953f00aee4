import { operation } from '../operation.js'
import { body, path } from '../parameters.js'
import { ref } from '../schemas.js'
import type { Operation, PathItem } from '../swagger.js'
import { certificationRunId } from './decision-definitions.js'
import { ledgerEntryId } from './entry-paths.js'
import { ledgerEntryExample } from './example.js'

export const decisionPaths: Readonly<Record<string, PathItem>> = {
  '/ledger-entries/{ledgerEntryId}/certification': {
    post: decision(
      'CertifyLedgerEntry',
      'Certify a ledger entry',
      'Vouches for a value that waits or was written, in your name. Sent again, it changes nothing.',
      'Certified',
    ),
  },

  '/ledger-entries/{ledgerEntryId}/rejection': {
    post: decision(
      'RejectLedgerEntry',
      'Reject a ledger entry',
      'Refuses a value that waits, or that was written and is not certified. Sent again, it changes nothing.',
      'Rejected',
    ),
  },

  '/ledger-entries/{ledgerEntryId}/revocation': {
    post: decision(
      'RevokeLedgerEntry',
      'Revoke a ledger entry',
      'Takes back that a value was certified. Sent again, it changes nothing.',
      'Revoked',
    ),
  },

  '/ledger-certifications': {
    post: operation({
      operationId: 'CertifyLedgerEntries',
      summary: 'Certify many ledger entries',
      description:
        'Vouches for up to 1,000 values in your name, by id or by what they have in common. A preview tells which, and what it found is certified only while it is still the same.',
      parameters: [body('The entries.', ref('CertifyLedgerEntriesRequest'))],
      success: {
        description: 'What was done, or would be done, row by row.',
        schema: ref('LedgerCertifications'),
        example: {
          preview: true,
          found: 1,
          certifiable: 1,
          certified: 0,
          refused: 0,
          fingerprint: '1795255200-5d41402abc4b2a76b9719d911017c592',
          value: [
            {
              ledgerEntryId: ledgerEntryExample.ledgerEntryId,
              outcome: 'Certifiable',
              targetTable: 'contact',
              targetId: ledgerEntryExample.targetId,
              aspectKey: 'emailaddress1',
              sourceSystemKey: 'HRIS',
              value: 'ada@agency.gov',
            },
          ],
        },
      },
      errors: ['SelectionChanged', 'SelectionTooLarge'],
    }),
  },

  '/ledger-certifications/{certificationRunId}/reversal': {
    post: operation({
      operationId: 'UndoCertification',
      summary: 'Take many certifications back',
      description:
        'Takes back what one request to certify many entries did: what has not taken effect is put back, what has is revoked, and what was decided otherwise since stays, each with why. Sent again, it changes nothing.',
      parameters: [
        path(
          'certificationRunId',
          certificationRunId('Names the request, as its answer told, a GUID.'),
        ),
        body('What you note about it.', ref('LedgerDecisionRequest')),
      ],
      success: {
        description: 'What became of each entry.',
        schema: ref('LedgerReversals'),
        example: {
          certificationRunId: '4d7f0e1c-3b62-5a0e-8d1f-5b1f0c6a2e11',
          found: 1,
          putBack: 0,
          revoked: 1,
          kept: 0,
          value: [
            {
              ledgerEntryId: ledgerEntryExample.ledgerEntryId,
              outcome: 'Revoked',
              targetTable: 'contact',
              targetId: ledgerEntryExample.targetId,
              aspectKey: 'emailaddress1',
              sourceSystemKey: 'HRIS',
              value: 'ada@agency.gov',
            },
          ],
        },
      },
    }),
  },
}

function decision(
  operationId: string,
  summary: string,
  description: string,
  ledgerStatus: string,
): Operation {
  return operation({
    operationId,
    summary,
    description,
    parameters: [ledgerEntryId, body('The decision.', ref('LedgerDecisionRequest'))],
    success: {
      description: 'The ledger entry after the decision.',
      schema: ref('LedgerEntry'),
      example: { ...ledgerEntryExample, ledgerStatus },
    },
    errors: ['LedgerEntryNotFound', 'DecisionNotPossible', 'ChangedMeanwhile'],
  })
}
