import { sourceSystemKey, targetId, targetTable } from '../fields.js'
import { flag, guid, integer, list, object, oneOf, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'
import { aspectKey } from './aspect-key.js'

/** Most entries of one decision. */
export const mostDecided = 1000

const note = text('Note', 'What you want to note about the decision.', {
  maxLength: 2000,
  example: 'Confirmed by phone.',
})

/** What answers about many entries tell of each. */
const decidedEntry = {
  ledgerEntryId: required(
    guid('Ledger Entry ID', 'Id of the entry, a GUID.', { visibility: 'advanced' }),
  ),
  targetTable: text('Target Table', 'Logical name of the table.', { example: 'contact' }),
  targetId: text('Target ID', 'Id of the record, a GUID.', {
    example: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
  }),
  aspectKey: text('Aspect Key', 'Logical name of the column, or * for the whole record.', {
    example: 'emailaddress1',
  }),
  sourceSystemKey: text('Source System Key', 'Key of the system that the value comes from.', {
    example: 'HRIS',
  }),
  value: text('Value', 'The value. Absent where the column is emptied.', {
    example: 'ada@agency.gov',
  }),
}

export function certificationRunId(description: string): Schema {
  return guid('Certification Run ID', description, { visibility: 'advanced' })
}

export const decisionDefinitions: Readonly<Record<string, Schema>> = {
  LedgerDecisionRequest: object('Decision', 'What you note about the decision.', { note }),

  CertifyLedgerEntriesRequest: object(
    'Certifications',
    'Which entries to certify: those named, or those that meet the filters.',
    {
      ledgerEntryIds: list(
        'Ledger Entry IDs',
        'Ids of the entries, at most 1,000. Either these or the filters.',
        { type: 'string', format: 'uuid' },
        { minItems: 1, maxItems: mostDecided },
      ),
      filters: ref('LedgerEntryFilters'),
      preview: required(
        flag(
          'Preview',
          'Whether only to tell what would be done. Entries found by filters are certified with the fingerprint of a preview.',
          { example: true },
        ),
      ),
      fingerprint: text(
        'Fingerprint',
        'The fingerprint of the preview. With it, the request is refused where the entries are not those of the preview any more.',
        { minLength: 1, maxLength: 200, example: '1795255200-5d41402abc4b2a76b9719d911017c592' },
      ),
      note,
    },
    { example: { filters: { targetTable: 'contact', sourceSystemKey: 'HRIS' }, preview: true } },
  ),

  LedgerEntryFilters: object(
    'Filters',
    'What the entries have in common, at least one of these. Only pending entries are found, or only stale ones.',
    {
      targetTable: targetTable(),
      targetId: targetId('Only entries of this record, a GUID.'),
      sourceSystemKey: sourceSystemKey(),
      aspectKey,
      jobId: guid('Job ID', 'Only entries that this job brought, a GUID.', {
        visibility: 'advanced',
      }),
      stale: flag(
        'Stale',
        'Whether to find certified values that no source has confirmed for as long as their policy allows, to vouch for them again.',
        { visibility: 'advanced', default: false, example: false },
      ),
    },
    { minProperties: 1 },
  ),

  LedgerCertifications: object('Certifications', 'What was done, or would be done, row by row.', {
    preview: required(flag('Preview', 'Whether nothing was written.', { example: true })),
    found: required(integer('Found', 'How many entries were found.', { example: 2 })),
    certifiable: required(
      integer('Certifiable', 'How many of them can be certified, or are by you.', { example: 2 }),
    ),
    certified: required(
      integer('Certified', 'How many of them are certified by you now.', { example: 0 }),
    ),
    refused: required(integer('Refused', 'How many of them were refused.', { example: 0 })),
    fingerprint: required(
      text('Fingerprint', 'Stands for these very entries. Send it to certify them.', {
        example: '1795255200-5d41402abc4b2a76b9719d911017c592',
      }),
    ),
    certificationRunId: certificationRunId(
      'Names what was done, a GUID: by it all of it can be taken back. Absent from a preview.',
    ),
    value: required(
      list(
        'Value',
        'What became of each entry. A preview tells the first 25.',
        ref('LedgerCertification'),
      ),
    ),
  }),

  LedgerCertification: object('Certification', 'An entry and what became of it.', {
    ...decidedEntry,
    outcome: required(
      oneOf(
        'Outcome',
        'Whether the entry can be certified, is certified by you now, or was refused.',
        { Certifiable: 'Certifiable', Certified: 'Certified', Refused: 'Refused' },
        { example: 'Certifiable' },
      ),
    ),
    message: text('Message', 'Why it was refused, in a sentence for a person.', {
      example: 'It is Rejected. Possible now: nothing.',
    }),
  }),

  LedgerReversals: object(
    'Reversals',
    'What became of the entries of a bulk certification that was taken back.',
    {
      certificationRunId: required(certificationRunId('Names the bulk certification, a GUID.')),
      found: required(integer('Found', 'How many entries it had.', { example: 2 })),
      putBack: required(
        integer(
          'Put Back',
          'How many of them are as they were before: nothing had come of it yet.',
          {
            example: 1,
          },
        ),
      ),
      revoked: required(
        integer('Revoked', 'How many of them are revoked: the value before is restored.', {
          example: 1,
        }),
      ),
      kept: required(
        integer('Kept', 'How many of them stay: something was decided on them since.', {
          example: 0,
        }),
      ),
      value: required(list('Value', 'What became of each entry.', ref('LedgerReversal'))),
    },
  ),

  LedgerReversal: object('Reversal', 'An entry and what became of it.', {
    ...decidedEntry,
    outcome: required(
      oneOf(
        'Outcome',
        'Whether the entry was put back, is revoked, or was kept as it is.',
        { PutBack: 'PutBack', Revoked: 'Revoked', Kept: 'Kept' },
        { example: 'Revoked' },
      ),
    ),
    message: text('Message', 'Why it was kept, in a sentence for a person.', {
      example: 'It is history: another value took its place. Possible now: nothing.',
    }),
  }),
}
