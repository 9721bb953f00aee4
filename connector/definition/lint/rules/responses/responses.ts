import { nodeOf, shown, textsOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import { each, problem, rule } from '../../rule.js'

export const responseGiven = rule(
  'OperationMustHaveResponse',
  'Each operation has an answer.',
  ({ operations }) =>
    each(operations, ({ title, responses }) =>
      responses.length === 0 ? `${title} has no answer; expected one.` : undefined,
    ),
)

export const successGiven = rule(
  'OperationShouldHaveSuccessfulResponse',
  'Each operation has an answer that tells of success.',
  ({ operations }) =>
    each(operations, ({ title, responses }) =>
      responses.length > 0 && !responses.some(({ status }) => status.startsWith('2'))
        ? `${title} answers ${responses.map(({ status }) => status).join(', ')}; expected one of 200 to 299, too.`
        : undefined,
    ),
)

export const statusValid = rule(
  'ResponseMustBeDefaultOrHttpStatusCode',
  'Answers go by an HTTP status or by default.',
  ({ operations }) =>
    operations.flatMap(({ responses }) =>
      each(responses, ({ status }) =>
        /^([1-5]\d\d|default)$/.test(status)
          ? undefined
          : `${shown(status)} is no HTTP status; expected a number or "default".`,
      ),
    ),
)

export const oneSchema = rule(
  'OperationHasManyResponsesWithSchema',
  'One answer of an operation has a schema.',
  ({ operations }) =>
    each(operations, ({ title, responses }) => {
      const found = responses.filter(({ status, schema }) => schema && status !== 'default')
      return found.length > 1
        ? `${title} has schemas for ${found.map(({ status }) => status).join(', ')}; expected one schema.`
        : undefined
    }),
)

export const defaultPlain = rule(
  'DefaultResponseHasSchema',
  'The answer by default has no schema.',
  ({ operations }) =>
    operations.flatMap(({ title, responses }) =>
      each(responses, ({ status, schema }) =>
        status === 'default' && schema
          ? `The default answer of ${title} has a schema; expected none.`
          : undefined,
      ),
    ),
)

export const outputGiven = rule(
  'SchemaDefinitionSetIncorrectly',
  'An operation that people see has outputs: a schema at 200 or 201, or what is sent to a webhook.',
  ({ operations }) =>
    each(operations, ({ title, isInternal, isWebhook, responses }) => {
      const success = responses.some(({ status }) => status.startsWith('2'))
      const isSeen =
        isWebhook || responses.some(({ status, schema }) => /^20[01]$/.test(status) && schema)
      return isSeen || isInternal || !success
        ? undefined
        : `${title} has no schema at 200 or 201 and is not shown; expected one.`
    }),
)

export const schemaSaysSomething = rule(
  'ResponseSchemaEmpty',
  'The schema of an answer says what is in it, or where the designer finds out.',
  ({ operations }) =>
    operations.flatMap(({ title, responses }) =>
      responses.flatMap(({ status, schema }) =>
        schema && isEmpty(schema.node)
          ? [
              problem(
                schema.place,
                `The answer ${status} of ${title} has an empty schema; expected its properties.`,
              ),
            ]
          : [],
      ),
    ),
)

export const examplesProduced = rule(
  'ResponseExampleMustBeProducedByOperation',
  'Examples of answers are of a MIME type that the operation produces.',
  ({ operations, root }) =>
    operations.flatMap(({ title, node, responses }) => {
      const produced = textsOf(node['produces'] ?? root.node['produces'])
      return responses.flatMap((response) =>
        Object.keys(nodeOf(response.node['examples']))
          .filter((type) => !produced.includes(type))
          .map((type) =>
            problem(
              at(response.place, 'examples', type),
              `${title} has an example of ${shown(type)} which it does not produce; expected one of ${shown(produced)}.`,
            ),
          ),
      )
    }),
)

function isEmpty(node: Readonly<Record<string, unknown>>): boolean {
  const telling = ['$ref', 'properties', 'items', 'allOf', 'additionalProperties']
  const isDynamic = Object.keys(node).some((key) => key.startsWith('x-ms-dynamic-'))
  const isPlain =
    node['type'] !== undefined && node['type'] !== 'object' && node['type'] !== 'array'
  return !isDynamic && !isPlain && !telling.some((key) => key in node)
}
