import { itemStatus, outcomeReason } from '../../../../solution/tables/index.js'
import { listOperation, operation } from '../operation.js'
import { body, query, shared } from '../parameters.js'
import { exampleId, labels, list, ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'

export const itemPaths: Readonly<Record<string, PathItem>> = {
  '/sync-jobs/{jobId}/items': {
    get: listOperation({
      operationId: 'ListSyncItems',
      summary: 'List the items of a sync job',
      description:
        'Lists the items of a job in their order, with what became of each and why. A job that is being filled lists none before it is closed.',

      parameters: [
        shared('JobId'),
        query(
          'itemStatus',
          list(
            'Item Status',
            'Only items with one of these statuses.',
            { type: 'string', enum: Object.keys(labels(itemStatus)) },
            { minItems: 1, maxItems: 7 },
          ),
        ),
        query(
          'outcomeReason',
          list(
            'Outcome Reason',
            'Only items that one of these rules decided.',
            { type: 'string', enum: Object.keys(labels(outcomeReason)) },
            { minItems: 1, maxItems: Object.keys(outcomeReason).length },
          ),
        ),
      ],
      success: {
        description: 'A page of items.',
        schema: ref('SyncItemList'),
        example: {
          value: [
            {
              itemId: '6f1d6bdc-53a6-5b1c-9a3e-0c5a4c1f7e21',
              sequenceNumber: 0,
              itemStatus: 'Held',
              outcomeReason: 'No Policy',
              processMessage: 'No commit policy covers contact.emailaddress1.',
              targetTable: 'contact',
              externalKey: 'E-100',
              fieldName: 'emailaddress1',
              newValue: 'ada@agency.gov',
              occurredDateTime: '2026-11-20T10:00:00Z',
            },
          ],
        },
      },
      errors: ['SyncJobNotFound'],
    }),
    post: operation({
      operationId: 'AddSyncItems',
      summary: 'Add items to an open sync job',
      description:
        'Adds up to 20,000 updates to an open job as one part of up to 1,000. Parts may come in any order; their items are handled in the order of the part numbers. A part sent again is added once.',

      parameters: [shared('JobId'), body('The part.', ref('AddSyncItemsRequest'))],
      success: {
        status: 201,
        description: 'What was added. A repeated part gets the same answer.',
        schema: ref('SyncJobPart'),
        example: { jobId: exampleId, partNumber: 1, items: 3, received: 3 },
      },
      errors: [
        'UnknownTable',
        'ProtectedTable',
        'TooManyTables',
        'SyncJobNotFound',
        'SyncJobNotOpen',
        'SyncJobPartReused',
      ],
    }),
  },
}
