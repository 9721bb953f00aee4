import { lookup as systemLookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'

import { isLoopbackAddress, isPublicAddress } from './public-address.js'

export interface CallbackRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface CallbackAnswer {
  readonly status: number
  /** Seconds that the receiver asks to wait; null when it does not say. */
  readonly retryAfter: number | null
}

/** All addresses of a name; for specs. (Default: the system's) */
export type ResolveName = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void

export interface CallbackOptions {
  /** From connecting to the last byte of the answer. */
  readonly timeoutMs: number
  readonly allowLocal: boolean
  readonly resolveName?: ResolveName
}

/** Most of an answer that is read; what it says is not looked at. */
const longestAnswer = 64 * 1024

/** Thrown when an address must not be called, whatever its name is. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'
}

/**
 * Posts to a callback. Its name is resolved once: the connection goes to an address that was looked
 * at, so that a name cannot stand for one address when it is checked and another when it is called.
 * Redirects are not followed.
 */
export function postCallback(
  { url, headers, body }: CallbackRequest,
  { timeoutMs, allowLocal, resolveName = resolve }: CallbackOptions,
): Promise<CallbackAnswer> {
  const target = new URL(url)
  const literal = target.hostname.replace(/^\[|\]$/g, '')
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (allowLocal && isLoopbackAddress(address))
  const lookup: LookupFunction = (hostname, options, done) => {
    resolveName(hostname, (error, addresses) => {
      const refused = addresses.find(({ address }) => !isAllowed(address))
      const [first] = addresses
      if (error) done(error, '', 4)
      else if (refused) done(refusal(hostname, refused.address), '', 4)
      else if (!first) done(new Error(`${hostname} has no address.`), '', 4)
      else if (options.all) done(null, [...addresses])
      else done(null, first.address, first.family)
    })
  }
  return new Promise((answered, failed) => {
    if (/^[\d.]+$|:/.test(literal) && !isAllowed(literal)) {
      failed(refusal(literal, literal))
      return
    }
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest
    const request = send(
      target,
      {
        method: 'POST',
        agent: false,
        lookup,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let length = 0
        const answer = {
          status: response.statusCode ?? 0,
          retryAfter: secondsIn(response.headers['retry-after']),
        }
        response.on('data', (chunk: Buffer) => {
          length += chunk.length
          if (length > longestAnswer) {
            answered(answer)
            response.destroy()
          }
        })
        response.on('end', () => {
          answered(answer)
        })
        response.on('error', failed)
      },
    )
    request.on('error', failed)
    request.end(body)
  })
}

function refusal(name: string, address: string): PrivateAddressError {
  return new PrivateAddressError(
    `${name} stands for ${address}, which is no address of the public internet.`,
  )
}

function secondsIn(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null
}

function resolve(...[hostname, done]: Parameters<ResolveName>): void {
  systemLookup(hostname, { all: true }, (error, addresses) => {
    done(error, error ? [] : addresses)
  })
}
