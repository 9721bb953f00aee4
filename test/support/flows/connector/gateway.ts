import type { Clock } from '../clock.js'
import type { Connection } from '../connection.js'
import { operationNamed } from './definition.js'
import type { Definition, Json, Operation } from './definition.js'
import { sendOverHttp } from './http.js'
import type { HttpAnswer, Send } from './http.js'
import { requestOf } from './request.js'
import type { Given } from './request.js'
import { secondsOf, withRetries } from './retry.js'
import type { RetryPolicy } from './retry.js'

/** A policy of `apiProperties.json`. */
export interface Policy {
  readonly templateId: string
  readonly parameters: Readonly<Record<string, unknown>>
}

export interface GatewayOptions {
  readonly definition: Definition
  readonly policies: readonly Policy[]
  /** Where the service is, without the base path. */
  readonly backend: string
  /** What the maker of the connection gave, by name. */
  readonly connectionParameters: Readonly<Record<string, string>>
  readonly clock: Clock
  /** (Default: over the network) */
  readonly send?: Send
}

/** The address that a connection's calls go through; nobody listens there but {@link Gateway}. */
const gatewayAddress = 'https://gateway.azure-apihub.example/apim/connector/connection'

/** How long the platform waits before it asks again, where it is not told. Milliseconds. */
const usualPause = 20_000

/** A connection's way to the service: adds credentials, applies policies, waits and retries. */
export class Gateway implements Connection {
  readonly #options: GatewayOptions
  readonly #send: Send

  constructor(options: GatewayOptions) {
    this.#options = options
    this.#send = options.send ?? sendOverHttp
  }

  get definition(): Definition {
    return this.#options.definition
  }

  nextLinkName(operationId: string): string | undefined {
    return operationNamed(this.definition, operationId).nextLinkName
  }

  /** Calls an operation; a 202 is waited for at its Location. */
  async call(operationId: string, given: Given, retry?: RetryPolicy): Promise<HttpAnswer> {
    const answer = await this.callOnce(operationId, given, retry)
    return answer.status === 202 ? this.#finished(answer, retry) : answer
  }

  /** Calls an operation and gives its first answer. */
  async callOnce(operationId: string, given: Given, retry?: RetryPolicy): Promise<HttpAnswer> {
    const operation = operationNamed(this.definition, operationId)
    const { path, method, body } = requestOf(operation, given)
    return this.#through(operation, { method, path, body }, retry)
  }

  /** The page at a next link. One that does not lead through the gateway goes without credentials. */
  async page(operationId: string, link: string, retry?: RetryPolicy): Promise<HttpAnswer> {
    if (!link.startsWith(gatewayAddress)) return this.openly('GET', link, retry)
    const operation = operationNamed(this.definition, operationId)
    const path = link.slice(gatewayAddress.length)
    return this.#through(operation, { method: 'GET', path }, retry)
  }

  /** Asks at an address that the service gave: without credentials. */
  openly(method: string, url: string, retry?: RetryPolicy): Promise<HttpAnswer> {
    return withRetries(() => this.#send({ method, url, headers: {} }), this.#options.clock, retry)
  }

  async #finished(first: HttpAnswer, retry?: RetryPolicy): Promise<HttpAnswer> {
    let answer = first
    while (answer.status === 202) {
      const { location, 'retry-after': pause } = answer.headers
      if (location === undefined) throw new Error('An answer of 202 has no Location.')
      await this.#options.clock.sleep(secondsOf(pause) ?? usualPause)
      answer = await this.openly('GET', location, retry)
    }
    return answer
  }

  async #through(
    operation: Operation,
    request: { readonly method: string; readonly path: string; readonly body?: unknown },
    retry?: RetryPolicy,
  ): Promise<HttpAnswer> {
    const { backend, definition, clock } = this.#options
    const { method, body } = request
    const url = `${backend}${definition.basePath}${request.path}`
    const headers = this.#headers(operation)
    const sent = { method, url, headers, ...(body !== undefined && { body }) }
    const answer = await withRetries(() => this.#send(sent), clock, retry)
    return { ...answer, body: this.#withGatewayLink(operation, answer.body) }
  }

  #policies(templateId: string, { operationId }: Operation): readonly Policy[] {
    return this.#options.policies.filter(({ templateId: id, parameters }) => {
      const names = parameters['x-ms-apimTemplate-operationName']
      return id === templateId && (!Array.isArray(names) || names.includes(operationId))
    })
  }

  #headers(operation: Operation): Record<string, string> {
    return Object.fromEntries(
      this.#policies('setheader', operation).map(({ parameters }) => [
        String(parameters['x-ms-apimTemplateParameter.name']),
        this.#filledIn(String(parameters['x-ms-apimTemplateParameter.value'])),
      ]),
    )
  }

  #filledIn(value: string): string {
    return value.replace(
      /^@connectionParameters\('([^']+)'(?:,'([^']*)')?\)$/,
      (_, name: string, other = '') => this.#options.connectionParameters[name] ?? String(other),
    )
  }

  #withGatewayLink(operation: Operation, body: unknown): unknown {
    const [policy] = this.#policies('updatenextlink', operation)
    if (!policy || typeof body !== 'object' || body === null) return body
    const name = String(policy.parameters['x-ms-apimTemplateParameter.nextLinkPropertyName'])
    const link = (body as Json)[name]
    if (typeof link !== 'string') return body
    const { pathname, search } = new URL(link)
    const path = pathname.slice(this.definition.basePath.length)
    return { ...body, [name]: `${gatewayAddress}${path}${search}` }
  }
}
