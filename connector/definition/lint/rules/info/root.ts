import { duplicates, listOf, nodeOf, shown, textOf, textsOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { problem, rule } from '../../rule.js'

export const specificationVersion = rule(
  'SpecificationVersionIncorrect',
  'The definition is of Swagger 2.0.',
  ({ root }) =>
    root.node['swagger'] === '2.0'
      ? []
      : [
          problem(
            at(root.place, 'swagger'),
            `The version is ${shown(root.node['swagger'])}; expected "2.0".`,
          ),
        ],
)

export const hostName = rule(
  'HostNameNotValid',
  'The host is the name of a host, without scheme and path.',
  ({ root }) => {
    const host = root.node['host']
    return host === undefined || /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/i.test(textOf(host) ?? '')
      ? []
      : [
          problem(
            at(root.place, 'host'),
            `The host is ${shown(host)}; expected one like api.example.com.`,
          ),
        ]
  },
)

const testHost =
  /^(localhost|.*\.local|[\d.]+|(.*[.-])?(dev|test|staging|stage|qa|uat|sandbox)[.-].*)(:\d+)?$/i

export const productionHost = rule(
  'HostMustBeProduction',
  'The host is that of production.',
  ({ root }) => {
    const host = textOf(root.node['host']) ?? ''
    return testHost.test(host)
      ? [
          problem(
            at(root.place, 'host'),
            `The host ${shown(host)} is one for trying out; expected the host of production.`,
          ),
        ]
      : []
  },
)

export const basePath = rule(
  'BasePathNotValid',
  'The base path starts with a slash.',
  ({ root }) => {
    const path = root.node['basePath']
    return path === undefined || /^\/[^?#]*$/.test(textOf(path) ?? '')
      ? []
      : [
          problem(
            at(root.place, 'basePath'),
            `The base path is ${shown(path)}; expected one that starts with "/".`,
          ),
        ]
  },
)

export const schemesGiven = rule(
  'SchemesArrayEmpty',
  'The definition names at least one scheme.',
  ({ root }) =>
    'schemes' in root.node && listOf(root.node['schemes']).length === 0
      ? [
          problem(
            at(root.place, 'schemes'),
            `The schemes are ${shown(root.node['schemes'])}; expected ["https"].`,
          ),
        ]
      : [],
)

export const schemesKnown = rule('SchemeNotValid', 'Schemes are http or https.', ({ root }) =>
  listOf(root.node['schemes']).flatMap((scheme, index) =>
    ['http', 'https', 'ws', 'wss'].includes(textOf(scheme) ?? '')
      ? []
      : [
          problem(
            at(root.place, 'schemes', index),
            `${shown(scheme)} is no scheme; expected "https".`,
          ),
        ],
  ),
)

export const schemesSupported = rule(
  'SchemeNotSupported',
  'Schemes are not those of web sockets.',
  ({ root }) =>
    textsOf(root.node['schemes']).flatMap((scheme) =>
      /^wss?$/.test(scheme)
        ? [
            problem(
              at(root.place, 'schemes'),
              `The scheme ${shown(scheme)} is not supported; expected "https".`,
            ),
          ]
        : [],
    ),
)

export const tagsOnce = rule('TagRedefined', 'Each tag is declared once.', ({ root }) =>
  duplicates(listOf(root.node['tags']).map((tag) => nodeOf(tag)['name'])).map((name) =>
    problem(
      at(root.place, 'tags'),
      `The tag ${shown(name)} is declared more than once; expected it once.`,
    ),
  ),
)
