import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import type { JWTPayload, JWTVerifyGetKey } from 'jose'

import type { Role } from '../../definition/source/duty.js'
import { authorityHost } from '../cloud.js'
import type { Cloud } from '../cloud.js'
import { ApiError } from '../http/errors.js'
import type { Caller } from './caller.js'

/** What the service accepts tokens by. */
export interface EntraSettings {
  readonly cloud: Cloud
  /** Client id of the service's own app registration: the audience, also as `api://` URI. */
  readonly clientId: string
  /** Tenants whose tokens are taken, lower case. */
  readonly tenantIds: readonly string[]
}

/** The values of the app registration's roles; a user or an application is given them in Entra. */
export const appRoles: Readonly<Record<string, Role>> = {
  'DataIntegration.Submit': 'submit',
  'DataIntegration.Read': 'read',
  'DataIntegration.Certify': 'certify',
  'DataIntegration.Administer': 'administer',
}

/** The permission that a user's connection asks for. */
export const delegatedScope = 'access_as_user'

/**
 * Tells who a token of Entra is from: signature, issuer (v1.0 and v2.0), audience, times, tenant,
 * and for a user the delegated scope.
 * Source: learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 *
 * @param keyOf Finds the key that a token was signed with. (Default: the tenant's published keys,
 *   cached)
 */
export function createTokenReader(
  settings: EntraSettings,
  keyOf: JWTVerifyGetKey = publishedKeys(settings.cloud),
): (token: string) => Promise<Caller> {
  const audience = [settings.clientId, `api://${settings.clientId}`]
  const issuer = settings.tenantIds.flatMap((tenant) => issuersOf(settings.cloud, tenant))
  return async (token) => {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: ['RS256'],
      audience,
      issuer,
      requiredClaims: ['tid', 'oid', 'exp'],
      clockTolerance: 60,
    }).catch((error: unknown) => {
      throw refusal(error)
    })
    return callerOf(payload, settings)
  }
}

function issuersOf(cloud: Cloud, tenant: string): readonly string[] {
  return [`${authorityHost(cloud)}/${tenant}/v2.0`, `https://sts.windows.net/${tenant}/`]
}

function publishedKeys(cloud: Cloud): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(`${authorityHost(cloud)}/common/discovery/v2.0/keys`), {
    cacheMaxAge: 24 * 60 * 60_000,
  })
}

function callerOf(claims: JWTPayload, { tenantIds }: EntraSettings): Caller {
  const { tid, oid, scp, idtyp, roles, preferred_username: userName, appid, azp } = claims
  if (typeof tid !== 'string' || !tenantIds.includes(tid.toLowerCase())) {
    throw unauthenticated('the token is from another tenant.')
  }
  if (typeof oid !== 'string') throw unauthenticated('the token names no object id.')
  const isApplication = idtyp === 'app' || scp === undefined
  if (!isApplication && !words(scp).includes(delegatedScope)) {
    throw unauthenticated(`the token lacks the permission ${delegatedScope}.`)
  }
  const application = azp ?? appid
  const shownName = isApplication ? application : userName
  return {
    kind: isApplication ? 'application' : 'user',
    name: typeof shownName === 'string' ? `${shownName} (${oid})` : oid,
    objectId: oid,
    roles: new Set(
      (Array.isArray(roles) ? roles : []).flatMap((role) => appRoles[String(role)] ?? []),
    ),
  }
}

function words(claim: unknown): readonly string[] {
  return typeof claim === 'string' ? claim.split(' ') : []
}

/** What was wrong with a token; a key set that cannot be had is no fault of the caller. */
function refusal(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return unauthenticated('the token has expired.')
  if (error instanceof errors.JWTClaimValidationFailed) {
    return unauthenticated(`the token's claim ${error.claim} is not what is accepted here.`)
  }
  const isAboutToken =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout || error.code === errors.JOSEError.code)
  return isAboutToken ? unauthenticated('the token is not one that can be trusted.') : error
}

function unauthenticated(reason: string): ApiError<'Unauthenticated'> {
  return new ApiError('Unauthenticated', { reason })
}
