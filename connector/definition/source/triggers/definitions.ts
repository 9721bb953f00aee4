import { sourceSystemKey } from '../fields.js'
import { dateTime, flag, guid, list, object, ref, required, text } from '../schemas.js'
import type { Required } from '../schemas.js'
import type { Schema } from '../swagger.js'
import { requestOf } from './trigger.js'
import { triggers } from './triggers.js'

const advanced = { visibility: 'advanced' } as const

/** What each event holds besides its own id and time, by the name of its definition. */
const contents: Readonly<Record<string, Readonly<Record<string, Schema | Required>>>> = {
  SyncJobEvent: { syncJob: required(ref('SyncJob')) },
  PendingEntryEvent: { ledgerEntry: required(ref('LedgerEntry')) },
  DecidedEntryEvent: { ledgerEntry: required(ref('LedgerEntry')) },
  SourceValueEvent: {
    syncJobId: required(
      guid('Sync Job ID', 'Id of the outbound job that the value is in, a GUID.', advanced),
    ),
    sourceSystemKey: required(sourceSystemKey('The source system that the value is for.')),
    syncItem: required(ref('SyncItem')),
  },
}

export const triggerDefinitions: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(
    triggers.flatMap(({ event, happening, filters }): [string, Schema][] => [
      [event, eventSchema(event, happening)],
      [
        `${event}List`,
        object('Events', `What is new since ${happening} before.`, {
          value: required(list('Value', 'The events, oldest first.', ref(event))),
        }),
      ],
      [requestOf(event), requestSchema(happening, filters)],
    ]),
  ),

  Subscription: object('Subscription', 'A subscription that is in force.', {
    subscriptionId: required(guid('Subscription ID', 'Id of the subscription, a GUID.', advanced)),
    expiresOn: required(
      dateTime(
        'Expires On',
        'Until when the subscription holds. Every event that arrives, and asking for the same again, renews it.',
        { ...advanced, example: '2027-05-20T10:00:00Z' },
      ),
    ),
    signingKey: required(
      text(
        'Signing Key',
        'What the header x-integration-signature of each event is made with. Keep it to yourself.',
        { ...advanced, example: 'bm90LWEtcmVhbC1rZXktYnV0LWFzLWxvbmctYXMtb25l' },
      ),
    ),
  }),

  SubscriptionEnd: object('Subscription End', 'A subscription that is taken back.', {
    subscriptionId: required(guid('Subscription ID', 'Id of the subscription, a GUID.', advanced)),
    isEnded: required(
      flag('Is Ended', 'Always yes: nothing more is sent.', { ...advanced, example: true }),
    ),
  }),
}

function eventSchema(event: string, happening: string): Schema {
  return object('Event', `What is told when ${happening}.`, {
    eventId: required(
      guid('Event ID', 'Id of the event, a GUID: the same if the event is sent again.', advanced),
    ),
    occurredDateTime: required(
      dateTime('Occurred Date Time', 'When it happened.', { example: '2026-11-21T10:00:02Z' }),
    ),
    isShortened: required(
      flag('Is Shortened', 'Whether texts of over 4,000 characters were cut to that length.', {
        ...advanced,
        example: false,
      }),
    ),
    ...contents[event],
  })
}

function requestSchema(
  happening: string,
  filters: Readonly<Record<string, Schema | Required>>,
): Schema {
  return object('Subscription', `Which events are meant, and where to tell when ${happening}.`, {
    callbackUrl: required({
      ...text('Callback URL', 'Where events are sent: the address that the platform makes.', {
        visibility: 'internal',
        minLength: 1,
        maxLength: 4000,
        example: 'https://prod-00.westus.logic.azure.com/workflows/1/triggers/2/versions/3/run',
      }),
      'x-ms-notification-url': true,
    }),
    ...filters,
  })
}
