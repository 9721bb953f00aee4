import type { Facts } from '../../facts/facts.js'
import { listOf, shown, textOf, textsOf } from '../../facts/json.js'
import type { Operation } from '../../facts/operations.js'
import { at } from '../../facts/place.js'
import { each, rule } from '../../rule.js'

const supported = [
  'application/json',
  'text/plain',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
]
const forms = ['multipart/form-data', 'application/x-www-form-urlencoded']

export const consumesGiven = rule(
  'ConsumesMissing',
  'An operation with a body says in which form it takes it.',
  ({ operations, root }) =>
    each(operations, (operation) =>
      contentOf(operation) !== undefined && consumed(operation, root.node['consumes']).length === 0
        ? `${operation.title} has a body and says no "consumes"; expected one of ${supported.join(', ')}.`
        : undefined,
    ),
)

export const mimeTypesValid = rule('MimeTypeNotValid', 'Every MIME type is one.', (facts) =>
  each(mimeTypes(facts), ({ value }) =>
    isMimeType(value)
      ? undefined
      : `${shown(value)} is no MIME type; expected one of ${supported.join(', ')}.`,
  ),
)

export const mimeTypesSupported = rule(
  'MimeTypeNotSupported',
  'Every MIME type is one that the platform handles.',
  (facts) =>
    each(mimeTypes(facts), ({ value }) => {
      const [type] = (textOf(value) ?? '').split(';')
      return !isMimeType(value) || supported.includes(type ?? '')
        ? undefined
        : `The MIME type ${shown(value)} is not supported; expected one of ${supported.join(', ')}.`
    }),
)

export const mimeTypesFit = rule(
  'MimeTypeNotCompatibleWithRequestContentSchemaType',
  'A form is sent as a form, a body as anything else.',
  ({ operations, root }) =>
    each(operations, (operation) => {
      const types = consumed(operation, root.node['consumes'])
      const content = contentOf(operation)
      if (content === undefined || types.length === 0) return undefined
      return types.some((type) => forms.includes(type) === (content === 'formData'))
        ? undefined
        : `${operation.title} takes ${types.join(', ')}, which does not fit its ${content} parameters; expected ${content === 'body' ? 'application/json' : 'multipart/form-data'}.`
    }),
)

export const binaryInForms = rule(
  'StringBinaryNotSupportedForFormUrlEncoded',
  'Binary values are not sent URL encoded.',
  ({ operations, root }) =>
    each(operations, (operation) => {
      const urlEncoded = consumed(operation, root.node['consumes']).includes(
        'application/x-www-form-urlencoded',
      )
      const binary = operation.parameters.filter(
        ({ in: where, node }) => where === 'formData' && node['format'] === 'binary',
      )
      return urlEncoded && binary.length > 0
        ? `${operation.title} takes ${binary.map(({ name }) => shown(name)).join(', ')} as binary, URL encoded; expected multipart/form-data.`
        : undefined
    }),
)

function mimeTypes({ root, operations }: Facts) {
  return [root, ...operations].flatMap(({ node, place }) =>
    ['consumes', 'produces'].flatMap((name) =>
      listOf(node[name]).map((value, index) => ({ value, place: at(place, name, index) })),
    ),
  )
}

function isMimeType(value: unknown): boolean {
  return /^[\w.+*-]+\/[\w.+*-]+(;.*)?$/.test(textOf(value) ?? '')
}

function consumed({ node }: Operation, byAll: unknown): readonly string[] {
  return textsOf(node['consumes'] ?? byAll).filter(isMimeType)
}

function contentOf({ parameters }: Operation): 'body' | 'formData' | undefined {
  const places = parameters.map(({ in: where }) => where)
  // Both at once is the matter of a rule of its own.
  if (places.includes('body')) return places.includes('formData') ? undefined : 'body'
  return places.includes('formData') ? 'formData' : undefined
}
