import { shown } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, problem, rule } from '../../rule.js'

export const bodySchema = rule(
  'BodyParameterSchemaRequired',
  'A body has a schema.',
  ({ parameters }) =>
    each(parameters, ({ in: where, name, node }) =>
      where === 'body' && !('schema' in node)
        ? `The body ${shown(name)} has no schema; expected one.`
        : undefined,
    ),
)

const ofSchema = ['type', 'format', 'items', 'enum', 'default', 'minimum', 'maximum', 'minLength']

export const bodyProperties = rule(
  'BodyParameterPropertyNotValid',
  'What a body is made of stands in its schema.',
  ({ parameters }) =>
    parameters
      .filter(({ in: where }) => where === 'body')
      .flatMap(({ name, node, place }) =>
        ofSchema
          .filter((keyword) => keyword in node)
          .map((keyword) =>
            problem(
              at(place, keyword),
              `The body ${shown(name)} has ${shown(keyword)}; expected it in the schema.`,
            ),
          ),
      ),
)

export const schemaOfBody = rule(
  'NonBodyParameterSchemaNotValid',
  'Only a body has a schema.',
  ({ parameters }) =>
    each(parameters, ({ in: where, name, node }) =>
      where !== 'body' && 'schema' in node
        ? `The ${where} parameter ${shown(name)} has a schema; expected a type.`
        : undefined,
    ),
)

export const files = rule(
  'FileParameterMustBeInFormData',
  'Files are parameters of forms.',
  ({ parameters }) =>
    each(parameters, ({ in: where, name, node }) =>
      node['type'] === 'file' && where !== 'formData'
        ? `The ${where} parameter ${shown(name)} is a file; expected it in formData.`
        : undefined,
    ),
)

export const emptyValues = rule(
  'AllowEmptyValueOnlyValidForQueryFormData',
  'Only parameters of queries and forms may be empty.',
  ({ parameters }) =>
    each(parameters, ({ in: where, name, node }) =>
      'allowEmptyValue' in node && where !== 'query' && where !== 'formData'
        ? `The ${where} parameter ${shown(name)} has "allowEmptyValue"; expected none.`
        : undefined,
    ),
)

export const collectionFormats = rule(
  'CollectionFormatValueNotSupported',
  'Lists are written in a form that the platform knows.',
  ({ parameters }) =>
    each(parameters, ({ in: where, name, node }) => {
      const format = node['collectionFormat']
      const known: readonly unknown[] = ['csv', 'ssv', 'tsv', 'pipes']
      const isMulti = format === 'multi' && (where === 'query' || where === 'formData')
      return format === undefined || known.includes(format) || isMulti
        ? undefined
        : `The ${where} parameter ${shown(name)} has the collectionFormat ${shown(format)}; expected "csv".`
    }),
)

export const internalParameters = rule(
  'PropertyMustBeRequired',
  'An internal parameter with a default is required: the designer leaves out one that is not.',
  ({ parameters }) =>
    each(parameters, ({ name, node, isInternal, isRequired }) =>
      isInternal && 'default' in node && !isRequired
        ? `The internal parameter ${shown(name)} has a default and is not required; expected "required": true.`
        : undefined,
    ),
)

export const internalDefault = rule(
  'InternalRequiredPropertyNeedsDefault',
  'What is required and internal has a default: nobody can fill it in.',
  ({ fields }) =>
    each(
      fields.filter(
        ({ position, isRequired, operation }) =>
          position === 'input' && isRequired && !operation.isInternal,
      ),
      ({ node, path }) =>
        node['x-ms-visibility'] === 'internal' &&
        !('default' in node) &&
        node['x-ms-notification-url'] !== true
          ? `${shown(path.join('/'))} is required and internal and has no default; expected one.`
          : undefined,
    ),
)
