import { serviceUser, stewards } from '../../../solution/local/index.js'
import { team } from '../../../solution/tables/index.js'
import { closeHosts, missingId, rowId, startHost } from './host.js'
import type { Host } from './host.js'

describe('callers', () => {
  let host: Host

  beforeEach(async () => {
    host = await startHost()
  })
  afterEach(closeHosts)

  const [steward = serviceUser] = stewards

  it('are the service user when no header names one', async () => {
    const { json } = await host.send('GET', 'WhoAmI')

    expect(json['UserId']).toBe(serviceUser.id)
  })

  for (const [header, id] of [
    ['CallerObjectId', steward.entraObjectId],
    ['MSCRMCallerID', steward.id],
  ] as const) {
    it(`are whom ${header} names; rows say who made them for whom`, async () => {
      const { json: who } = await host.send('GET', 'WhoAmI', undefined, { [header]: id })
      expect(who['UserId']).toBe(steward.id)

      await host.send('POST', 'accounts', { accountid: rowId(1) }, { [header]: id })
      const { json } = await host.send('GET', `accounts(${rowId(1)})`)
      expect(json['_createdby_value']).toBe(steward.id)
      expect(json['_createdonbehalfby_value']).toBe(serviceUser.id)
      expect(json['_ownerid_value']).toBe(steward.id)

      await host.send('PATCH', `accounts(${rowId(1)})`, { name: 'x' })
      const { json: changed } = await host.send('GET', `accounts(${rowId(1)})`)
      expect(changed['_modifiedby_value']).toBe(serviceUser.id)
      expect(changed['_modifiedonbehalfby_value']).toBeNull()
    })

    it(`are refused with 403 when ${header} names nobody, and 400 when it is no GUID`, async () => {
      expect((await host.send('GET', 'WhoAmI', undefined, { [header]: missingId })).status).toBe(
        403,
      )
      expect((await host.send('POST', 'accounts', {}, { [header]: missingId })).status).toBe(403)
      expect((await host.send('GET', 'WhoAmI', undefined, { [header]: 'x' })).status).toBe(400)
    })
  }

  it('are the first steward on the pages of the local app, unless a header names another', async () => {
    const page = await fetch(`${host.local.origin}/app/`)
    const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';')
    const { json } = await host.send('GET', 'WhoAmI', undefined, { Cookie: cookie })
    expect(json['UserId']).toBe(steward.id)
    const other = stewards[1] ?? serviceUser
    const headers = { Cookie: `other=1; ${cookie}`, CallerObjectId: other.entraObjectId }
    expect((await host.send('GET', 'WhoAmI', undefined, headers)).json['UserId']).toBe(other.id)
  })

  it('are refused once they are disabled', async () => {
    await host.send('PATCH', `systemusers(${steward.id})`, { isdisabled: true })
    const answer = await host.send('GET', 'WhoAmI', undefined, { MSCRMCallerID: steward.id })

    expect([answer.status, answer.code]).toEqual([403, '0x80040225'])
  })

  it('can give a row another owner, a user or a team, but not none', async () => {
    await host.send('POST', team.entitySetName, { teamid: rowId(7), name: 'T' })
    await host.send('POST', 'accounts', { accountid: rowId(1) })
    const assign = (bind: string | null) =>
      host.send('PATCH', `accounts(${rowId(1)})`, { 'ownerid@odata.bind': bind })
    const row = async () => (await host.send('GET', `accounts(${rowId(1)})`)).json

    expect((await assign(`/systemusers(${steward.id})`)).status).toBe(204)
    expect((await row())['_owninguser_value']).toBe(steward.id)
    expect((await assign(`/teams(${rowId(7)})`)).status).toBe(204)
    expect([(await row())['_owningteam_value'], (await row())['_owninguser_value']]).toEqual([
      rowId(7),
      null,
    ])
    expect((await assign(null)).status).toBe(400)
    expect((await host.send('DELETE', `teams(${rowId(7)})`)).code).toBe('0x80048d21')
  })
})
