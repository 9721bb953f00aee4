import { externalKey, sourceSystemKey, targetId, targetTable } from '../fields.js'
import {
  dateTime,
  flag,
  guid,
  integer,
  list,
  object,
  oneOf,
  page,
  ref,
  required,
  text,
} from '../schemas.js'
import type { Schema } from '../swagger.js'

export const crosswalkDefinitions: Readonly<Record<string, Schema>> = {
  Identifier: object('Identifier', 'Which record an external record is.', {
    identifierId: required(
      guid('Identifier ID', 'Id of the crosswalk entry, a GUID.', { visibility: 'advanced' }),
    ),
    sourceSystemKey: required(
      text('Source System Key', 'Key of the source system.', { example: 'HRIS' }),
    ),
    targetTable: required(
      text('Target Table', 'Logical name of the table.', { example: 'contact' }),
    ),
    externalKey: required(
      text('External Key', 'Key of the record in the source system.', { example: 'E-100' }),
    ),
    targetId: required(
      text('Target ID', 'Id of the record, a GUID.', {
        example: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
      }),
    ),
    firstSeenDateTime: dateTime(
      'First Seen Date Time',
      'When the external record was first seen.',
      { visibility: 'advanced' },
    ),
    lastSeenDateTime: dateTime(
      'Last Seen Date Time',
      'When the external record was last seen, to the day.',
      { visibility: 'advanced' },
    ),
  }),

  IdentifierList: page('Identifiers', 'Crosswalk entries and where to go on.', 'Identifier'),

  ResolveIdentifiersRequest: object(
    'Identifiers',
    'Keys of source systems to look up.',
    {
      identifiers: required(
        list(
          'Identifiers',
          'The keys, at least one and at most 5,000. A key may be named more than once.',
          ref('IdentifierKey'),
          { minItems: 1, maxItems: 5000 },
        ),
      ),
    },
    {
      example: {
        identifiers: [
          { sourceSystemKey: 'HRIS', targetTable: 'contact', externalKey: 'E-100' },
          { sourceSystemKey: 'HRIS', targetTable: 'contact', externalKey: 'E-999' },
        ],
      },
    },
  ),

  IdentifierKey: object('Identifier Key', 'What a source system calls a record.', {
    sourceSystemKey: required(sourceSystemKey()),
    targetTable: required(targetTable()),
    externalKey: required(externalKey()),
  }),

  IdentifierResolutions: object(
    'Identifier Resolutions',
    'One answer a key, in the order in which the keys were sent.',
    {
      value: required(list('Value', 'The answers, one a key.', ref('IdentifierResolution'))),
      found: required(
        integer('Found', 'How many of the keys the crosswalk knows.', { example: 1 }),
      ),
      notFound: required(
        integer('Not Found', 'How many of the keys the crosswalk does not know.', { example: 1 }),
      ),
    },
  ),

  IdentifierResolution: object('Identifier Resolution', 'A key and the record it stands for.', {
    sourceSystemKey: required(
      text('Source System Key', 'Key of the source system, as it was sent.', { example: 'HRIS' }),
    ),
    targetTable: required(
      text('Target Table', 'Logical name of the table, as it was sent.', { example: 'contact' }),
    ),
    externalKey: required(
      text('External Key', 'Key of the record in the source system, as it was sent.', {
        example: 'E-100',
      }),
    ),
    isFound: required(flag('Is Found', 'Whether the crosswalk knows the key.', { example: true })),
    targetId: text('Target ID', 'Id of the record, a GUID. Absent where the key is not known.', {
      example: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
    }),
    identifierId: guid(
      'Identifier ID',
      'Id of the crosswalk entry, a GUID. Absent where the key is not known.',
      { visibility: 'advanced' },
    ),
  }),

  LinkIdentifierRequest: object(
    'Identifier Link',
    'A key of a source system and the record it stands for.',
    {
      sourceSystemKey: required(sourceSystemKey()),
      targetTable: required(targetTable()),
      externalKey: required(externalKey()),
      targetId: required(targetId('Id of the record that the key stands for, a GUID.')),
      relink: flag(
        'Relink',
        'Whether a key that stands for another record is taken from it. Without it, the request is refused.',
        { visibility: 'advanced', example: false },
      ),
    },
    {
      example: {
        sourceSystemKey: 'HRIS',
        targetTable: 'contact',
        externalKey: 'E-100',
        targetId: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
      },
    },
  ),

  IdentifierLink: object('Identifier Link', 'The crosswalk entry and what was done.', {
    outcome: required(
      oneOf(
        'Outcome',
        'Whether the entry was added, was there already, or was taken from another record.',
        { Linked: 'Linked', Unchanged: 'Unchanged', Relinked: 'Relinked' },
        { example: 'Linked' },
      ),
    ),
    identifier: required(ref('Identifier')),
    previousTargetId: text(
      'Previous Target ID',
      'Id of the record that the key was taken from, a GUID. Absent where it was taken from none.',
      { visibility: 'advanced', example: '1b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10' },
    ),
  }),

  IdentifierUnlink: object('Identifier Unlink', 'What was removed.', {
    isRemoved: required(
      flag('Is Removed', 'Whether an entry was removed. No where none was there.', {
        example: true,
      }),
    ),
    message: required(
      text('Message', 'What was done, in a sentence for a person.', {
        example: 'Key "E-100" of "HRIS" stands for no record of contact any more.',
      }),
    ),
    identifier: ref('Identifier'),
  }),
}
