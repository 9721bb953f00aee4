import { listOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { problem, rule } from '../../rule.js'

export const publisher = rule(
  'PublisherMissing',
  'The connector says who publishes it and who owns what is behind it.',
  ({ properties }) =>
    ['publisher', 'stackOwner'].flatMap((name) => {
      const value = properties?.node[name]
      return !properties || /^[A-Za-z0-9][A-Za-z0-9 .,&'()-]*$/.test(textOf(value) ?? '')
        ? []
        : [
            problem(
              at(properties.place, name),
              `The ${name} is ${shown(value)}; expected a name of letters and digits.`,
            ),
          ]
    }),
)

const reserved = ['#ffffff', '#007ee5']

export const brandColor = rule(
  'IconBrandColorNotValid',
  'The brand colour is a colour, and neither white nor that of unfinished connectors.',
  ({ properties }) => {
    const color = properties?.node['iconBrandColor']
    const text = (textOf(color) ?? '').toLowerCase()
    return !properties || (/^#[0-9a-f]{6}$/.test(text) && !reserved.includes(text))
      ? []
      : [
          problem(
            at(properties.place, 'iconBrandColor'),
            `The brand colour is ${shown(color)}; expected one like #1d5c63, other than ${reserved.join(' and ')}.`,
          ),
        ]
  },
)

const capabilities = ['actions', 'triggers', 'gateway', 'cloud', 'blob', 'tabular', 'composite']

export const capabilitiesKnown = rule(
  'CapabilityNotKnown',
  'Capabilities are those that the platform knows.',
  ({ properties }) =>
    properties
      ? listOf(properties.node['capabilities'])
          .filter((name) => !capabilities.includes(textOf(name) ?? ''))
          .map((name) =>
            problem(
              at(properties.place, 'capabilities'),
              `${shown(name)} is no capability; expected one of ${capabilities.join(', ')}.`,
            ),
          )
      : [],
)

export const scriptOperations = rule(
  'ScriptOperationNotFound',
  'Each operation that a script handles is there.',
  ({ properties, operation }) =>
    properties
      ? listOf(properties.node['scriptOperations'])
          .filter((id) => !operation(textOf(id) ?? ''))
          .map((id) =>
            problem(
              at(properties.place, 'scriptOperations'),
              `The script handles ${shown(id)}; expected the operationId of an operation.`,
            ),
          )
      : [],
)
