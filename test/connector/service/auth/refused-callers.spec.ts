import { authenticateBy } from '../../../../connector/service/auth/authenticate.js'
import { newApiKey } from '../../../../connector/service/auth/api-keys.js'
import { duties } from '../../../../connector/definition/source/families.js'
import { operations, swagger } from '../http/contract.js'
import { codeOf, startService } from '../http/service-under-test.js'
import type { RawRequest, ServiceUnderTest } from '../http/service-under-test.js'
import { clientId, startEntra, tenant } from './entra.js'
import type { Entra } from './entra.js'

type Headers = Readonly<Record<string, string>>

const day = 86_400_000
const span = {
  created: new Date(0).toISOString(),
  expires: new Date(Date.now() + day).toISOString(),
}
const known = newApiKey({ sourceSystemKey: 'HRIS', roles: ['submit', 'read'], ...span })
const stranger = newApiKey({ sourceSystemKey: 'HRIS', roles: ['submit', 'read'], ...span })
const old = newApiKey({
  sourceSystemKey: 'HRIS',
  roles: ['submit'],
  ...span,
  expires: span.created,
})

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` })
const seconds = () => Math.floor(Date.now() / 1_000)

/** Everything that must not get in, by what is wrong with it. */
const refused: Readonly<Record<string, (entra: Entra) => Promise<Headers> | Headers>> = {
  nothing: () => ({}),
  'an empty token': () => ({ authorization: 'Bearer ' }),
  'a password': () => ({ authorization: 'Basic YWRhOmFkYQ==' }),
  'a text that is no token': () => bearer('not-a-token'),
  'an unsigned token': ({ unsigned }) => bearer(unsigned()),
  'a forged token': async ({ forged }) => bearer(await forged()),
  'a token with an unknown key': async ({ token }) => bearer(await token({ keyId: 'theirs' })),
  'an expired token': async ({ token }) =>
    bearer(await token({ claims: { exp: seconds() - 3_600 } })),
  'a token for later': async ({ token }) =>
    bearer(await token({ claims: { nbf: seconds() + 3_600 } })),
  'a token without an end': async ({ token }) =>
    bearer(await token({ claims: { exp: undefined } })),
  'a token for another service': async ({ token }) =>
    bearer(await token({ claims: { aud: 'https://graph.microsoft.com' } })),
  'a token of another tenant': async ({ token }) => {
    const other = tenant.replace('1', '2')
    const iss = `https://login.microsoftonline.com/${other}/v2.0`
    return bearer(await token({ claims: { tid: other, iss } }))
  },
  'a token that names another tenant than its issuer': async ({ token }) =>
    bearer(await token({ claims: { tid: tenant.replace('1', '2') } })),
  'a token of another cloud': async ({ token }) =>
    bearer(await token({ claims: { iss: `https://login.microsoftonline.us/${tenant}/v2.0` } })),
  'a token without an object id': async ({ token }) =>
    bearer(await token({ claims: { oid: undefined } })),
  'a token for another permission': async ({ token }) =>
    bearer(await token({ claims: { scp: 'User.Read' } })),
  'an API key that was never made': () => ({ 'x-api-key': stranger.key }),
  'an API key with another secret': () => ({
    'x-api-key': known.key.slice(0, 17) + stranger.key.slice(17),
  }),
  'an API key that has expired': () => ({ 'x-api-key': old.key }),
  'the hash of an API key': () => ({ 'x-api-key': known.stored.hash }),
  'a good key and a good token at once': async ({ token }) => ({
    ...bearer(await token()),
    'x-api-key': known.key,
  }),
}

const dutyOf = ({ operation }: (typeof operations)[number]) => duties[operation.operationId]

/** All but those whose address is the credential. */
const guarded = operations.filter((entry) => dutyOf(entry) !== 'address')
const forRoles = guarded.filter((entry) => dutyOf(entry) !== 'anyone')

function requestOf({ path, method }: (typeof operations)[number], headers: Headers): RawRequest {
  const url = swagger.basePath + path.replace(/\{\w+\}/g, clientId)
  return { method: method.toUpperCase() as RawRequest['method'], url, headers }
}

describe('A caller who is not let in', () => {
  let entra: Entra
  let service: ServiceUnderTest

  beforeAll(async () => {
    entra = await startEntra()
    service = await startService({
      authenticate: authenticateBy({
        token: entra.readToken,
        keys: () => Promise.resolve([known.stored, old.stored]),
        now: Date.now,
      }),
    })
  })

  afterAll(async () => {
    await service.close()
    await entra.close()
  })

  for (const [what, headersOf] of Object.entries(refused)) {
    it(`is told so by every operation for ${what}, and asks nothing of Dataverse`, async () => {
      const headers = await headersOf(entra)
      const before = service.local.trace.totals.requests
      const codes = new Set<unknown>()
      for (const entry of guarded) codes.add(codeOf(await service.send(requestOf(entry, headers))))

      expect([...codes]).toEqual(['Unauthenticated'])
      expect(service.local.trace.totals.requests).toBe(before)
    })
  }

  it('is refused every operation without the role that it takes', async () => {
    for (const entry of forRoles) {
      const { operationId } = entry.operation
      const others = ['Submit', 'Read', 'Certify', 'Administer']
        .filter((role) => role.toLowerCase() !== duties[operationId])
        .map((role) => `DataIntegration.${role}`)
      const headers = bearer(await entra.token({ claims: { roles: others } }))
      const answer = await service.send(requestOf(entry, headers))

      expect([operationId, codeOf(answer)]).toEqual([operationId, 'Forbidden'])
    }
  })

  it('finds nothing at an address that is the credential, where the credential is a guess', async () => {
    for (const entry of operations.filter((one) => dutyOf(one) === 'address')) {
      const answer = await service.send(requestOf(entry, {}))

      expect(answer.status).withContext(entry.operation.operationId).toBeGreaterThanOrEqual(400)
      expect(answer.status).withContext(entry.operation.operationId).toBeLessThan(500)
    }
  })

  it('is not told by the answer what was sent', async () => {
    const { body } = await service.send({
      method: 'GET',
      url: '/v1/sync-jobs',
      headers: { 'x-api-key': stranger.key },
    })

    expect(JSON.stringify(body)).not.toContain(stranger.key.slice(17))
  })
})
