import { operation } from '../operation.js'
import { body, query } from '../parameters.js'
import { exampleId, guid, isRequired, ref, text } from '../schemas.js'
import type { Required } from '../schemas.js'
import type { Operation, Parameter, PathItem, Schema } from '../swagger.js'

export interface TriggerParts {
  /** For example `WhenSyncJobCompletes`; the others of the trigger are named after it. */
  readonly operationId: string
  /** For example `sync-job-completions`. */
  readonly path: string
  /** For example `a sync job completes`. */
  readonly happening: string
  readonly description: string
  readonly hint: string
  /** Name of the definition of one event; its list is named after it. */
  readonly event: string
  readonly example: object
  /** What chooses among events, in the query of a poll and in the body of a subscription. */
  readonly filters: Readonly<Record<string, Schema | Required>>
}

/**
 * The three paths of a trigger: subscriptions, which are told of each event; a poll, which sets the
 * state; and what the poll's answer leads to, which needs no more than its address. Each address that
 * an answer names is known to nobody else, and the platform calls it without a token.
 */
export function triggerPaths(parts: TriggerParts): Readonly<Record<string, PathItem>> {
  const { path, event } = parts
  return {
    [`/${path}-subscriptions`]: {
      'x-ms-notification-content': {
        description: `What is sent when ${parts.happening}.`,
        schema: ref(event),
      },
      post: subscribing(parts),
      delete: unsubscribing(parts),
    },
    [`/${path}`]: { get: polling(parts) },
    [`/${path}-states`]: { get: goingOn(parts) },
  }
}

/** The name of the definition of a subscription's body. */
export function requestOf(event: string): string {
  return `${event}Subscription`
}

function subscribing({
  operationId,
  happening,
  description,
  hint,
  event,
}: TriggerParts): Operation {
  return {
    ...operation({
      operationId,
      summary: `When ${happening}`,
      description,
      parameters: [body('What to be told of, and where.', ref(requestOf(event)))],
      success: {
        status: 201,
        description: 'The subscription. Its address is in the Location header.',
        schema: ref('Subscription'),
        example: {
          subscriptionId: exampleId,
          expiresOn: '2027-05-20T10:00:00Z',
          signingKey: 'bm90LWEtcmVhbC1rZXktYnV0LWFzLWxvbmctYXMtb25l',
        },
      },
      errors: ['CallbackRefused'],
    }),
    'x-ms-trigger': 'single',
    'x-ms-trigger-hint': hint,
  }
}

function unsubscribing({ operationId, happening }: TriggerParts): Operation {
  return operation({
    operationId: `Stop${operationId}`,
    summary: `Stop telling when ${happening}`,
    description:
      'Takes a subscription back. Its address, which is all that is asked for, holds both.',
    'x-ms-visibility': 'internal',
    parameters: [
      query('subscriptionId', guid('Subscription ID', 'Id of the subscription, a GUID.'), {
        required: true,
      }),
      query(
        'secret',
        text('Secret', 'What the address of the subscription holds besides.', {
          minLength: 1,
          maxLength: 100,
          example: 'bm90LWEtcmVhbC1zZWNyZXQtYnV0LWFzLWxvbmctYXM',
        }),
        { required: true },
      ),
    ],
    success: {
      description: 'The subscription is taken back, now or before.',
      schema: ref('SubscriptionEnd'),
      example: { subscriptionId: exampleId, isEnded: true },
    },
    errors: ['SubscriptionNotFound'],
  })
}

function polling({ operationId, happening, description, hint, ...parts }: TriggerParts): Operation {
  return {
    ...polled(
      `${operationId}Polled`,
      `When ${happening} (checked at intervals)`,
      description.replace(/\.$/, ', by looking for it at intervals.'),
      Object.entries(parts.filters).map(([name, schema]) => filterParameter(name, schema)),
      parts,
    ),
    'x-ms-visibility': 'advanced',
    'x-ms-trigger': 'batch',
    'x-ms-trigger-hint': hint,
  }
}

function goingOn({ operationId, happening, ...parts }: TriggerParts): Operation {
  return {
    ...polled(
      `${operationId}Next`,
      `Next time ${happening}`,
      'Goes on where the look before ended. Its address, which is all that is asked for, says where.',
      [triggerState],
      parts,
    ),
    'x-ms-visibility': 'internal',
  }
}

function filterParameter(name: string, schema: Schema | Required): Parameter {
  return isRequired(schema) ? query(name, schema.required, { required: true }) : query(name, schema)
}

function polled(
  operationId: string,
  summary: string,
  description: string,
  parameters: readonly Parameter[],
  { event, example }: Pick<TriggerParts, 'event' | 'example'>,
): Operation {
  const { responses, ...rest } = operation({
    operationId,
    summary,
    description,
    parameters,
    success: {
      description: 'What is new since the look before, and where to go on.',
      schema: ref(`${event}List`),
      example: { value: [example] },
    },
    errors: parameters.includes(triggerState) ? ['InvalidTriggerState'] : [],
  })
  const accepted = {
    description: 'Nothing is new. The Location header tells where to look next.',
  }
  return { ...rest, responses: { ...responses, 202: accepted } }
}

const triggerState: Parameter = query(
  'triggerState',
  text('Trigger State', 'How far the trigger is, as the Location of the look before names it.', {
    visibility: 'advanced',
    minLength: 1,
    maxLength: 12_000,
    example: 'WzE3OTU.c2lnbmF0dXJl',
  }),
  { required: true },
)
