import type { HttpAnswer } from './connector/http.js'
import type { Given } from './connector/request.js'
import type { RetryPolicy } from './connector/retry.js'

/** What actions call operations by. */
export interface Connection {
  readonly call: (operationId: string, given: Given, retry?: RetryPolicy) => Promise<HttpAnswer>
  readonly page: (operationId: string, link: string, retry?: RetryPolicy) => Promise<HttpAnswer>
  /** The property that holds the next page's address; undefined for an operation without pages. */
  readonly nextLinkName: (operationId: string) => string | undefined
}

/** What a stand-in was asked. */
export interface Asked {
  readonly operationId: string
  readonly given: Given
}

export interface StandIn extends Connection {
  readonly asked: readonly Asked[]
}

/** Answers each operation of a connector that is not ours, and keeps what it was asked. */
export function standIn(operations: Readonly<Record<string, (given: Given) => unknown>>): StandIn {
  const asked: Asked[] = []
  return {
    asked,
    nextLinkName: () => undefined,
    page: () => Promise.reject(new Error('A stand-in has no pages.')),
    call: async (operationId, given) => {
      const operation = operations[operationId]
      if (!operation) throw new Error(`Nobody stands in for ${operationId}.`)
      asked.push({ operationId, given })
      return { status: 200, headers: {}, body: await operation(given) }
    },
  }
}
