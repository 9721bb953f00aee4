import type { DataverseClient, MetadataCache } from '../../dataverse/index.js'
import type { Caller } from '../auth/caller.js'
import type { CallbackRules } from '../events/callback-rules.js'
import type { HandlerAnswer } from './handler-answer.js'
import type { Metrics } from './metrics.js'
import type { SignedTokens } from './signed-token.js'

/** What handlers work with besides the request. */
export interface OperationContext {
  /** Asks Dataverse in the caller's name. */
  readonly client: DataverseClient
  /** Asks Dataverse in the service's own name: for what is the service's own, whoever asks. */
  readonly ownClient: DataverseClient
  readonly metadata: MetadataCache
  readonly metrics: Metrics
  /** What callers reach the service by, without a trailing slash. */
  readonly publicBaseUrl: () => string
  /** Called after each job that was accepted. */
  readonly onSubmitted: () => void
  /** Signs addresses that are their own credential. */
  readonly tokens: SignedTokens
  /** Where triggers may be told of events. */
  readonly callbackRules: CallbackRules
  /** Called after each subscription that was made. */
  readonly onSubscribed: () => void
  /** A text for each call that sorts after those before. */
  readonly nextOrder: () => string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A request that passed the definition's checks. Each handler knows the shape its operation has. */
export interface OperationRequest {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly caller: Caller
  /** The caller's own id of the request, or one that the service made. */
  readonly requestId: string
  /** The address of the operation without its query, for example `/v1/sync-jobs`. */
  readonly path: string
}

/** Answers one operation with the body of its success response, or with more than a body. */
export type Handler = (
  request: OperationRequest,
  context: OperationContext,
) => Promise<object | HandlerAnswer>

export interface OperationHandler {
  readonly handle: Handler
  /** The status of success, as the definition has it. (Default: 200) */
  readonly status?: number
}
