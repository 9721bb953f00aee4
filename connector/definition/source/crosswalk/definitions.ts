import { dateTime, guid, object, page, required, text } from '../schemas.js'
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
}
