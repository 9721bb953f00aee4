import type { Field } from '../../facts/fields.js'
import { shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, problem, rule } from '../../rule.js'

const extension = 'x-ms-notification-url'

export const urlInternal = rule(
  'NotificationUrlNotInternal',
  'The address that is notified, or what it is a part of, is internal.',
  (facts) =>
    each(inBody(facts.fields), ({ isInternal, path }) =>
      isInternal
        ? undefined
        : `${shown(path.join('/'))} is shown to people; expected "x-ms-visibility": "internal".`,
    ),
)

export const urlRequired = rule(
  'NotificationUrlNotRequired',
  'The address that is notified is required, and so is all it is a part of.',
  (facts) =>
    each(inBody(facts.fields), ({ isRequiredThroughout, path }) =>
      isRequiredThroughout
        ? undefined
        : `${shown(path.join('/'))} may be left out; expected it to be required, with all it is a part of.`,
    ),
)

export const urlString = rule(
  'NotificationUrlNotString',
  'The address that is notified is a text.',
  (facts) =>
    each(inBody(facts.fields), ({ node, path }) =>
      node['type'] === 'string'
        ? undefined
        : `${shown(path.join('/'))} is of the type ${shown(node['type'])}; expected "string".`,
    ),
)

export const urlPosition = rule(
  'NotificationUrlNotAllowedInThisPosition',
  'The address that is notified stands in a body.',
  ({ fields }) =>
    each(
      fields.filter((field) => field.node[extension] === true && !isInBody(field)),
      ({ operation, position }) =>
        `${operation.title} has ${shown(extension)} in its ${position}; expected it in the body that is sent to it.`,
    ),
)

export const contentGiven = rule(
  'OperationMustHaveNotificationContentExtension',
  'An operation that takes an address says what is sent there.',
  (facts) =>
    each(facts.operations, (operation) => {
      const urls = inBody(facts.fieldsOf(operation))
      return urls.length > 0 && !('x-ms-notification-content' in operation.item.node)
        ? `${operation.title} takes ${urls.length} addresses to notify, and its path has no "x-ms-notification-content"; expected one.`
        : undefined
    }),
)

export const urlGiven = rule(
  'WebhookOperationsMissingNotificationUrlProperty',
  'A webhook takes the address that it notifies.',
  (facts) =>
    each(facts.operations, (operation) =>
      operation.isWebhook && inBody(facts.fieldsOf(operation)).length === 0
        ? `The webhook ${operation.title} takes no address; expected a property with ${shown(extension)}.`
        : undefined,
    ),
)

export const subscriptionAnswers = rule(
  'WebhookSubscriptionMustAnswerCreated',
  'A webhook answers 201: the platform takes the address to delete from its Location.',
  ({ operations }) =>
    each(operations, ({ title, isWebhook, responses }) =>
      isWebhook && !responses.some(({ status }) => status === '201')
        ? `The webhook ${title} answers ${responses.map(({ status }) => status).join(', ')}; expected 201 among them.`
        : undefined,
    ),
)

export const batchProduces = rule(
  'BatchTriggerMustProduceArray',
  'A trigger of many events at once answers with a list, or with an object that has one.',
  ({ operations, fieldsOf }) =>
    operations.flatMap((operation) => {
      if (operation.node['x-ms-trigger'] !== 'batch') return []
      const produced = fieldsOf(operation).filter(
        ({ position, path }) => position !== 'input' && path.length < 2,
      )
      return produced.length === 0 || produced.some(({ node }) => node['type'] === 'array')
        ? []
        : [
            problem(
              at(operation.place, 'x-ms-trigger'),
              `${operation.title} is a batch trigger and its answer has no list; expected one.`,
            ),
          ]
    }),
)

function inBody(fields: readonly Field[]): readonly Field[] {
  return fields.filter((field) => field.node[extension] === true && isInBody(field))
}

function isInBody({ position, operation, path }: Field): boolean {
  const [name] = path
  const body = operation.parameters.find(({ in: where }) => where === 'body')
  return position === 'input' && name !== undefined && textOf(body?.node['name']) === name
}
