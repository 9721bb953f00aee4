import fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import openapiGlue from 'fastify-openapi-glue'

import type { DataverseClient, MetadataCache } from '../../dataverse/index.js'
import { clientFor } from '../auth/act-for.js'
import { askNobody } from '../auth/authenticate.js'
import type { Authenticate } from '../auth/authenticate.js'
import { callbackRules } from '../events/callback-rules.js'
import type { CallbackRules } from '../events/callback-rules.js'
import type { Log } from '../log.js'
import type { Settings } from '../settings.js'
import { definition } from './definition.js'
import { answer, answerClientError, answerErrors, asApiError } from './error-answers.js'
import { guard, knownCaller } from './guard.js'
import { handlers } from './handlers/index.js'
import type { OperationName } from './handlers/index.js'
import { checkHealth } from './handlers/get-health.js'
import { HandlerAnswer } from './handler-answer.js'
import { longestBody, parseJsonBodies } from './json-body.js'
import type { JsonSchema } from './json-schema.js'
import { createMetrics } from './metrics.js'
import type { OperationContext, OperationHandler } from './operation-context.js'
import { requestIdOf } from './request-id.js'
import { createSignedTokens } from './signed-token.js'
import type { SignedTokens } from './signed-token.js'
import { submissionOrders } from './submission/submission-order.js'
import { bodyValidator, textValidator } from './validators.js'

export interface ServiceOptions {
  readonly client: DataverseClient
  readonly metadata: MetadataCache
  readonly settings: Pick<Settings, 'publicBaseUrl'>
  readonly log: Log
  /** Tells who sent a request. (Default: whoever connects is let in) */
  readonly authenticate?: Authenticate
  /** Most requests of one caller in a minute. (Default: as many as come) */
  readonly requestsPerMinute?: number | null
  /** Called after each job that was accepted. */
  readonly onSubmitted?: () => void
  /** (Default: signed by a secret that ends with the process) */
  readonly tokens?: SignedTokens
  /** (Default: those of the commercial cloud) */
  readonly callbackRules?: CallbackRules
  /** Called after each subscription that was made. */
  readonly onSubscribed?: () => void
  /** Milliseconds since 1970 (default: the system's clock). */
  readonly now?: () => number
}

/**
 * The HTTP API that the definition describes, ready to listen or to be asked in process. Routes and
 * validation come from the definition; what fails is answered as its `definitions/Error`.
 */
export async function createService(options: ServiceOptions): Promise<FastifyInstance> {
  const { client, metadata, settings, log, now = Date.now } = options
  const app = fastify({
    logger: false,
    bodyLimit: longestBody,
    genReqId: requestIdOf,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      answer(reply, asApiError(error, request, log), error)
    },
  })
  const metrics = createMetrics()
  const context: OperationContext = {
    client,
    ownClient: client,
    metadata,
    metrics,
    publicBaseUrl: () => settings.publicBaseUrl ?? app.listeningOrigin,
    onSubmitted: options.onSubmitted ?? (() => undefined),
    tokens: options.tokens ?? createSignedTokens({ now }),
    callbackRules: options.callbackRules ?? callbackRules({ cloud: 'commercial' }),
    onSubscribed: options.onSubscribed ?? (() => undefined),
    nextOrder: submissionOrders(now),
    now,
  }
  parseJsonBodies(app)
  answerErrors(app, log)
  app.setSerializerCompiler(() => JSON.stringify)
  app.setValidatorCompiler(({ schema, httpPart }) => validatorOf(schema as JsonSchema, httpPart))

  app.addHook('onRequest', (request, reply, done) => {
    // Not awaited: a reply is a promise of the whole answer.
    void reply.headers({ 'x-request-id': request.id, 'cache-control': 'no-store' })
    done()
  })
  const { authenticate = askNobody, requestsPerMinute = null } = options
  await guard(app, { authenticate, requestsPerMinute })
  app.addHook('onResponse', (request, reply, done) => {
    report(request, reply, context, log)
    done()
  })

  await app.register(openapiGlue, {
    specification: structuredClone(definition),
    operationResolver: (name) => routeHandler(name as OperationName, context),
  })
  app.get('/health', () => checkHealth(context))
  app.get('/metrics', (_, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text()),
  )
  return app
}

function validatorOf(schema: JsonSchema, httpPart: string | undefined) {
  if (httpPart === 'body') return bodyValidator(schema)
  return textValidator(schema, httpPart === 'params' ? 'The path' : 'The query')
}

function routeHandler(name: OperationName, context: OperationContext) {
  const { handle, status = 200 }: OperationHandler = handlers[name]
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { params, query, body, id } = request
    const path = ownPath(request)
    const caller = knownCaller(request)
    const client = clientFor(context.client, caller)
    const result = await handle(
      { params, query, body, requestId: id, path, caller },
      { ...context, client },
    )
    if (!(result instanceof HandlerAnswer)) return reply.status(status).send(result)
    return reply
      .status(result.status ?? status)
      .headers(result.headers)
      .send(result.body)
  }
}

/** The operation's path as we would write it, whatever form the caller gave its address. */
function ownPath({ routeOptions, params }: FastifyRequest): string {
  const values = params as Readonly<Record<string, string>>
  return (routeOptions.url ?? '').replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  )
}

function report(
  request: FastifyRequest,
  reply: FastifyReply,
  { metrics }: OperationContext,
  log: Log,
): void {
  const { operationId } = (request.routeOptions.schema ?? {}) as { readonly operationId?: string }
  const operation = operationId ?? request.routeOptions.url ?? 'none'
  metrics.countRequest(operation, reply.statusCode)
  log.info(
    {
      requestId: request.id,
      operation,
      status: reply.statusCode,
      caller: request.caller?.name,
      durationMs: Math.round(reply.elapsedTime),
    },
    `${request.method} ${operation}`,
  )
}
