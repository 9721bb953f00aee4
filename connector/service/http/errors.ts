import { errorTable } from '../../definition/source/errors.js'
import type { ErrorCode } from '../../definition/source/errors.js'

export { errorTable }
export type { ErrorCode }

/** One fault and its place in the request. */
export interface ErrorDetail {
  /** For example `items[3].externalKey`. */
  readonly path: string
  readonly message: string
  /** What was found there, shortened. */
  readonly value?: string
  readonly expected?: string
}

/** The names in braces of a message. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

export type ErrorValues<Code extends ErrorCode> = Readonly<
  Record<Placeholders<(typeof errorTable)[Code]['message']>, string | number>
>

/** A failure of the table, thrown by a handler and answered as `definitions/Error`. */
export class ApiError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly code: Code,
    values: ErrorValues<Code>,
    readonly details: readonly ErrorDetail[] = [],
  ) {
    super(filled(errorTable[code].message, values))
  }

  get status(): number {
    return errorTable[this.code].status
  }
}

/** The request breaks its description; the message tells the first fault and counts the others. */
export function invalidRequest(
  first: ErrorDetail,
  ...others: readonly ErrorDetail[]
): ApiError<'InvalidRequest'> {
  const more = others.length === 0 ? '' : ` (${others.length} more in details)`
  return new ApiError('InvalidRequest', { fault: `${first.message}${more}` }, [first, ...others])
}

/** Most faults that one answer lists. */
export const mostDetails = 20

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** The body of every answer that is no success: `definitions/Error`. */
export function errorBody({ code, message, details }: ApiError): object {
  return { error: { code, message, details } }
}
