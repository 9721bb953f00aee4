import type { Table } from '../../solution/model/index.js'
import type { RawBulkRow, BulkRow } from './bulk.js'
import type { DataverseError } from './errors.js'
import type { AnyOperation, Operation, ResultOf } from './operation.js'
import type { Page } from './read.js'
import type { RawTarget } from './write.js'

/** Stands for the error of an operation that the batch did not come to. */
export const notRun: unique symbol = Symbol('not run')

/** What became of one operation of a batch. */
export type Outcome<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly error: DataverseError | typeof notRun }

export type OutcomesOf<Operations extends readonly unknown[]> = {
  readonly [Index in keyof Operations]: Outcome<ResultOf<Operations[Index]>>
}

export interface SendOptions {
  /** Entra object id of the user in whose name and with whose rights the platform runs it. */
  readonly callerObjectId?: string
  /** Ends waiting and sending; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal
}

export interface BatchOptions extends SendOptions {
  /** True: an error does not keep later operations from running. Default: false. */
  readonly continueOnError?: boolean
  /**
   * True: sending the whole batch again leaves the same rows, so it is sent again when its outcome
   * is unknown or one of its operations failed for the moment. Default: true for reads alone.
   */
  readonly repeatable?: boolean
}

/** What became of one row of `createEach`. `present`: a row with this id was there already. */
export type RowOutcome = 'created' | 'present' | { readonly refused: DataverseError }

export interface WhoAmI {
  readonly userId: string
  readonly businessUnitId: string
  readonly organizationId: string
}

export interface DataverseClient {
  /**
   * Throws a DataverseError when the platform refuses, an UnknownOutcomeError when nothing tells
   * whether a write that must not be repeated was carried out, an UnavailableError when nothing was.
   */
  readonly send: <Result>(operation: AnyOperation<Result>, options?: SendOptions) => Promise<Result>
  /** As `send`; null when the platform answers that the row is not there. */
  readonly retrieveOrNull: <Row>(
    operation: Operation<Row>,
    options?: SendOptions,
  ) => Promise<Row | null>
  /**
   * One `$batch` of at most 1,000 operations, run in order; stops at the first error unless told to
   * go on. Throws like `send` when the batch as a whole fails.
   */
  readonly batch: <const Operations extends readonly AnyOperation[]>(
    operations: Operations,
    options?: BatchOptions,
  ) => Promise<OutcomesOf<Operations>>
  /** All pages of a query; `from`: the next link of a page that was read in a batch. */
  readonly pages: <Row>(
    operation: Operation<Page<Row>>,
    options?: SendOptions & { readonly from?: string },
  ) => AsyncIterable<Page<Row>>
  /**
   * Adds rows by CreateMultiple. When the platform refuses, rows that are there already are told
   * from refused ones, and these are found by bisecting, so that each of the others is created.
   */
  readonly createEach: {
    <T extends Table>(
      table: T,
      rows: readonly BulkRow<T>[],
      options?: SendOptions,
    ): Promise<readonly RowOutcome[]>
  }
  /** As `createEach`, by logical names. */
  readonly rawCreateEach: (
    target: RawTarget,
    rows: readonly RawBulkRow[],
    options?: SendOptions,
  ) => Promise<readonly RowOutcome[]>
  readonly whoAmI: (options?: SendOptions) => Promise<WhoAmI>
  /** Lets requests under way end and closes the connections. */
  readonly close: () => Promise<void>
}

/** One HTTP request as it ended, for counting and logging. */
export interface RequestReport {
  readonly method: string
  /** Relative to the root of the Web API; `$batch` for a batch. */
  readonly path: string
  /** Operations inside: 1, or those of a batch (a change set's counted one by one). */
  readonly operations: number
  /** Null when no answer came. */
  readonly status: number | null
  /** 1 for the first try. */
  readonly attempt: number
  readonly durationMs: number
  readonly error: unknown
}

export interface RetryOptions {
  /** Tries in all, the first one included (default: 8). */
  readonly attempts?: number
  /** Wait before the second try where the platform names none; doubles each time (default: 500). */
  readonly firstDelayMs?: number
  /** Longest wait of our own choosing (default: 30,000). A Retry-After is obeyed whatever it says. */
  readonly maxDelayMs?: number
  /** A number from 0 to 1 that spreads waits of several workers; 0 adds nothing (default: random). */
  readonly jitter?: () => number
}

export interface DataverseClientOptions {
  /** The environment, for example `https://agency.crm9.dynamics.com`. */
  readonly url: string
  /** A bearer token, asked for before every request, so it is expected to be cached there. */
  readonly authorize?: () => Promise<string>
  /** How long one try may take from sending to the last byte of the answer (default: 120,000). */
  readonly requestTimeoutMs?: number
  /** Most requests under way at a time, whatever the platform's hint says (default: 8). */
  readonly maxParallel?: number
  readonly retry?: RetryOptions
  /** Milliseconds since 1970 (default: the system's clock). */
  readonly now?: () => number
  /** Default: a timer. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  readonly onRequest?: (report: RequestReport) => void
  /** False sends bulk actions of a batch outside of it, one after another (default: true). */
  readonly batchBulkActions?: boolean
}
