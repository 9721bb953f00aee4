import {
  anyObject,
  dateTime,
  integer,
  list,
  object,
  oneOf,
  page,
  required,
  text,
} from '../schemas.js'
import type { Schema } from '../swagger.js'
import { recordSchemaExample } from './examples.js'

/** What a column holds, by the name that the service's metadata has for it. */
export const columnTypes = {
  text: 'Text',
  memo: 'Long Text',
  integer: 'Whole Number',
  bigInteger: 'Big Whole Number',
  decimal: 'Decimal',
  float: 'Floating Point Number',
  money: 'Money',
  yesNo: 'Yes Or No',
  choice: 'Choice',
  choices: 'Choices',
  dateTime: 'Date And Time',
  date: 'Date',
  lookup: 'Lookup',
  uniqueIdentifier: 'Unique Identifier',
} as const

const typeNames = Object.fromEntries(Object.values(columnTypes).map((name) => [name, name]))

export const designerDefinitions: Readonly<Record<string, Schema>> = {
  SourceSystem: object('Source System', 'A system that data comes from.', {
    sourceSystemKey: required(
      text('Source System Key', 'Key of the source system.', { example: 'HRIS' }),
    ),
    lastSubmittedDateTime: dateTime(
      'Last Submitted Date Time',
      'When its latest job was accepted. Absent where it has none.',
      { visibility: 'advanced' },
    ),
  }),
  SourceSystemList: page(
    'Source Systems',
    'Source systems, by their keys, and where to go on.',
    'SourceSystem',
  ),

  TargetTable: object('Table', 'A table that jobs may write.', {
    targetTable: required(
      text('Target Table', 'Logical name of the table.', { example: 'contact' }),
    ),
    displayName: required(text('Display Name', 'The name people know.', { example: 'Contact' })),
    title: required(text('Title', 'Both names, to choose by.', { example: 'Contact (contact)' })),
  }),
  TargetTableList: page('Tables', 'Tables, by their titles, and where to go on.', 'TargetTable'),

  TableColumn: object('Column', 'A column that jobs may write.', {
    fieldName: required(
      text('Field Name', 'Logical name of the column.', { example: 'emailaddress1' }),
    ),
    displayName: required(text('Display Name', 'The name people know.', { example: 'Email' })),
    title: required(
      text('Title', 'Both names, to choose by.', { example: 'Email (emailaddress1)' }),
    ),
    columnType: required(
      oneOf('Column Type', 'What the column holds.', typeNames, { example: 'Text' }),
    ),
    maxLength: integer('Max Length', 'The most characters of a text.', {
      visibility: 'advanced',
      example: 100,
    }),
    relatedTables: list(
      'Related Tables',
      'Logical names of the tables that a lookup points at.',
      text('Related Table', 'Logical name of the table.', { example: 'account' }),
      { visibility: 'advanced' },
    ),
  }),
  TableColumnList: page('Columns', 'Columns, by their titles, and where to go on.', 'TableColumn'),

  CodeList: object('Code List', 'A code list and how many maps it has.', {
    codeList: required(text('Code List', 'The code list.', { example: 'Country' })),
    valueMaps: required(
      integer('Value Maps', 'How many maps translate codes of the list.', {
        visibility: 'advanced',
        example: 249,
      }),
    ),
  }),
  CodeListList: page('Code Lists', 'Code lists, by name, and where to go on.', 'CodeList'),

  RecordSchema: object('Record Schema', 'The fields that a record of a table may have.', {
    targetTable: required(
      text('Target Table', 'Logical name of the table.', { example: 'contact' }),
    ),
    schema: required(
      anyObject('Schema', 'A JSON schema of the record: a property for each column.', {
        example: recordSchemaExample,
      }),
    ),
  }),
}
