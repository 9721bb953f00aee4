import { errorCode } from './error-codes.js'

export interface DataverseErrorDetails {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly path: string
  readonly retryAfterMs?: number | null
  readonly afterUnknownOutcome?: boolean
}

/** The platform refused an operation. Branch on `code` by the predicates below, never on the text. */
export class DataverseError extends Error {
  override readonly name = 'DataverseError'
  readonly status: number
  /** As `0x80060892`, in lower case; empty when the answer carries none (a gateway, a proxy). */
  readonly code: string
  /** Relative to the root of the Web API. */
  readonly path: string
  /** How long the platform asks to wait, from the Retry-After header; null when it does not say. */
  readonly retryAfterMs: number | null
  /**
   * True when an earlier try of this same operation may have been carried out unseen: a duplicate,
   * a version mismatch or a missing row may then be our own doing.
   */
  readonly afterUnknownOutcome: boolean

  constructor(details: DataverseErrorDetails) {
    super(details.message)
    this.status = details.status
    this.code = details.code
    this.path = details.path
    this.retryAfterMs = details.retryAfterMs ?? null
    this.afterUnknownOutcome = details.afterUnknownOutcome ?? false
  }
}

/**
 * Thrown when a write was sent and no answer tells whether it was carried out (connection lost,
 * time-out, a gateway's 502 or 504) and it may not be, or was in vain, sent again.
 */
export class UnknownOutcomeError extends Error {
  override readonly name = 'UnknownOutcomeError'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`No answer tells whether ${path} was carried out: ${messageOf(cause)}`, { cause })
    this.path = path
  }
}

/** Thrown when nothing was carried out because the environment could not be reached, or only read. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`Dataverse cannot be reached for ${path}: ${messageOf(cause)}`, { cause })
    this.path = path
  }
}

/** Thrown when an answer is not what the Web API is documented to answer. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}

/** Thrown when an operation breaks a limit of the platform and is not worth sending. */
export class RequestLimitError extends Error {
  override readonly name = 'RequestLimitError'
}

/** Thrown when a stored row does not hold what its table declares. */
export class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError'
  readonly table: string
  readonly id: string
  readonly column: string

  constructor(table: string, id: string, column: string, problem: string) {
    super(`Row ${id} of ${table}, column ${column}: ${problem}`)
    this.table = table
    this.id = id
    this.column = column
  }
}

/** A row with these alternate key values is there already, under any id. */
export function isDuplicateKey(error: unknown): boolean {
  return hasCode(error, errorCode.duplicateKey)
}

/** A row with this primary id (or another unique index's values) is there already. */
export function isDuplicateRecord(error: unknown): boolean {
  return hasCode(error, errorCode.duplicateRecord) || hasCode(error, errorCode.uniqueIndexViolated)
}

/** The row changed since the version that If-Match names. */
export function isConcurrencyConflict(error: unknown): boolean {
  return hasCode(error, errorCode.concurrencyVersionMismatch)
}

/** The row (or a row it points at) is not there. */
export function isNotFound(error: unknown): boolean {
  return (
    hasCode(error, errorCode.objectDoesNotExist) || hasCode(error, errorCode.recordNotFoundByKey)
  )
}

/** The platform aggregates over at most 50,000 rows, and the query found more. */
export function isTooManyToAggregate(error: unknown): boolean {
  return hasCode(error, errorCode.aggregateLimitExceeded)
}

/** The platform has forgotten changes as old as those asked for. */
export function isChangeTrackingExpired(error: unknown): boolean {
  return hasCode(error, errorCode.changeTrackingExpired)
}

export function isPrivilegeDenied(error: unknown): boolean {
  return hasCode(error, errorCode.privilegeDenied)
}

/** One of the platform's three service protection limits is reached: the operation was not run. */
export function isThrottled(error: unknown): boolean {
  return error instanceof DataverseError && error.status === 429
}

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504])

/** The same operation may well succeed a little later. */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof DataverseError &&
    (transientStatuses.has(error.status) || error.code === errorCode.sqlTimeout)
  )
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof DataverseError && error.code === code
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
