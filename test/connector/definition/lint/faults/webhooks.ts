import { fault } from './fault.js'
import type { Edit, Fault } from './fault.js'

const item = 'paths > /parcel-watches'
const url = 'definitions > ParcelWatch > properties > callbackUrl'
const polled = 'paths > /parcel-changes > get'
const names = (operationId: string) => ({ operationId })
const fetching: Edit = [`${polled} > x-ms-notification`, names('WhenParcelChanges')]

/** Faults in webhooks and the triggers beside them. */
export const webhookFaults: readonly Fault[] = [
  fault('NotificationUrlNotInternal', [`${url} > x-ms-visibility`, 'important']),
  fault('NotificationUrlNotRequired', ['definitions > ParcelWatch > required', undefined]),
  fault('NotificationUrlNotString', [`${url} > type`, 'object']),
  fault('NotificationUrlNotAllowedInThisPosition', [
    'paths > /parcels/{parcelId} > get > parameters > 0 > x-ms-notification-url',
    true,
  ]),
  fault('NotificationUrlNotAllowedInThisPosition', [
    'definitions > Parcel > properties > parcelId > x-ms-notification-url',
    true,
  ]),
  fault(
    'OperationMustHaveNotificationContentExtension',
    [`${item} > x-ms-notification-content`, undefined],
    [`${item} > post > responses > 201 > schema`, { $ref: '#/definitions/Parcel' }],
  ),
  fault(
    'WebhookOperationsMissingNotificationUrlProperty',
    [`${url} > x-ms-notification-url`, undefined],
    [`${url} > x-ms-visibility`, 'important'],
  ),
  fault('WebhookSubscriptionMustAnswerCreated', [
    `${item} > post > responses`,
    { 200: { description: 'Watching.' } },
  ]),
  fault('BatchTriggerMustProduceArray', [
    `${polled} > responses > 200 > schema > $ref`,
    '#/definitions/Parcel',
  ]),
  fault('NotificationExtensionNotSupportedInWebhookOperation', [
    `${item} > post > x-ms-notification`,
    names('WhenParcelChanges'),
  ]),
  fault('NotificationExtensionSupportedForTriggerOnly', [
    'paths > /districts > get > x-ms-notification',
    names('WhenParcelChanges'),
  ]),
  fault('NotificationOperationMustBeWebhook', [
    `${polled} > x-ms-notification`,
    names('ListDistricts'),
  ]),
  fault(
    'ParamtersWithSameNameMustHaveSameTypeAndVisibility',
    fetching,
    [`${polled} > parameters > 0`, owner('string')],
    [`${item} > post > parameters > 1`, owner('integer')],
  ),
]

function owner(type: string) {
  return {
    name: 'owner',
    in: 'query',
    type,
    'x-ms-summary': 'Owner',
    description: 'Whose parcels.',
  }
}
