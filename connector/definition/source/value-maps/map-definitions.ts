import { dateTime, flag, guid, integer, number, object, page, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

const codeList = text('Code List', 'The code list.', { example: 'Country' })

const canonicalLabel = text(
  'Canonical Label',
  'The name of the code in the vocabulary of the organisation. Absent where it has none.',
  { example: 'Germany' },
)

const sourceLabel = text(
  'Source Label',
  'The name of the code in the source system. Absent where it has none.',
  { example: 'Germany' },
)

const confidence = number('Confidence', 'How sure the map is, from 0 to 1.', {
  minimum: 0,
  maximum: 1,
  example: 1,
})

export const mapDefinitions: Readonly<Record<string, Schema>> = {
  ValueMap: object('Value Map', 'What one code of a source system means.', {
    valueMapId: required(
      guid('Value Map ID', 'Id of the map, a GUID.', { visibility: 'advanced' }),
    ),
    name: text('Name', 'The name under which the map is listed.', {
      visibility: 'advanced',
      example: 'Country IOC GER',
    }),
    codeList: required(codeList),
    sourceSystemKey: text(
      'Source System Key',
      'Key of the source system that uses the code. Absent where the map holds for any source.',
      { example: 'IOC' },
    ),
    sourceCode: required(
      text('Source Code', 'The code as the source system writes it.', { example: 'GER' }),
    ),
    sourceLabel,
    canonicalCodeValue: required(
      text('Canonical Code Value', 'The code in the vocabulary of the organisation.', {
        example: 'DE',
      }),
    ),
    canonicalLabel,
    confidence: required(confidence),
    modifiedOn: dateTime('Modified On', 'When the map was changed last.', {
      visibility: 'advanced',
    }),
  }),

  ValueMapList: page('Value Maps', 'Value maps and where to go on.', 'ValueMap'),

  UnmappedCode: object('Unmapped Code', 'A code that held items wait for.', {
    codeList: required(
      text('Code List', 'The code list that lacks the code.', { example: 'Country' }),
    ),
    sourceSystemKey: required(
      text('Source System Key', 'Key of the source system that uses the code.', { example: 'IOC' }),
    ),
    sourceCode: required(
      text('Source Code', 'The code as the source system writes it.', { example: 'KOS' }),
    ),
    waitingItems: required(
      integer('Waiting Items', 'How many held items wait for the code.', { example: 12 }),
    ),
    isCountComplete: required(
      flag(
        'Is Count Complete',
        'Whether all waiting items were counted. No where there are more than were looked at.',
        { visibility: 'advanced', example: true },
      ),
    ),
    exampleItemId: required(
      guid('Example Item ID', 'Id of one of the items, a GUID.', { visibility: 'advanced' }),
    ),
    exampleJobId: required(
      guid('Example Job ID', 'Id of the job of that item, a GUID.', { visibility: 'advanced' }),
    ),
    targetTable: text('Target Table', 'Logical name of the table that the example item updates.', {
      example: 'contact',
    }),
    fieldName: text('Field Name', 'Logical name of the column that the example item updates.', {
      example: 'address1_country',
    }),
    externalKey: text('External Key', 'Key of the record of the example item.', {
      visibility: 'advanced',
      example: 'E-100',
    }),
  }),

  UnmappedCodeList: page('Unmapped Codes', 'Unmapped codes and where to go on.', 'UnmappedCode'),
}
