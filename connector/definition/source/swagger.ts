import type { Duty } from './duty.js'

/** The parts of Swagger 2.0, and of the platform's extensions to it, that the definition is made of. */
export type Visibility = 'important' | 'advanced' | 'internal'

export interface Schema {
  readonly $ref?: string
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object'
  readonly format?: 'uuid' | 'date-time' | 'int32' | 'double' | 'uri'
  readonly description?: string
  readonly 'x-ms-summary'?: string
  readonly 'x-ms-visibility'?: Visibility
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minProperties?: number
  readonly enum?: readonly string[]
  readonly 'x-ms-enum-values'?: readonly {
    readonly value: string
    readonly displayName: string
  }[]
  readonly default?: string | number | boolean
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly 'x-nullable'?: boolean
  readonly 'x-ms-notification-url'?: boolean
  readonly example?: unknown
  readonly 'x-ms-dynamic-values'?: DynamicValues
  readonly 'x-ms-dynamic-list'?: DynamicList
  readonly 'x-ms-dynamic-schema'?: DynamicSchema
  readonly 'x-ms-dynamic-properties'?: DynamicProperties
}

type Arguments = Readonly<Record<string, string | { readonly parameter: string }>>

type References = Readonly<
  Record<string, { readonly parameterReference: string } | { readonly value: string }>
>

/** Choices for a field, from an operation. Names parameters of the operation around it by name. */
export interface DynamicValues {
  readonly operationId: string
  readonly 'value-collection': string
  readonly 'value-path': string
  readonly 'value-title': string
  readonly parameters?: Arguments
}

/** The newer form of the same, which can name properties of a body: `body/entityType`. */
export interface DynamicList {
  readonly operationId: string
  readonly itemsPath: string
  readonly itemValuePath: string
  readonly itemTitlePath: string
  readonly parameters?: References
}

export interface DynamicSchema {
  readonly operationId: string
  readonly 'value-path': string
  readonly parameters?: Arguments
}

export interface DynamicProperties {
  readonly operationId: string
  readonly itemValuePath: string
  readonly parameters?: References
}

export interface Parameter extends Omit<Schema, 'required' | 'example' | 'properties'> {
  readonly name: string
  readonly in: 'query' | 'path' | 'body' | 'header'
  readonly required?: boolean
  readonly schema?: Schema
  readonly collectionFormat?: 'csv'
  readonly 'x-ms-url-encoding'?: 'single'
  readonly 'x-ms-test-value'?: string | number | boolean
}

export interface ParameterReference {
  readonly $ref: string
}

export interface Response {
  readonly description: string
  readonly schema?: Schema
  readonly examples?: { readonly 'application/json': unknown }
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly 'x-ms-visibility': Visibility
  readonly 'x-ms-trigger'?: 'single' | 'batch'
  readonly 'x-ms-trigger-hint'?: string
  readonly 'x-ms-pageable'?: { readonly nextLinkName: 'nextLink' }
  readonly parameters: readonly (Parameter | ParameterReference)[]
  readonly responses: Readonly<Record<string, Response>>
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof methods)[number]

export type PathItem = Readonly<Partial<Record<Method, Operation>>> & {
  readonly 'x-ms-notification-content'?: {
    readonly description: string
    readonly schema: Schema
  }
}

/** What one family of operations adds to the definition. */
export interface Family {
  readonly paths: Readonly<Record<string, PathItem>>
  readonly definitions: Readonly<Record<string, Schema>>
  /** The duty that each operation needs, by operationId. */
  readonly duties: Readonly<Record<string, Duty>>
}
