/**
 * Every failure the local Web API answers with: the platform's code, the HTTP status that goes with
 * it, and the platform's wording (what differs from case to case is in the arguments).
 */
const failures = {
  badPayload: { code: '0x80048d19', status: 400 },
  badQuery: { code: '0x80060888', status: 400 },
  unknownResource: { code: '0x8006088a', status: 404 },
  methodNotAllowed: { code: '0x80060888', status: 405 },
  badKeyUrl: { code: '0x8006088a', status: 400 },
  pagingCookie: { code: '0x80041129', status: 400 },
  notAMember: { code: '0x80072560', status: 403 },
  userDisabled: { code: '0x80040225', status: 403 },
  metadataNotFound: { code: '0x80041102', status: 404 },
  objectDoesNotExist: { code: '0x80040217', status: 404 },
  recordNotFoundByKey: { code: '0x80060891', status: 404 },
  duplicateKey: { code: '0x80060892', status: 412 },
  versionMismatch: { code: '0x80060882', status: 412 },
  duplicateRecord: { code: '0x80040237', status: 412 },
  textTooLong: { code: '0x80044331', status: 400 },
  numberOutOfRange: { code: '0x80044330', status: 400 },
  choiceOutOfRange: { code: '0x8004431a', status: 400 },
  statusNotOfState: { code: '0x80048408', status: 400 },
  dateOutOfRange: { code: '0x80040239', status: 400 },
  unsupportedMessage: { code: '0x80040800', status: 400 },
  notStoredLocally: { code: '0x80040800', status: 400 },
  referencedByOthers: { code: '0x80048d21', status: 400 },
  unexpected: { code: '0x80040216', status: 400 },
  internal: { code: '0x80040216', status: 500 },
  notImplemented: { code: '0x80060888', status: 501 },
  aggregateLimit: { code: '0x8004e023', status: 400 },
  changeTrackingExpired: { code: '0x80044352', status: 400 },
  invalidArgument: { code: '0x80040203', status: 400 },
  batchTooLarge: { code: '0x80060888', status: 400 },
  payloadTooLarge: { code: '0x80040216', status: 413 },
  plugInRefused: { code: '0x80040265', status: 400 },
  tooManyRequests: { code: '0x80072322', status: 429 },
  tooMuchTime: { code: '0x80072321', status: 429 },
  tooManyAtOnce: { code: '0x80072326', status: 429 },
  serviceUnavailable: { code: '0x80072321', status: 503 },
} as const satisfies Record<string, { readonly code: string; readonly status: number }>

export type Failure = keyof typeof failures

/** The body of every error answer. */
export interface ErrorEnvelope {
  readonly error: { readonly code: string; readonly message: string }
}

/** A request that the Web API refuses; the message is the one the client is sent. */
export class DataverseError extends Error {
  override readonly name = 'DataverseError'
  readonly code: string
  readonly status: number

  constructor(
    readonly failure: Failure,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    /** For what a fault rule words itself. */
    instead: { readonly code?: string; readonly status?: number } = {},
  ) {
    super(message)
    this.code = instead.code ?? failures[failure].code
    this.status = instead.status ?? failures[failure].status
  }

  get envelope(): ErrorEnvelope {
    return { error: { code: this.code, message: this.message } }
  }
}
