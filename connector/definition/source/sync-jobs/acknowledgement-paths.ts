import { operation } from '../operation.js'
import { body } from '../parameters.js'
import { exampleId, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'

export const acknowledgementPaths: Readonly<Record<string, PathItem>> = {
  '/sync-item-acknowledgements': {
    post: operation({
      operationId: 'AcknowledgeSyncItems',
      summary: 'Acknowledge offered values',
      description:
        'Tells of up to 1,000 values that were offered to a source system whether it took them over. Sent again, it changes nothing. What is not acknowledged is offered again after an hour, four hours, a day and then every day.',

      parameters: [body('The items.', ref('AcknowledgeSyncItemsRequest'))],
      success: {
        description: 'What was noted, item by item.',
        schema: ref('SyncItemAcknowledgements'),
        example: {
          received: 1,
          noted: 1,
          refused: 0,
          value: [{ itemId: exampleId, outcome: 'Noted', itemStatus: 'Applied' }],
        },
      },
    }),
  },
}
