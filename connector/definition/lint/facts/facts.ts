import { definitionName, propertiesName } from '../connector-files.js'
import type { ConnectorFiles } from '../connector-files.js'
import { dynamicCallsOf } from './dynamic-calls.js'
import type { DynamicCall } from './dynamic-calls.js'
import { fieldsOf } from './fields.js'
import type { Field } from './fields.js'
import { nodeOf } from './json.js'
import { operationsOf, pathItemsOf } from './operations.js'
import type { Operation, PathItem } from './operations.js'
import { sharedParameters } from './parameters.js'
import type { Parameter } from './parameters.js'
import { at, startOf } from './place.js'
import { resolver } from './references.js'
import type { Located, Resolve } from './references.js'
import { schemasOf } from './schemas.js'
import type { Schema } from './schemas.js'
import { textsIn } from './texts.js'
import type { Text } from './texts.js'

/** What the rules ask about a connector, read once. */
export interface Facts {
  readonly files: ConnectorFiles
  readonly root: Located
  readonly info: Located
  readonly resolve: Resolve
  readonly items: readonly PathItem[]
  readonly operations: readonly Operation[]
  readonly operation: (id: string) => Operation | undefined
  /** Every parameter, each once, where it is declared. */
  readonly parameters: readonly Parameter[]
  /** Every schema where it is written. */
  readonly schemas: readonly Schema[]
  /** What all operations take and give, references followed. */
  readonly fields: readonly Field[]
  /** What one operation takes and gives. */
  readonly fieldsOf: (operation: Operation | undefined) => readonly Field[]
  readonly texts: readonly Text[]
  readonly dynamicCalls: readonly DynamicCall[]
  /** `properties` of apiProperties.json; undefined where the file is not given. */
  readonly properties: Located | undefined
}

/** Never throws: what is not there, or not what it should be, is left out. */
export function factsOf(files: ConnectorFiles): Facts {
  const root: Located = { node: nodeOf(files.definition), place: startOf(definitionName) }
  const resolve = resolver(root)
  const items = pathItemsOf(root, resolve)
  const operations = operationsOf(items, resolve)
  const declared = [
    ...sharedParameters(root),
    ...items.flatMap(({ parameters }) => parameters),
    ...operations.flatMap(({ parameters }) => parameters),
  ]
  const parameters = [...new Map(declared.map((entry) => [entry.node, entry])).values()]
  const schemas = schemasOf({ root, items, operations, parameters })
  const fieldsOfAll = new Map(
    operations.map((operation) => [operation, fieldsOf(operation, resolve)] as const),
  )
  const fields = [...fieldsOfAll.values()].flat()
  return {
    files,
    root,
    info: { node: nodeOf(root.node['info']), place: at(root.place, 'info') },
    resolve,
    items,
    operations,
    operation: (id) => operations.find((operation) => operation.id === id),
    parameters,
    schemas,
    fields,
    fieldsOf: (operation) => (operation && fieldsOfAll.get(operation)) ?? [],
    texts: textsIn({ root, operations, parameters, schemas }),
    dynamicCalls: dynamicCallsOf(fields),
    properties: propertiesOf(files),
  }
}

function propertiesOf({ properties }: ConnectorFiles): Located | undefined {
  if (properties === undefined) return undefined
  return {
    node: nodeOf(nodeOf(properties)['properties']),
    place: at(startOf(propertiesName), 'properties'),
  }
}
