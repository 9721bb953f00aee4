import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { SignJWT, UnsecuredJWT, createRemoteJWKSet, exportJWK, generateKeyPair } from 'jose'
import type { GenerateKeyPairResult, JWTPayload } from 'jose'

import { createTokenReader } from '../../../../connector/service/auth/entra-tokens.js'

export const tenant = '11111111-2222-4333-8444-555555555555'
export const clientId = '99999999-8888-4777-8666-555555555555'
export const userId = '0a0a0a0a-0b0b-4c0c-8d0d-0e0e0e0e0e0e'

export interface Entra {
  readonly readToken: ReturnType<typeof createTokenReader>
  /** A token that is good but for what is changed; `undefined` leaves a claim out. */
  readonly token: (changes?: TokenChanges) => Promise<string>
  /** A token with the name of our key, signed by another. */
  readonly forged: () => Promise<string>
  readonly unsigned: () => string
  readonly requests: () => number
  readonly close: () => Promise<void>
}

export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly keyId?: string
}

/** Publishes keys over HTTP, as Entra does, and signs tokens with them. */
export async function startEntra(): Promise<Entra> {
  const ours = await generateKeyPair('RS256')
  const other = await generateKeyPair('RS256')
  const published = { ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' }
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ keys: [published] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const keys = createRemoteJWKSet(new URL(`http://127.0.0.1:${port}/keys`), { cooldownDuration: 0 })

  const sign = (claims: JWTPayload, kid: string, key: GenerateKeyPairResult['privateKey']) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key)
  return {
    readToken: createTokenReader({ cloud: 'commercial', clientId, tenantIds: [tenant] }, keys),
    token: ({ claims, keyId = 'ours' } = {}) =>
      sign({ ...goodClaims(), ...claims }, keyId, ours.privateKey),
    forged: () => sign(goodClaims(), 'ours', other.privateKey),
    unsigned: () => new UnsecuredJWT(goodClaims()).encode(),
    requests: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

function goodClaims(): JWTPayload {
  const now = Math.floor(Date.now() / 1_000)
  return {
    iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
    aud: clientId,
    tid: tenant,
    oid: userId,
    scp: 'access_as_user',
    preferred_username: 'ada@agency.example',
    roles: [
      'DataIntegration.Submit',
      'DataIntegration.Read',
      'DataIntegration.Certify',
      'DataIntegration.Administer',
    ],
    iat: now - 60,
    nbf: now - 60,
    exp: now + 600,
  }
}
