import type { FastifyInstance } from 'fastify'

import {
  createDataverseClient,
  createMetadataCache,
} from '../../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../../connector/dataverse/index.js'
import { check } from '../../../../connector/service/http/check.js'
import { createService } from '../../../../connector/service/http/create-service.js'
import type { ServiceOptions } from '../../../../connector/service/http/create-service.js'
import { errorTable } from '../../../../connector/service/http/errors.js'
import type { Log } from '../../../../connector/service/log.js'
import { startLocalDataverse } from '../../../../solution/local/index.js'
import type { LocalDataverse } from '../../../../solution/local/index.js'
import { definitions, responseOf } from './contract.js'

export type Json = Readonly<Record<string, unknown>>

export interface Answer {
  readonly status: number
  readonly body: Json
  readonly headers: Readonly<Record<string, unknown>>
}

export interface ServiceUnderTest {
  readonly client: DataverseClient
  readonly local: LocalDataverse
  readonly app: FastifyInstance
  /** What the service logged as errors. */
  readonly errors: readonly string[]
  readonly get: (url: string) => Promise<Answer>
  readonly post: (url: string, body: unknown) => Promise<Answer>
  readonly send: (request: RawRequest) => Promise<Answer>
  readonly close: () => Promise<void>
}

export interface RawRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly payload?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

export const publicBaseUrl = 'https://integration.example'

/** The service, asked in process, on a real local Web API. Each answer is held to the definition. */
export async function startService(
  options: Partial<Pick<ServiceOptions, 'now' | 'authenticate' | 'requestsPerMinute'>> = {},
): Promise<ServiceUnderTest> {
  const local = await startLocalDataverse({ data: ':memory:' })
  const client = createDataverseClient({ url: local.origin })
  const errors: string[] = []
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (fields, message) => errors.push(`${message} ${JSON.stringify(fields)}`),
  }
  const app = await createService({
    client,
    metadata: createMetadataCache(client),
    settings: { publicBaseUrl },
    log,
    ...options,
  })

  const send = async ({ payload, headers, method, url }: RawRequest): Promise<Answer> => {
    const response = await app.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
      ...(headers && { headers }),
    })
    const answer = {
      status: response.statusCode,
      body: (response.body === '' ? {} : JSON.parse(response.body)) as Json,
      headers: response.headers,
    }
    keepsContract(method, url, answer)
    return answer
  }

  return {
    client,
    local,
    app,
    errors,
    send,
    get: (url) => send({ method: 'GET', url: url.replace(publicBaseUrl, '') }),
    post: (url, body) =>
      send({
        method: 'POST',
        url,
        payload: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    close: async () => {
      await app.close()
      await client.close()
      await local.close()
    },
  }
}

/** Fails the spec where an answer is not as the definition says. */
function keepsContract(method: string, url: string, { status, body }: Answer): void {
  if (status >= 400) {
    const faults = check(definitions.Error, body, 'The error')
    const { code = '' } = (body['error'] ?? {}) as { readonly code?: string }
    const known: Readonly<Record<string, { readonly status: number }>> = errorTable
    expect([faults, known[code]?.status]).withContext(`${method} ${url}`).toEqual([[], status])
    return
  }
  const response = responseOf(method, url.split('?')[0] ?? '', status)
  if (!response) {
    fail(`${method} ${url} was answered ${status}, which the definition does not have.`)
  } else {
    const faults = response.schema ? check(response.schema, body, 'The answer') : Object.keys(body)
    expect(faults).withContext(`${method} ${url}`).toEqual([])
  }
}

/** The code of an error answer. */
export function codeOf({ body }: Pick<Answer, 'body'>): unknown {
  return (body['error'] as Json | undefined)?.['code']
}

export interface Detail {
  readonly path: string
  readonly message: string
  readonly value?: string
  readonly expected?: string
}

export function detailsOf({ body }: Answer): readonly Detail[] {
  return (body['error'] as { readonly details?: readonly Detail[] } | undefined)?.details ?? []
}

/** The entries of a list answer. */
export function valueOf({ body }: Answer): readonly Json[] {
  return body['value'] as readonly Json[]
}

/** All entries of a list, page by page. */
export async function allOf(service: ServiceUnderTest, url: string): Promise<readonly Json[]> {
  const entries: Json[] = []
  for (let next: unknown = url; typeof next === 'string';) {
    const page = await service.get(next)
    entries.push(...valueOf(page))
    next = page.body['nextLink']
  }
  return entries
}
