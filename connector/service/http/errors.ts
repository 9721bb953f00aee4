/** One fault and its place in the request. */
export interface ErrorDetail {
  /** For example `items[3].externalKey`. */
  readonly path: string
  readonly message: string
  /** What was found there, shortened. */
  readonly value?: string
  readonly expected?: string
}

/** Every failure the service answers with: a stable code, its HTTP status and its message. */
export const errorTable = {
  InvalidRequest: { status: 400, message: 'The request is not as described. {fault}' },
  MalformedJson: { status: 400, message: 'The body is not JSON: {reason}' },
  InvalidPageToken: {
    status: 400,
    message:
      'The page token is not one of this list with these filters. Use the nextLink of the page before as it is.',
  },
  UnknownTable: {
    status: 400,
    message: 'There is no table {table}. Write its logical name, in lower case.',
  },
  UnknownColumn: {
    status: 400,
    message: 'Table {table} has no column {column}. Write its logical name, in lower case.',
  },
  ProtectedTable: {
    status: 400,
    message: 'Table {table} is part of the integration itself and is not written by sync jobs.',
  },
  TooManyTables: {
    status: 400,
    message: 'The request names {count} tables, at most {most} are allowed in one.',
  },
  SyncJobNotFound: { status: 404, message: 'There is no sync job {jobId}.' },
  IdentifierNotFound: {
    status: 404,
    message: 'The crosswalk knows no record of {targetTable} for key {externalKey} of {source}.',
  },
  ValueMapNotFound: {
    status: 404,
    message: 'No value map of code list {codeList} translates {code} for {source}.',
  },
  UnknownPath: { status: 404, message: 'There is nothing at {path}.' },
  MethodNotAllowed: { status: 405, message: '{path} takes {allowed}, not {method}.' },
  SubmissionKeyReused: {
    status: 409,
    message:
      'Submission key {submissionKey} of {source} was used for other content, accepted as job {jobId}. ' +
      'Send new content under a new key.',
  },
  AmbiguousTranslation: {
    status: 409,
    message:
      'Code {code} of code list {codeList} has no single translation for {source}: {candidates} all mean it.',
  },
  AmbiguousPolicy: {
    status: 409,
    message: 'Several policies for {aspect} are there already: {policies}. Delete all but one.',
  },
  BodyTooLarge: {
    status: 413,
    message: 'The body is longer than {most} bytes. Divide it into several requests.',
  },
  UnsupportedMediaType: {
    status: 415,
    message: 'The body is declared as {found}, expected application/json.',
  },
  InternalError: {
    status: 500,
    message: 'Something went wrong on our side. The log tells what under request id {requestId}.',
  },
  StoreUnavailable: {
    status: 503,
    message: 'Dataverse cannot be reached or asks to wait. Send the same request again later.',
  },
} as const

export type ErrorCode = keyof typeof errorTable

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
