export type Json = Readonly<Record<string, unknown>>

/** A schema of a definition, its references replaced. */
export interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly 'x-ms-notification-url'?: boolean
  readonly 'x-ms-dynamic-values'?: DynamicValues
  readonly 'x-ms-dynamic-list'?: DynamicList
  readonly 'x-ms-dynamic-schema'?: DynamicSchema
  readonly 'x-ms-dynamic-properties'?: DynamicProperties
}

type Arguments = Readonly<Record<string, unknown>>

/** The older of two ways to say it; its parameters are `{ "parameter": name }` or values. */
export interface DynamicValues {
  readonly operationId: string
  readonly 'value-collection'?: string
  readonly 'value-path': string
  readonly 'value-title'?: string
  readonly parameters?: Arguments
}

/** The newer one; its parameters are `{ "parameterReference": path }` or `{ "value": ... }`. */
export interface DynamicList {
  readonly operationId: string
  readonly itemsPath?: string
  readonly itemValuePath: string
  readonly itemTitlePath?: string
  readonly parameters?: Arguments
}

export interface DynamicSchema {
  readonly operationId: string
  readonly 'value-path'?: string
  readonly parameters?: Arguments
}

export interface DynamicProperties {
  readonly operationId: string
  readonly itemValuePath?: string
  readonly parameters?: Arguments
}

export interface Parameter extends Schema {
  readonly name: string
  readonly in: 'path' | 'query' | 'body' | 'header'
  readonly collectionFormat?: string
  readonly schema?: Schema
  readonly 'x-ms-url-encoding'?: 'single' | 'double'
  readonly 'x-ms-visibility'?: string
  readonly isRequired: boolean
}

export interface Operation {
  readonly operationId: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** Of the answer that succeeds; absent where it has none. */
  readonly answer: Schema | undefined
  /** What a webhook of this operation sends. */
  readonly notification: Schema | undefined
  readonly trigger: 'single' | 'batch' | undefined
  /** Not shown to makers. */
  readonly isInternal: boolean
  readonly nextLinkName: string | undefined
}

export interface Definition {
  readonly basePath: string
  readonly operations: ReadonlyMap<string, Operation>
}

interface SwaggerOperation {
  readonly operationId: string
  readonly parameters?: readonly (Omit<Parameter, 'isRequired'> & { readonly required?: boolean })[]
  readonly responses: Readonly<Record<string, { readonly schema?: Schema }>>
  readonly 'x-ms-trigger'?: 'single' | 'batch'
  readonly 'x-ms-visibility'?: string
  readonly 'x-ms-pageable'?: { readonly nextLinkName: string }
}

interface Swagger {
  readonly basePath: string
  readonly paths: Readonly<Record<string, Json>>
}

/** Reads a connector's Swagger 2.0 as the platform does when it is saved. */
export function readDefinition(text: string): Definition {
  const file = JSON.parse(text) as Json
  const { basePath, paths } = resolved(file, file) as Swagger
  const operations = Object.entries(paths).flatMap(([path, item]) => {
    const notification = item['x-ms-notification-content'] as
      { readonly schema: Schema } | undefined
    return Object.entries(item)
      .filter(([method]) => !method.startsWith('x-'))
      .map(([method, operation]) =>
        operationOf(method, path, operation as SwaggerOperation, notification?.schema),
      )
  })
  return { basePath, operations: new Map(operations.map((one) => [one.operationId, one])) }
}

function operationOf(
  method: string,
  path: string,
  operation: SwaggerOperation,
  notification: Schema | undefined,
): Operation {
  const { operationId, parameters = [], responses } = operation
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  return {
    operationId,
    method: method.toUpperCase(),
    path,
    parameters: parameters.map(({ required = false, ...rest }) => ({
      ...rest,
      isRequired: required,
    })),
    answer: answers.find(([, { schema }]) => schema)?.[1].schema,
    notification,
    trigger: operation['x-ms-trigger'],
    isInternal: operation['x-ms-visibility'] === 'internal',
    nextLinkName: operation['x-ms-pageable']?.nextLinkName,
  }
}

function resolved(node: unknown, file: Json): unknown {
  if (Array.isArray(node)) return node.map((entry) => resolved(entry, file))
  if (typeof node !== 'object' || node === null) return node
  const reference: unknown = '$ref' in node ? node.$ref : undefined
  if (typeof reference === 'string') {
    const target = reference
      .split('/')
      .slice(1)
      .reduce<unknown>((value, step) => (value as Json)[step], file)
    return resolved(target, file)
  }
  return Object.fromEntries(
    Object.entries(node).map(([name, entry]) => [name, resolved(entry, file)]),
  )
}

/** @throws Error naming the operation that is not there. */
export function operationNamed({ operations }: Definition, operationId: string): Operation {
  const operation = operations.get(operationId)
  if (!operation) throw new Error(`The definition has no operation ${operationId}.`)
  return operation
}
