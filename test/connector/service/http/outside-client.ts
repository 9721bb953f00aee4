import { readFileSync } from 'node:fs'

import SwaggerClient from 'swagger-client'

import { apiKey } from '../../../support/flows/flow-stack.js'
import type { Json } from './service-under-test.js'

export interface ClientAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json
  /** The entries of a list. */
  readonly value: readonly Json[]
}

/** A client that knows the service by its definition alone. */
export interface OutsideClient {
  /** Operations that were called. */
  readonly called: ReadonlySet<string>
  readonly operations: readonly string[]
  readonly call: (
    operationId: string,
    parameters?: Readonly<Record<string, unknown>>,
  ) => Promise<ClientAnswer>
  /** The same without credentials, with what the query or the end of an address says. */
  readonly callAddress: (operationId: string, address: string) => Promise<ClientAnswer>
}

const file = new URL('../../../../connector/definition/apiDefinition.swagger.json', import.meta.url)

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>

/** Reads the definition as anybody would, and goes to the service at `origin` in place of its host. */
export async function outsideClient(origin: string): Promise<OutsideClient> {
  const definition = JSON.parse(readFileSync(file, 'utf8')) as { readonly paths: Paths }
  const spec = { ...definition, host: new URL(origin).host, schemes: ['http'] }
  const client = await SwaggerClient({ spec })
  if (client.errors.length > 0) throw new Error(JSON.stringify(client.errors))
  const called = new Set<string>()

  const execute = async (
    operationId: string,
    parameters: Readonly<Record<string, unknown>>,
    authorized: Readonly<Record<string, string>>,
  ): Promise<ClientAnswer> => {
    called.add(operationId)
    const { status, headers, body } = await client.execute({
      operationId,
      parameters,
      securities: { authorized },
    })
    const answer = (body ?? {}) as Json
    return { status, headers, body: answer, value: (answer['value'] ?? []) as readonly Json[] }
  }

  return {
    called,
    operations: Object.values(definition.paths).flatMap((item) =>
      Object.values(item).flatMap(({ operationId }) => operationId ?? []),
    ),
    call: (operationId, parameters = {}) => execute(operationId, parameters, { api_key: apiKey }),
    callAddress: (operationId, address) => {
      const { searchParams, pathname } = new URL(address)
      const last = pathname.split('/').at(-1) ?? ''
      const parameters =
        searchParams.size > 0
          ? Object.fromEntries(searchParams)
          : { runToken: decodeURIComponent(last) }
      return execute(operationId, parameters, {})
    },
  }
}
