import { itemStatus, maxLength } from '../../../../solution/tables/index.js'
import { guid, integer, labels, list, object, oneOf, ref, required, text } from '../schemas.js'
import type { Schema } from '../swagger.js'

/** Items of one request. */
const mostAcknowledged = 1000

const example = { itemId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21', outcome: 'Applied' }

export const acknowledgementDefinitions: Readonly<Record<string, Schema>> = {
  AcknowledgeSyncItemsRequest: object(
    'Acknowledgements',
    'What became of values that were offered to a source system.',
    {
      items: required(
        list(
          'Items',
          'The offered items, at least one and at most 1,000.',
          ref('SyncItemAcknowledgement'),
          { minItems: 1, maxItems: mostAcknowledged },
        ),
      ),
    },
    { example: { items: [example] } },
  ),

  SyncItemAcknowledgement: object(
    'Acknowledgement',
    'What became of one value that was offered to a source system.',
    {
      itemId: required(guid('Item ID', 'Id of the offered item, a GUID.')),
      outcome: required(
        oneOf(
          'Outcome',
          'Whether the source system took the value over or refused it for good. A value that it may take later is not acknowledged: it is offered again.',
          { Applied: 'Applied', Refused: 'Refused' },
          { example: 'Applied' },
        ),
      ),
      message: text('Message', 'Why the source system refused the value, for a person to read.', {
        maxLength: maxLength.message,
        example: 'Code 17 was closed in 2025.',
      }),
    },
  ),

  SyncItemAcknowledgements: object('Acknowledgements', 'What was noted of the items, one by one.', {
    received: required(integer('Received', 'How many items the request has.', { example: 1 })),
    noted: required(
      integer('Noted', 'How many of them stand as the request says.', { example: 1 }),
    ),
    refused: required(
      integer('Refused', 'How many of them the service did not note.', { example: 0 }),
    ),
    value: required(
      list('Value', 'What became of each, in their order.', ref('SyncItemAcknowledged')),
    ),
  }),

  SyncItemAcknowledged: object('Acknowledged', 'An item and whether its outcome was noted.', {
    itemId: required(guid('Item ID', 'Id of the item, a GUID.', { visibility: 'advanced' })),
    outcome: required(
      oneOf(
        'Outcome',
        'Whether the item stands as the request says.',
        { Noted: 'Noted', Refused: 'Refused' },
        { example: 'Noted' },
      ),
    ),
    itemStatus: oneOf(
      'Item Status',
      'The status of the item now. Absent for an item that is not there.',
      labels(itemStatus),
      { example: 'Applied' },
    ),
    message: text('Message', 'Why it was not noted, in a sentence for a person.', {
      example: 'A newer value of the field was offered since: acknowledge that one.',
    }),
  }),
}
