import { ledgerAspect } from '../../../../solution/app/choices.js'
import { ledgerStatus } from '../../../../solution/tables/index.js'
import { dateTime, flag, guid, labels, object, oneOf, page, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'
import { decisionDefinitions } from './decision-definitions.js'
import { explanationDefinitions } from './explanation-definitions.js'

export const ledgerDefinitions: Readonly<Record<string, Schema>> = {
  LedgerEntry: object(
    'Ledger Entry',
    'One value of one aspect of a record from one source, and who vouched for it.',
    {
      ledgerEntryId: required(
        guid('Ledger Entry ID', 'Id of the entry, a GUID.', { visibility: 'advanced' }),
      ),
      name: text('Name', 'The name under which the entry is listed.', {
        visibility: 'advanced',
        example: 'LEDGER-00000001',
      }),
      ledgerAspect: required(
        oneOf(
          'Ledger Aspect',
          'Whether the entry is about a field, a record or a relationship.',
          labels(ledgerAspect),
          { example: 'Field' },
        ),
      ),
      aspectKey: required(
        text('Aspect Key', 'Logical name of the column, or * for the whole record.', {
          example: 'emailaddress1',
        }),
      ),
      targetTable: required(
        text('Target Table', 'Logical name of the table.', { example: 'contact' }),
      ),
      targetId: required(
        text('Target ID', 'Id of the record, a GUID.', {
          example: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
        }),
      ),
      sourceSystemKey: required(
        text('Source System Key', 'Key of the system that the value comes from.', {
          example: 'HRIS',
        }),
      ),
      ledgerStatus: required(
        oneOf('Ledger Status', 'What was decided about the value.', labels(ledgerStatus), {
          example: 'Pending',
        }),
      ),
      settledStatus: oneOf(
        'Settled Status',
        'The decision that has taken effect.',
        labels(ledgerStatus),
        { visibility: 'advanced', example: 'Pending' },
      ),
      value: text('Value', 'The value. Absent where the column is emptied.', {
        example: 'ada@agency.gov',
      }),
      previousValue: text(
        'Previous Value',
        'The value that the record held before. Absent where it was empty.',
        { example: 'ada@old.gov' },
      ),
      reason: text('Reason', 'Why the value was written or held, in a sentence for a person.', {
        example: 'The policy for contact.emailaddress1 accepts HRIS on arrival.',
      }),
      notes: text('Notes', 'What a steward noted.', { example: 'Confirmed by phone.' }),
      createdOn: dateTime('Created On', 'When the entry was written to the ledger.', {
        visibility: 'advanced',
      }),
      latest: flag('Latest', 'Whether this is the latest entry of its source for the aspect.', {
        visibility: 'advanced',
        example: true,
      }),
      observedDateTime: dateTime(
        'Observed Date Time',
        'When the value changed in the source system.',
        { visibility: 'advanced' },
      ),
      appliedOn: dateTime(
        'Applied On',
        'When the value was written to the record. Absent where it was not.',
        { visibility: 'advanced' },
      ),
      supersededOn: dateTime(
        'Superseded On',
        'When another value took its place. Absent where none did.',
        { visibility: 'advanced' },
      ),
      lastConfirmed: dateTime('Last Confirmed', 'When the source last sent the same value.', {
        visibility: 'advanced',
      }),
      staleOn: dateTime(
        'Stale On',
        'From when on the value counts as stale, if nothing confirms it.',
        { visibility: 'advanced' },
      ),
      certifiedDateTime: dateTime('Certified Date Time', 'When the value was certified.', {
        visibility: 'advanced',
      }),
      certifiedById: guid('Certified By ID', 'Id of the user who certified the value, a GUID.', {
        visibility: 'advanced',
      }),
      firstCertifiedById: guid(
        'First Certified By ID',
        'Id of the first of two users who certified the value, a GUID. Absent where one is enough.',
        { visibility: 'advanced' },
      ),
      recertifiedOn: dateTime(
        'Recertified On',
        'When a steward last vouched again for the certified value after it had become stale.',
        { visibility: 'advanced' },
      ),
      recertifiedById: guid(
        'Recertified By ID',
        'Id of the user who vouched for it again, a GUID.',
        { visibility: 'advanced' },
      ),
      driftedOn: dateTime(
        'Drifted On',
        'When the record was found to hold another value, changed outside of the ledger. Absent where it holds this one.',
        { visibility: 'advanced' },
      ),
      outsideValue: text(
        'Outside Value',
        'What the record was found to hold instead. Absent where it was emptied.',
        { visibility: 'advanced', example: 'ada@home.example' },
      ),
      syncJobId: guid('Sync Job ID', 'Id of the job that brought the value, a GUID.', {
        visibility: 'advanced',
      }),
      syncItemId: guid('Sync Item ID', 'Id of the item that brought the value, a GUID.', {
        visibility: 'advanced',
      }),
      commitPolicyId: guid('Commit Policy ID', 'Id of the policy that decided, a GUID.', {
        visibility: 'advanced',
      }),
      replacesId: guid('Replaces ID', 'Id of the entry whose place this one took, a GUID.', {
        visibility: 'advanced',
      }),
    },
  ),

  LedgerEntryList: page(
    'Ledger Entries',
    'Ledger entries, oldest first, and where to go on.',
    'LedgerEntry',
  ),

  ...decisionDefinitions,
  ...explanationDefinitions,
}
