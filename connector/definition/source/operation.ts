import { errorTable } from './errors.js'
import type { ErrorCode } from './errors.js'
import { shared } from './parameters.js'
import type { Operation, Parameter, ParameterReference, Response, Schema } from './swagger.js'

export interface OperationParts extends Omit<
  Operation,
  'responses' | 'x-ms-visibility' | 'parameters'
> {
  readonly 'x-ms-visibility'?: Operation['x-ms-visibility']
  readonly parameters?: readonly (Parameter | ParameterReference)[]
  readonly success: {
    /** (Default: 200) */
    readonly status?: 200 | 201
    readonly description: string
    readonly schema: Schema
    readonly example: unknown
  }
  /** What status 202 means, where the operation may answer so. It has no schema. */
  readonly accepted?: string
  /** What may go wrong besides what may go wrong everywhere. */
  readonly errors?: readonly ErrorCode[]
}

const everywhere: readonly ErrorCode[] = [
  'InvalidRequest',
  'Unauthenticated',
  'Forbidden',
  'TooManyRequests',
  'StoreUnavailable',
]

const withBody: readonly ErrorCode[] = ['MalformedJson', 'BodyTooLarge', 'UnsupportedMediaType']

/** An operation with its responses: one success, which alone has a schema, and every failure. */
export function operation({
  success,
  accepted,
  errors = [],
  parameters = [],
  'x-ms-visibility': visibility = 'important',
  ...parts
}: OperationParts): Operation {
  const takesBody = parameters.some((parameter) => 'in' in parameter && parameter.in === 'body')
  const { status = 200, description, schema, example } = success
  return {
    ...parts,
    'x-ms-visibility': visibility,
    parameters,
    responses: {
      [status]: { description, schema, examples: { 'application/json': example } },
      ...(accepted === undefined ? {} : { 202: { description: accepted } }),
      ...failures([...everywhere, ...(takesBody ? withBody : []), ...errors]),
    },
  }
}

interface ListParts extends OperationParts {
  /** The designer asks for one page of what it offers, so that page has to hold all. */
  readonly pageSize?: 'PageSize' | 'PickerPageSize'
}

/** An operation that answers with pages of a list. */
export function listOperation({
  parameters = [],
  errors = [],
  pageSize = 'PageSize',
  ...parts
}: ListParts): Operation {
  return operation({
    ...parts,
    'x-ms-pageable': { nextLinkName: 'nextLink' },
    parameters: [...parameters, shared(pageSize), shared('PageToken')],
    errors: ['InvalidPageToken', ...errors],
  })
}

/** A response without schema for each status, which tells its codes and when each is meant. */
function failures(codes: readonly ErrorCode[]): Readonly<Record<string, Response>> {
  const byStatus = new Map<number, string[]>()
  for (const [code, { status, when }] of Object.entries(errorTable)) {
    if (codes.some((wanted) => wanted === code)) {
      byStatus.set(status, [...(byStatus.get(status) ?? []), `${code}: ${when}.`])
    }
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [status, { description: lines.join(' ') }]),
  )
}
