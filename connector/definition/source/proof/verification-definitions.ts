import { targetTable } from '../fields.js'
import {
  dateTime,
  flag,
  guid,
  integer,
  list,
  object,
  oneOf,
  ref,
  required,
  text,
} from '../schemas.js'
import type { Schema } from '../swagger.js'

/** Longest text of a checkpoint, in characters. */
const longestCheckpoint = 200_000

const checkpointExample = '{"kind":"data-integration-ledger-checkpoint","lanes":[]}'

const faultKinds = {
  altered: 'Altered',
  missing: 'Missing',
  inserted: 'Inserted',
  decision: 'Decision altered',
  tail: 'Tail altered',
  rewritten: 'Rewritten since the checkpoint',
  cut: 'Cut since the checkpoint',
} as const

export const verificationDefinitions: Readonly<Record<string, Schema>> = {
  LedgerVerificationRequest: object(
    'Ledger Verification Request',
    'Which part of the ledger is to be verified, and against what.',
    {
      targetTable: required(targetTable('Logical name of the table whose entries are verified.')),
      checkpoint: text(
        'Checkpoint',
        'The text of a checkpoint that an earlier verification gave. It tells whether the end of the ledger was cut off since, or all of it rewritten.',
        {
          visibility: 'advanced',
          minLength: 1,
          maxLength: longestCheckpoint,
          example: checkpointExample,
        },
      ),
    },
  ),

  LedgerVerification: object(
    'Ledger Verification',
    'Whether the entries of a table are as they were written.',
    {
      targetTable: required(
        text('Target Table', 'Logical name of the table.', { example: 'contact' }),
      ),
      isIntact: required(
        flag('Is Intact', 'Whether nothing is wrong in any of the chains.', { example: true }),
      ),
      verified: required(integer('Verified', 'How many entries were verified.', { example: 1203 })),
      message: required(
        text('Message', 'What was found, in a sentence for a person.', {
          example: '1203 entries in 4 lanes: the ledger is as it was written.',
        }),
      ),
      verifiedDateTime: required(
        dateTime('Verified Date Time', 'When the verification began.', { visibility: 'advanced' }),
      ),
      firstFault: ref('LedgerFault'),
      lanes: required(
        list('Lanes', 'What was found in each chain of the table.', ref('LedgerLane')),
      ),
      checkpoint: text(
        'Checkpoint',
        'The state of the chains, signed, for a later verification. Keep it where nobody who may write the ledger can change it. Absent where something is wrong.',
        { visibility: 'advanced', example: checkpointExample },
      ),
    },
  ),

  LedgerLane: object('Ledger Lane', 'One chain of entries and whether it is intact.', {
    laneNumber: required(
      integer('Lane Number', 'Which of the chains of the table.', { maximum: 3, example: 0 }),
    ),
    verified: required(integer('Verified', 'How many entries were verified.', { example: 301 })),
    provisional: required(
      integer('Provisional', 'How many entries were being written meanwhile.', {
        visibility: 'advanced',
        example: 0,
      }),
    ),
    faults: required(integer('Faults', 'How many faults were found.', { example: 0 })),
    firstFault: ref('LedgerFault'),
  }),

  LedgerFault: object('Ledger Fault', 'What is wrong at one place of a chain.', {
    kind: required(oneOf('Kind', 'What happened there.', faultKinds, { example: 'altered' })),
    laneNumber: required(
      integer('Lane Number', 'Which of the chains of the table.', { maximum: 3, example: 0 }),
    ),
    chainSequence: integer('Chain Sequence', 'The place. Absent for an entry that has none.', {
      example: 17,
    }),
    ledgerEntryId: guid('Ledger Entry ID', 'Id of the entry. Absent where there is none.'),
    name: text('Name', 'The name under which the entry is listed.', {
      example: 'LEDGER-00000017',
    }),
    expected: required(text('Expected', 'What belongs there.', { example: 'hash 9f86d081...' })),
    found: required(text('Found', 'What is there.', { example: 'hash 60303ae2...' })),
    message: required(
      text('Message', 'All of it, in sentences for a person.', {
        example:
          'Entry LEDGER-00000017 (6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21) at place 17 of lane contact/0 was altered. Expected hash 9f86d081..., found hash 60303ae2....',
      }),
    ),
  }),
}
