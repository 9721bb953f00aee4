import type { IncomingHttpHeaders } from 'node:http'

import { ApiError } from '../http/errors.js'
import { findApiKey } from './api-keys.js'
import type { StoredApiKey } from './api-keys.js'
import { localCaller } from './caller.js'
import type { Caller } from './caller.js'

/** Tells who sent a request by its headers. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Caller>

export interface Authenticators {
  /** Reads a token of Entra; absent: none are taken. */
  readonly token?: (token: string) => Promise<Caller>
  /** The stored API keys; absent: none are taken. */
  readonly keys?: () => Promise<readonly StoredApiKey[]>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Lets in whoever connects. */
export const askNobody: Authenticate = () => Promise.resolve(localCaller)

/** The header that an API key is sent in. */
export const keyHeader = 'x-api-key'

/**
 * Takes a token from `authorization: Bearer`, or an API key from `x-api-key`, not both.
 *
 * @throws ApiError Unauthenticated, which never repeats what was sent.
 */
export function authenticateBy({ token, keys, now }: Authenticators): Authenticate {
  const expected = [
    ...(token ? ['a token in the header authorization'] : []),
    ...(keys ? [`an API key in the header ${keyHeader}`] : []),
  ].join(' or ')
  return async (headers) => {
    const key = given(headers[keyHeader])
    const bearer = /^Bearer ([^\s]+)$/i.exec(headers.authorization ?? '')?.[1]
    if (key !== undefined && given(headers.authorization) !== undefined) {
      throw refused('a token and an API key were sent, expected one of them.')
    }
    if (bearer !== undefined && token) return token(bearer)
    if (key !== undefined && keys) return keyHolder(findApiKey(key, await keys(), now()))
    throw refused(`expected ${expected}.`)
  }
}

/** The gateway sends the key's header empty for connections without a key. */
function given(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && header.trim() !== '' ? header : undefined
}

function keyHolder(key: StoredApiKey | 'expired' | undefined): Caller {
  if (key === undefined) throw refused('the API key is not one that is known here.')
  if (key === 'expired') throw refused('the API key has expired.')
  const { id, sourceSystemKey, roles } = key
  return {
    kind: 'sourceSystem',
    name: `${sourceSystemKey} (key ${id})`,
    roles: new Set(roles),
    sourceSystemKey,
  }
}

function refused(reason: string): ApiError<'Unauthenticated'> {
  return new ApiError('Unauthenticated', { reason })
}
