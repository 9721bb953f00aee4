import type { Facts } from '../../facts/facts.js'
import { nodesOf } from '../../facts/json.js'
import { at } from '../../facts/place.js'
import type { Located, Resolve } from '../../facts/references.js'
import { childrenOf } from '../../facts/schemas.js'
import { limits } from '../../limits.js'
import { each, problem, rule } from '../../rule.js'

export const operationCount = rule(
  'TotalOperationsCountExceedsMaxAllowed',
  'A connector has no more operations than the platform takes.',
  ({ operations, root }) =>
    operations.length > limits.operations
      ? [
          problem(
            at(root.place, 'paths'),
            `There are ${operations.length} operations; expected at most ${limits.operations}.`,
          ),
        ]
      : [],
)

export const schemaCount = rule(
  'TotalSchemaCountExceedsMaxAllowed',
  'A definition has no more schemas than the platform takes.',
  ({ schemas, root }) =>
    schemas.length > limits.schemas
      ? [
          problem(
            root.place,
            `There are ${schemas.length} schemas; expected at most ${limits.schemas}.`,
          ),
        ]
      : [],
)

export const operationSchemaCount = rule(
  'OperationSchemaCountExceedsMaxAllowed',
  'No operation has more fields than the platform takes.',
  ({ operations, fieldsOf }) =>
    each(operations, (operation) => {
      const count = fieldsOf(operation).length
      return count > limits.schemasOfOneOperation
        ? `${operation.title} has ${count} schemas; expected at most ${limits.schemasOfOneOperation}.`
        : undefined
    }),
)

export const bodySchemaCount = rule(
  'BodySchemaCountExceedsMaxAllowed',
  'No body or definition has more schemas than the platform takes.',
  (facts) =>
    each(wholes(facts), (schema) => {
      const count = countOf(schema, facts.resolve, [])
      return count > limits.schemasOfOneBody
        ? `It has ${count} schemas, what it refers to included; expected at most ${limits.schemasOfOneBody}.`
        : undefined
    }),
)

export const schemaDepth = rule(
  'SchemaTooDeep',
  'Schemas are not nested deeper than the platform takes.',
  (facts) =>
    each(wholes(facts), (schema) =>
      depthOf(schema, facts.resolve, []) > limits.schemaDepth
        ? `It is nested deeper than expected: at most ${limits.schemaDepth} schemas, what it refers to included.`
        : undefined,
    ),
)

/** The definitions, and the schemas of bodies and answers that are written out in their place. */
function wholes({ root, schemas }: Facts): readonly Located[] {
  return [
    ...nodesOf(root.node['definitions']).map(([name, node]) => ({
      node,
      place: at(root.place, 'definitions', name),
    })),
    ...schemas.filter(
      ({ isTop, root: kind, node }) =>
        isTop && !('$ref' in node) && ['body', 'response', 'notification'].includes(kind),
    ),
  ]
}

/** Counts no further than one beyond the limit: a schema may be far larger than anybody can wait for. */
function countOf(schema: Located, resolve: Resolve, above: readonly object[]): number {
  const found = resolve(schema)
  if (!found || above.includes(found.node)) return 0
  let count = 1
  for (const child of childrenOf(found)) {
    if (count > limits.schemasOfOneBody) return count
    count += countOf(child, resolve, [...above, found.node])
  }
  return count
}

function depthOf(schema: Located, resolve: Resolve, above: readonly object[]): number {
  const found = resolve(schema)
  if (!found || above.includes(found.node)) return 0
  if (above.length > limits.schemaDepth) return 1
  const deeper = childrenOf(found).map((child) => depthOf(child, resolve, [...above, found.node]))
  return 1 + Math.max(0, ...deeper)
}
