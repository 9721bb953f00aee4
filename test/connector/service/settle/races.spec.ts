import { query, remove, update } from '../../../../connector/dataverse/index.js'
import { contact } from '../../../../solution/tables/index.js'
import { people } from './settle-stack.js'
import type { SettleStack } from './settle-stack.js'
import { title, TitleScene } from './title-scene.js'

const { ada, ben } = people

describe('decisions that race', () => {
  let scene: TitleScene
  let at: SettleStack

  beforeEach(async () => {
    scene = await TitleScene.start()
    ;({ at } = scene)
  })

  afterEach(() => at.close())

  const titleNow = () => scene.titleNow()
  const ask = (...decision: Parameters<TitleScene['ask']>) => scene.ask(...decision)
  const decide = (...decision: Parameters<TitleScene['decide']>) => scene.decide(...decision)

  /** While no worker runs; then one settles all of it. */
  async function meanwhile(act: () => Promise<void>): Promise<void> {
    await scene.worker.stop()
    await act()
    scene.worker = at.stack.startWorker()
    await at.settle()
  }

  /** Acts after the worker has taken the lanes and read, before it writes what it decided. */
  function beforeItIsWritten(act: () => Promise<void>): void {
    const { proxy } = at.stack
    proxy.beforeNextWrite(() => {
      proxy.beforeNextWrite(act)
      return Promise.resolve()
    })
  }

  async function entriesAreConsistent(): Promise<void> {
    const entries = (await at.entries()).filter(({ aspectKey }) => aspectKey === title)
    const heads = entries.filter((row) => row.appliedOn !== null && row.supersededOn === null)
    expect(heads.length).toBeLessThan(2)
    expect(await titleNow()).toBe(heads[0]?.value ?? null)
    for (const row of entries) expect(row.settledStatus).toBe(row.ledgerStatus)
  }

  it('a value that is certified before the next one of its source arrives is written, and the next one waits', async () => {
    await decide('HR', 'Analyst', ada, 'certified')
    await at.send('HR', { [title]: 'Engineer' })
    expect(await titleNow()).toBe('Analyst')
    expect((await at.entry('HR', 'Engineer')).ledgerStatus).toBe('pending')
  })

  it('a value that is certified after the next one of its source arrived is put back, and the steward told to decide on that one', async () => {
    await at.send('HR', { [title]: 'Engineer' })
    const late = await decide('HR', 'Analyst', ada, 'certified')
    expect(late.ledgerStatus).toBe('pending')
    expect(late.reason).toContain('another value took the place of this one. Decide on that one.')
    expect(await titleNow()).toBeNull()
  })

  it('certifying while its source sends the next value ends as one of the two, never in between', async () => {
    at.stack.startWorker()
    const values = ['Analyst', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
    for (const [index, value] of values.entries()) {
      const next = values[index + 1]
      if (next === undefined) break
      await Promise.all([ask('HR', value, ada, 'certified'), at.send('HR', { [title]: next })])
      await at.settle()
      const [now, then] = [await at.entry('HR', value), await at.entry('HR', next)]
      if (now.settledStatus === 'certified') {
        expect(now.certifiedBy?.id).toBe(ada.id)
        expect(await titleNow()).toBe(value)
      } else {
        expect(now.ledgerStatus).toBe('pending')
        expect(now.reason).toContain('another value took the place of this one')
      }
      expect(then.ledgerStatus).toBe('pending')
      expect(then.appliedOn).toBeNull()
      await entriesAreConsistent()
    }
  })

  it('revoking a value after a newer one was certified is put back, and the newer one stays', async () => {
    await decide('HR', 'Analyst', ada, 'certified')
    await at.send('CRM', { [title]: 'Countess' })
    await decide('CRM', 'Countess', ben, 'certified')
    const revoked = await decide('HR', 'Analyst', ada, 'revoked')
    expect([revoked.ledgerStatus, revoked.settledStatus]).toEqual(['certified', 'certified'])
    expect(revoked.reason).toContain('another value took the place of this one')
    expect(await titleNow()).toBe('Countess')
  })

  it('revoking both of two certified values at once takes back one after the other', async () => {
    await decide('HR', 'Analyst', ada, 'certified')
    await at.send('CRM', { [title]: 'Countess' })
    await decide('CRM', 'Countess', ben, 'certified')
    await meanwhile(async () => {
      await ask('CRM', 'Countess', ada, 'revoked')
      await ask('HR', 'Analyst', ben, 'revoked')
    })
    expect(await titleNow()).toBeNull()
    expect((await at.entry('HR', 'Analyst')).settledStatus).toBe('revoked')
    expect((await at.entry('CRM', 'Countess')).settledStatus).toBe('revoked')
  })

  it('revoking twice takes back once', async () => {
    await decide('HR', 'Analyst', ada, 'certified')
    const once = await decide('HR', 'Analyst', ada, 'revoked')
    const { id } = await at.contact()
    await at.client.send(update(contact, id, { jobTitle: 'Typed by hand' }))
    const twice = await decide('HR', 'Analyst', ben, 'revoked')
    expect(twice.decisionHash).toBe(once.decisionHash)
    expect(twice.decidedBy?.id).toBe(ada.id)
    expect(await titleNow()).toBe('Typed by hand')
  })

  it('revoking on a record that is deleted takes effect without it, and makes no record', async () => {
    await decide('HR', 'Analyst', ada, 'certified')
    await at.client.send(remove(contact, (await at.contact()).id))
    const revoked = await decide('HR', 'Analyst', ben, 'revoked')
    expect(revoked.settledStatus).toBe('revoked')
    expect(revoked.reason).toBe('The record is not there any more.')
    expect((await at.client.send(query(contact))).rows).toEqual([])
  })

  it('a record that is deleted while its value is being written leaves the decision put back with the reason', async () => {
    const { id } = await at.contact()
    beforeItIsWritten(async () => {
      await at.client.send(remove(contact, id))
    })
    const certified = await decide('HR', 'Analyst', ada, 'certified')
    expect([certified.ledgerStatus, certified.appliedOn]).toEqual(['pending', null])
    expect(certified.reason).toBe('Nothing was decided: the record is not there any more.')
  })

  it('what somebody typed while the value was being written is what revoking brings back', async () => {
    const { id } = await at.contact()
    beforeItIsWritten(async () => {
      await at.client.send(update(contact, id, { jobTitle: 'Typed by hand' }))
    })
    await decide('HR', 'Analyst', ada, 'certified')
    expect(await titleNow()).toBe('Analyst')
    await decide('HR', 'Analyst', ada, 'revoked')
    expect(await titleNow()).toBe('Typed by hand')
  })

  it('a steward who changes their mind while the first decision is being written is told that it stands', async () => {
    const { id } = await at.entry('HR', 'Analyst')
    beforeItIsWritten(() => at.change(id, ben, { ledgerStatus: 'rejected' }))
    const entry = await decide('HR', 'Analyst', ada, 'certified')
    expect([entry.ledgerStatus, entry.settledStatus]).toEqual(['certified', 'certified'])
    expect(entry.certifiedBy?.id).toBe(ada.id)
    expect(entry.reason).toContain('a certified value cannot become rejected. Revoke it instead.')
    expect(await titleNow()).toBe('Analyst')
  })

  it('certifying what somebody just rejected is put back with what could be done', async () => {
    await decide('HR', 'Analyst', ada, 'rejected')
    const certified = await decide('HR', 'Analyst', ben, 'certified')
    expect([certified.ledgerStatus, certified.settledStatus]).toEqual(['rejected', 'rejected'])
    expect(certified.reason).toContain('A new value from the source can be certified.')
    expect(await titleNow()).toBeNull()
  })

  it('of two stewards who choose two rivals the first wins, and the other is told on the row', async () => {
    await at.send('CRM', { [title]: 'Countess' })
    await meanwhile(async () => {
      await ask('CRM', 'Countess', ben, 'certified')
      await ask('HR', 'Analyst', ada, 'certified')
    })
    const [won, lost] = [await at.entry('CRM', 'Countess'), await at.entry('HR', 'Analyst')]
    expect(await titleNow()).toBe('Countess')
    expect(won.certifiedBy?.id).toBe(ben.id)
    expect([lost.ledgerStatus, lost.settledStatus]).toEqual(['rejected', 'rejected'])
    expect(lost.reason).toBe(`A steward certified the value of CRM instead (${won.name ?? ''}).`)
    expect(lost.decidedBy?.id).toBe(ben.id)
  })

  it('of two stewards who choose two rivals at once, with several workers, exactly one wins', async () => {
    at.stack.startWorker()
    await at.send('CRM', { [title]: 'Countess' })
    await Promise.all([
      ask('CRM', 'Countess', ben, 'certified'),
      ask('HR', 'Analyst', ada, 'certified'),
    ])
    await at.settle()
    const both = [await at.entry('CRM', 'Countess'), await at.entry('HR', 'Analyst')]
    expect(both.map((row) => row.settledStatus).sort()).toEqual(['certified', 'rejected'])
    expect(await titleNow()).toBe(
      both.find((row) => row.settledStatus === 'certified')?.value ?? '',
    )
    await entriesAreConsistent()
  })
})
