import { itemStatus, outcomeReason } from '../../../../solution/tables/index.js'
import { dateTime, guid, integer, labels, object, oneOf, page, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

export const itemDefinitions: Readonly<Record<string, Schema>> = {
  SyncItem: object('Sync Item', 'One update and what became of it.', {
    itemId: required(guid('Item ID', 'Id of the item, a GUID.', { visibility: 'advanced' })),
    sequenceNumber: integer('Sequence Number', 'Place of the item in its job, from 0.', {
      visibility: 'advanced',
      example: 0,
    }),
    itemStatus: required(
      oneOf('Item Status', 'What became of the item.', labels(itemStatus), {
        example: 'Held',
      }),
    ),
    outcomeReason: oneOf(
      'Outcome Reason',
      'The rule that decided the item. Absent while it is pending.',
      labels(outcomeReason),
      { example: 'No Policy' },
    ),
    processMessage: text(
      'Process Message',
      'Why, in a sentence for a person. Absent while it is pending.',
      { example: 'No commit policy covers contact.emailaddress1.' },
    ),
    targetTable: text('Target Table', 'Logical name of the table to update.', {
      example: 'contact',
    }),
    targetId: text('Target ID', 'Id of the record, where it is known.', {
      example: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
    }),
    externalKey: text('External Key', 'Key of the record in the source system.', {
      example: 'E-100',
    }),
    fieldName: text('Field Name', 'Logical name of the column. Absent for a whole record.', {
      example: 'emailaddress1',
    }),
    newValue: text(
      'New Value',
      'The value: translated once the item was handled, as submitted before. For a record the text of its fields, for a relationship the id of the related record.',
      { example: 'ada@agency.gov' },
    ),
    sourceValue: text(
      'Source Value',
      'What the source sent, where the value is another one. For a relationship the related external key.',
      { visibility: 'advanced', example: 'ADA@AGENCY.GOV' },
    ),
    codeList: text('Code List', 'The code list that the item names.', {
      visibility: 'advanced',
      example: 'Country',
    }),
    relatedTable: text(
      'Related Table',
      'Logical name of the table that a relationship points at.',
      { visibility: 'advanced', example: 'account' },
    ),
    relatedSourceSystemKey: text(
      'Related Source System Key',
      'Key of the system that the related external key belongs to.',
      { visibility: 'advanced', example: 'ERP' },
    ),
    occurredDateTime: dateTime(
      'Occurred Date Time',
      'When the value changed in the source system.',
      { visibility: 'advanced', example: '2026-11-20T10:00:00Z' },
    ),
    appliedDateTime: dateTime(
      'Applied Date Time',
      'When the value was written to its record. Absent where it was not.',
      { visibility: 'advanced' },
    ),
  }),

  SyncItemList: page(
    'Sync Items',
    'Items, in the order of their job, and where to go on.',
    'SyncItem',
  ),
}
