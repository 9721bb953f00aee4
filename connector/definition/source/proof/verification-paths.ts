import { operation } from '../operation.js'
import { body } from '../parameters.js'
import { ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'

export const verificationPaths: Readonly<Record<string, PathItem>> = {
  '/ledger-verifications': {
    post: operation({
      operationId: 'VerifyLedger',
      summary: 'Verify the ledger of a table',
      description:
        'Proves that the ledger entries of a table are as they were written, and names the first that was altered, removed or inserted. Writes nothing.',
      'x-ms-visibility': 'advanced',
      parameters: [body('Which table is to be verified.', ref('LedgerVerificationRequest'))],
      success: {
        description: 'What was found, faults included.',
        schema: ref('LedgerVerification'),
        example: {
          targetTable: 'contact',
          isIntact: true,
          verified: 301,
          message: '301 entries in 1 lane: the ledger is as it was written.',
          verifiedDateTime: '2026-11-21T10:00:00Z',
          lanes: [{ laneNumber: 0, verified: 301, provisional: 0, faults: 0 }],
        },
      },
      errors: ['UnknownTable', 'InvalidCheckpoint', 'LedgerTooLong'],
    }),
  },
}
