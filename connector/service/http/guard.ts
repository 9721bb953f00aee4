import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { addressCaller } from '../auth/caller.js'
import type { Caller } from '../auth/caller.js'
import type { Authenticate } from '../auth/authenticate.js'
import { dutyOf, requireDuty, requireSource } from '../auth/authorize.js'
import { ApiError } from './errors.js'

export interface GuardOptions {
  readonly authenticate: Authenticate
  /** Most requests of one caller in a minute; null: as many as come. */
  readonly requestsPerMinute: number | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler runs. */
    caller: Caller | null
    /** Why nobody is known to have sent the request. */
    refusal: unknown
  }
}

/**
 * Finds out who calls before a body is read, counts their requests, and lets in whoever may use the
 * operation. Those whom nobody knows are counted by their address.
 */
export async function guard(
  app: FastifyInstance,
  { authenticate, requestsPerMinute }: GuardOptions,
): Promise<void> {
  app.decorateRequest('caller', null)
  app.decorateRequest('refusal', null)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"] } },
  })

  app.addHook('onRequest', async (request) => {
    if (request.is404) return
    try {
      request.caller = isByAddress(request) ? addressCaller : await authenticate(request.headers)
    } catch (error) {
      request.refusal = error
    }
  })
  if (requestsPerMinute !== null) await limit(app, requestsPerMinute)
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    done(refusalOf(request))
  })
  app.addHook('preHandler', (request, _reply, done) => {
    const source = namedSource(request)
    if (request.caller && source !== undefined) requireSource(request.caller, source)
    done()
  })
}

async function limit(app: FastifyInstance, most: number): Promise<void> {
  await app.register(rateLimit, {
    max: most,
    timeWindow: '1 minute',
    keyGenerator: ({ caller, ip }) => (caller?.name === undefined ? `address ${ip}` : caller.name),
    errorResponseBuilder: (_, { ttl }) =>
      new ApiError('TooManyRequests', { most, seconds: Math.ceil(ttl / 1_000) }),
  })
}

/** Who sent a request that was let in. */
export function knownCaller({ caller }: FastifyRequest): Caller {
  if (!caller) throw new Error('A request came to its handler without a caller.')
  return caller
}

/** Why the request goes no further; undefined where it may. */
function refusalOf(request: FastifyRequest): Error | undefined {
  if (request.is404) return undefined
  const { caller, refusal } = request
  if (!caller) return refusal instanceof Error ? refusal : new Error(String(refusal))
  try {
    if (!isProbe(request)) requireDuty(caller, dutyOf(operationOf(request)))
    return undefined
  } catch (error) {
    return error as Error
  }
}

function isByAddress(request: FastifyRequest): boolean {
  return isProbe(request) || dutyOf(operationOf(request)) === 'address'
}

/** Whether the service lives is told to whoever runs it, who has no token. */
function isProbe({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === '/health'
}

function operationOf({ routeOptions }: FastifyRequest): string | undefined {
  return (routeOptions.schema as { readonly operationId?: string } | undefined)?.operationId
}

/** The source system that a request is in the name of, where it names one. */
function namedSource(request: FastifyRequest): string | undefined {
  if (dutyOf(operationOf(request)) !== 'submit') return undefined
  for (const part of [request.body, request.query]) {
    const { sourceSystemKey } = (part ?? {}) as { readonly sourceSystemKey?: unknown }
    if (typeof sourceSystemKey === 'string') return sourceSystemKey
  }
  return undefined
}
