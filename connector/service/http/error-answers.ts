import type { Socket } from 'node:net'

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import {
  DataverseError,
  UnavailableError,
  UnknownOutcomeError,
  isTransient,
} from '../../dataverse/index.js'
import type { Log } from '../log.js'
import { methodsAt } from './definition.js'
import { ApiError, errorBody, invalidRequest } from './errors.js'
import { longestBody } from './json-body.js'
import { shorten } from './shorten.js'

/** Answers every failure as `definitions/Error`: expected ones by their code, others as ours. */
export function answerErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, request, reply) => {
    answer(reply, asApiError(error, request, log), error)
  })
  app.setNotFoundHandler((request, reply) => {
    answer(reply, nothingThere(request), null)
  })
}

export function answer(reply: FastifyReply, error: ApiError, cause: unknown): void {
  if (error.code === 'StoreUnavailable') void reply.header('retry-after', secondsToWait(cause))
  if (error.code === 'MethodNotAllowed') {
    void reply.header('allow', methodsAt(pathOf(reply.request)).join(', '))
  }
  void reply.status(error.status).send(errorBody(error))
}

export function asApiError(error: unknown, request: FastifyRequest, log: Log): ApiError {
  const known = knownError(error, request)
  if (known) {
    if (known.status >= 500) log.warn({ requestId: request.id, error }, known.message)
    return known
  }
  log.error({ requestId: request.id, error }, 'A request failed for a reason nobody foresaw.')
  return new ApiError('InternalError', { requestId: request.id })
}

/** Answers what is no HTTP, or headers longer than a server should take, and hangs up. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const message =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'The address and the headers are longer than the service takes.'
      : 'The request is no HTTP request.'
  const body = JSON.stringify(errorBody(invalidRequest({ path: '', message })))
  socket.end(
    'HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/json\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

function knownError(error: unknown, request: FastifyRequest): ApiError | undefined {
  if (error instanceof ApiError) return error
  const isStoreFailure =
    error instanceof UnavailableError || error instanceof UnknownOutcomeError || isTransient(error)
  if (isStoreFailure) return new ApiError('StoreUnavailable', {})
  if (error instanceof DataverseError && error.status === 403) {
    return new ApiError('Forbidden', { reason: `Dataverse refuses it: ${error.message}` })
  }
  return error instanceof Error ? refusedByFramework(error as FastifyError, request) : undefined
}

/** What Fastify refuses before a handler is asked. */
function refusedByFramework(error: FastifyError, request: FastifyRequest): ApiError | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new ApiError('BodyTooLarge', { most: longestBody })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': {
      const found = shorten(request.headers['content-type'] ?? 'nothing')
      return new ApiError('UnsupportedMediaType', { found })
    }
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new ApiError('MalformedJson', { reason: 'it is empty.' })
    default: {
      const { statusCode = 500 } = error
      return statusCode >= 400 && statusCode < 500
        ? invalidRequest({ path: '', message: `${error.message}.` })
        : undefined
    }
  }
}

function nothingThere(request: FastifyRequest): ApiError {
  const path = pathOf(request)
  const methods = methodsAt(path)
  return methods.length === 0
    ? new ApiError('UnknownPath', { path: shorten(path) })
    : new ApiError('MethodNotAllowed', {
        path,
        allowed: methods.join(' or '),
        method: request.method,
      })
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

/** Where the platform does not say how long to wait. */
const defaultSeconds = 5

function secondsToWait(cause: unknown): number {
  const waitMs = cause instanceof DataverseError ? cause.retryAfterMs : null
  return waitMs === null ? defaultSeconds : Math.ceil(waitMs / 1_000)
}
