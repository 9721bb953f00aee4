import { nodeOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, rule } from '../../rule.js'
import type { Facts } from '../../facts/facts.js'
import type { Operation } from '../../facts/operations.js'

const extension = 'x-ms-notification'

export const notWebhook = rule(
  'NotificationExtensionNotSupportedInWebhookOperation',
  'A webhook names no other webhook.',
  (facts) =>
    each(fetching(facts), ({ operation }) =>
      operation.isWebhook
        ? `${operation.title} is a webhook and has ${shown(extension)}; expected none.`
        : undefined,
    ),
)

export const onlyTriggers = rule(
  'NotificationExtensionSupportedForTriggerOnly',
  'Only triggers name a webhook.',
  (facts) =>
    each(fetching(facts), ({ operation }) =>
      operation.isTrigger
        ? undefined
        : `${operation.title} has ${shown(extension)} and is no trigger; expected "x-ms-trigger".`,
    ),
)

export const namesWebhook = rule(
  'NotificationOperationMustBeWebhook',
  'What a trigger names is a webhook.',
  (facts) =>
    each(fetching(facts), ({ operation, webhook }) =>
      webhook && !webhook.isWebhook
        ? `${operation.title} names ${webhook.title}, which is no webhook; expected one.`
        : undefined,
    ),
)

export const sameParameters = rule(
  'ParamtersWithSameNameMustHaveSameTypeAndVisibility',
  'Parameters that a trigger and its webhook share have one type and one visibility.',
  (facts) =>
    each(fetching(facts), ({ operation, webhook }) => {
      const differing = operation.parameters.filter((one) =>
        webhook?.parameters.some(
          (other) =>
            other.name === one.name &&
            ['type', 'x-ms-visibility'].some((key) => one.node[key] !== other.node[key]),
        ),
      )
      return differing.length > 0
        ? `${operation.title} and ${webhook?.title ?? ''} differ in type or visibility of ${differing.map(({ name }) => shown(name)).join(', ')}; expected the same.`
        : undefined
    }),
)

/** The operations that name a webhook, and the webhook. */
function fetching({ operations, operation: named }: Facts) {
  return operations
    .filter(({ node }) => extension in node)
    .map((operation: Operation) => ({
      operation,
      place: at(operation.place, extension),
      webhook: named(textOf(nodeOf(operation.node[extension])['operationId']) ?? ''),
    }))
}
