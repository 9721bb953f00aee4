import { duplicates, isOfType, jsonType, listOf, nodeOf, shown, textOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, rule } from '../../rule.js'

export const arraysTyped = rule(
  'ArrayHasNoItems',
  'A list says what its entries are.',
  ({ schemas }) =>
    each(schemas, ({ node }) =>
      node['type'] === 'array' && !('items' in node)
        ? 'The type is "array" and there are no "items"; expected a schema of the entries.'
        : undefined,
    ),
)

export const noDuplicates = rule(
  'ArrayDuplicateValue',
  'Lists have each value once.',
  ({ schemas, operations, root }) =>
    [
      ...schemas.map((owner) => ({ owner, keywords: ['enum', 'required'] })),
      ...[root, ...operations].map((owner) => ({
        owner,
        keywords: ['consumes', 'produces', 'schemes', 'security'],
      })),
    ].flatMap(({ owner, keywords }) =>
      each(
        keywords.map((keyword) => ({
          keyword,
          twice: duplicates(listOf(owner.node[keyword])),
          place: at(owner.place, keyword),
        })),
        ({ keyword, twice }) =>
          twice.length > 0
            ? `${shown(keyword)} has ${twice.map(shown).join(', ')} more than once; expected it once.`
            : undefined,
      ),
    ),
)

export const defaultsTyped = rule(
  'DefaultValueMustMatchType',
  'A default is of the type of its schema.',
  ({ schemas }) =>
    each(
      schemas.filter(({ node }) => 'default' in node),
      ({ node }) => {
        const type = textOf(node['type'])
        return type === undefined || isOfType(node['default'], type)
          ? undefined
          : `The default ${shown(node['default'])} is of type ${jsonType(node['default'])}; expected ${type}.`
      },
    ),
)

const typeNames = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'file', 'null']

export const knownValues = rule(
  'JsonValueNotInEnum',
  'Keywords that take one of a few values have one of them.',
  ({ schemas, parameters, operations }) =>
    [
      ...schemas.map((owner) => ({ owner, keyword: 'type', known: typeNames })),
      ...[...schemas, ...operations, ...parameters.filter((one) => one.in === 'body')].map(
        (owner) => ({
          owner,
          keyword: 'x-ms-visibility',
          known: ['important', 'advanced', 'internal'],
        }),
      ),
      ...parameters.flatMap((owner) => [
        { owner, keyword: 'in', known: ['path', 'query', 'header', 'body', 'formData'] },
        { owner, keyword: 'x-ms-url-encoding', known: ['single', 'double'] },
      ]),
      ...operations.map((owner) => ({
        owner,
        keyword: 'x-ms-trigger',
        known: ['single', 'batch'],
      })),
    ].flatMap(({ owner, keyword, known }) => {
      const value = textOf(owner.node[keyword])
      return each([{ place: at(owner.place, keyword) }], () =>
        value === undefined || known.includes(value)
          ? undefined
          : `${shown(keyword)} is ${shown(value)}; expected one of ${known.join(', ')}.`,
      )
    }),
)

const formats = [
  'int32',
  'int64',
  'float',
  'double',
  'byte',
  'binary',
  'date',
  'date-time',
  'password',
  'date-no-tz',
  'email',
  'html',
  'uri',
  'uuid',
]

export const formatsKnown = rule(
  'UnrecognizedTypeFormat',
  'Formats are those that the platform knows.',
  ({ schemas }) =>
    each(schemas, ({ node }) => {
      const format = textOf(node['format'])
      return format === undefined || formats.includes(format)
        ? undefined
        : `The format is ${shown(format)}; expected one of ${formats.join(', ')}.`
    }),
)

export const binaryOnTop = rule(
  'InvalidStringBinaryProperty',
  'Binary values are whole bodies or parameters of forms.',
  ({ schemas }) =>
    each(schemas, ({ node, root, isTop }) =>
      node['type'] === 'string' &&
      node['format'] === 'binary' &&
      !(isTop && ['body', 'parameter', 'response', 'definition'].includes(root))
        ? 'A part of a schema is of string/binary; expected it at the top, or "byte".'
        : undefined,
    ),
)

export const fileType = rule(
  'SchemaTypeFileNotValid',
  'Files are parameters of forms and whole answers.',
  ({ schemas }) =>
    each(schemas, ({ node, root, isTop }) =>
      node['type'] === 'file' && !(isTop && (root === 'response' || root === 'parameter'))
        ? 'A schema is of the type "file"; expected that of a form parameter or a whole answer alone.'
        : undefined,
    ),
)

export const discriminators = rule(
  'DiscriminatorMustBeARequiredStringProperty',
  'What tells kinds apart is a required text.',
  ({ schemas }) =>
    each(
      schemas.filter(({ node }) => 'discriminator' in node),
      ({ node }) => {
        const name = textOf(node['discriminator']) ?? ''
        const isText = nodeOf(nodeOf(node['properties'])[name])['type'] === 'string'
        return isText && listOf(node['required']).includes(name)
          ? undefined
          : `The discriminator is ${shown(node['discriminator'])}; expected the name of a required text.`
      },
    ),
)

export const dictionaries = rule(
  'InvalidCustomEditorExtensionDictionaryValue',
  'Only objects with free properties are edited as dictionaries.',
  ({ schemas }) =>
    each(schemas, ({ node }) =>
      node['x-ms-editor'] === 'dictionary' &&
      (node['type'] !== 'object' || node['additionalProperties'] === false)
        ? '"x-ms-editor" is "dictionary"; expected it at an object that takes additional properties.'
        : undefined,
    ),
)
