import { create, remove, update } from '../../../../connector/dataverse/index.js'
import { decisionHash, decisionsOf } from '../../../../connector/engine/decision-hash.js'
import { identifierHash, identifierId } from '../../../../connector/engine/index.js'
import { contact, integrationIdentifier } from '../../../../solution/tables/index.js'
import { addPolicy } from '../../../support/worker-stack.js'
import { people, SettleStack, targetTable } from './settle-stack.js'

const { jobTitle, lastName } = contact.columns
const title = jobTitle.logicalName
const { ada, ben } = people

describe('a decision of a steward', () => {
  let at: SettleStack

  beforeEach(async () => {
    at = await SettleStack.start()
    await addPolicy(at.client, targetTable, null, {
      createMissingRecords: true,
      authoritativeSources: 'HR;CRM',
    })
    await addPolicy(at.client, targetTable, title, {
      commitMode: 'onCertify',
      authoritativeSources: 'HR;CRM',
      staleAfterDays: 30,
    })
    at.stack.startWorker()
    await at.send('HR', { [lastName.logicalName]: 'Lovelace', [title]: 'Analyst' })
    const { id: targetId } = await at.contact()
    const key = { sourceSystemKey: 'CRM', targetTable, externalKey: 'E-1' }
    await at.client.send(
      create(integrationIdentifier, identifierId(key), {
        ...{ ...key, targetId, name: 'CRM E-1', keyHash: identifierHash(key) },
      }),
    )
  })

  afterEach(() => at.close())

  const titleNow = async () => (await at.contact()).jobTitle
  const decide = async (
    source: string,
    value: string,
    who: typeof ada,
    ledgerStatus: 'certified' | 'rejected' | 'revoked' | 'pending',
  ) => {
    await at.change((await at.entry(source, value)).id, who, { ledgerStatus })
    await at.settle()
    return at.entry(source, value)
  }

  it('certifies a held value: it is on the record, in the name and at the time of the steward', async () => {
    expect(await titleNow()).toBeNull()
    const entry = await decide('HR', 'Analyst', ada, 'certified')
    expect(await titleNow()).toBe('Analyst')
    expect(entry.settledStatus).toBe('certified')
    expect(entry.certifiedBy?.id).toBe(ada.id)
    expect(entry.certifiedDateTime).toEqual(new Date(at.stack.clock.now))
    expect(entry.appliedOn).not.toBeNull()
    expect(entry.supersededOn).toBeNull()
    expect(entry.staleOn?.getTime()).toBe(at.stack.clock.now + 30 * 86_400_000)
    expect(entry.decidedBy?.id).toBe(ada.id)
    expect(entry.reason).toBe('Certified by a steward. Job Title changed from empty to "Analyst".')
  })

  it('rejects a held value: the record stays, and the source is not asked again', async () => {
    const entry = await decide('HR', 'Analyst', ada, 'rejected')
    expect(entry.settledStatus).toBe('rejected')
    expect(entry.decidedBy?.id).toBe(ada.id)
    expect(await titleNow()).toBeNull()
    await at.send('HR', { [title]: 'Analyst' })
    expect(await titleNow()).toBeNull()
    expect((await at.entry('HR', 'Analyst')).settledStatus).toBe('rejected')
  })

  it('chooses one of two values that contradict each other, and rejects the other with a reason', async () => {
    await at.send('CRM', { [title]: 'Countess' })
    const chosen = await decide('CRM', 'Countess', ada, 'certified')
    const other = await at.entry('HR', 'Analyst')
    expect(await titleNow()).toBe('Countess')
    expect([other.ledgerStatus, other.settledStatus]).toEqual(['rejected', 'rejected'])
    expect(other.reason).toBe(`A steward certified the value of CRM instead (${chosen.name}).`)
    expect(other.decidedBy?.id).toBe(ada.id)
  })

  it('revokes: the value certified before it returns, and its entry with it', async () => {
    await decide('HR', 'Analyst', ada, 'certified')
    await at.send('CRM', { [title]: 'Countess' })
    await decide('CRM', 'Countess', ben, 'certified')
    expect(await titleNow()).toBe('Countess')
    expect((await at.entry('HR', 'Analyst')).supersededOn).not.toBeNull()

    const revoked = await decide('CRM', 'Countess', ada, 'revoked')
    expect(await titleNow()).toBe('Analyst')
    expect(revoked.settledStatus).toBe('revoked')
    expect(revoked.supersededOn).not.toBeNull()
    expect(revoked.certifiedBy?.id).toBe(ben.id)
    expect(revoked.decidedBy?.id).toBe(ada.id)
    expect(revoked.reason).toBe('Job Title is "Analyst" again.')
    const returned = await at.entry('HR', 'Analyst')
    expect(returned.supersededOn).toBeNull()
    expect(returned.settledStatus).toBe('certified')
  })

  it('restores exactly what a person had typed before the value was written', async () => {
    const { id } = await at.contact()
    await at.client.send(update(contact, id, { jobTitle: 'Typed by hand' }))
    await decide('HR', 'Analyst', ada, 'certified')
    expect(await titleNow()).toBe('Analyst')
    await decide('HR', 'Analyst', ada, 'revoked')
    expect(await titleNow()).toBe('Typed by hand')
  })

  it('keeps what somebody changed since, and says so', async () => {
    await decide('HR', 'Analyst', ada, 'certified')
    const { id } = await at.contact()
    await at.client.send(update(contact, id, { jobTitle: 'Typed by hand' }))
    const revoked = await decide('HR', 'Analyst', ada, 'revoked')
    expect(await titleNow()).toBe('Typed by hand')
    expect(revoked.settledStatus).toBe('revoked')
    expect(revoked.reason).toBe('Job Title was changed since and stays "Typed by hand".')
  })

  it('rejects a value that was written already: the record has the one before', async () => {
    await at.send('HR', { [lastName.logicalName]: 'King' })
    expect((await at.contact()).lastName).toBe('King')
    await decide('HR', 'King', ada, 'rejected')
    expect((await at.contact()).lastName).toBe('Lovelace')
    expect((await at.entry('HR', 'Lovelace')).supersededOn).toBeNull()
  })

  it('on a record that is gone is put back, or taken back without effect, with the reason', async () => {
    const { id } = await at.contact()
    await at.client.send(remove(contact, id))
    const certified = await decide('HR', 'Analyst', ada, 'certified')
    expect([certified.ledgerStatus, certified.appliedOn]).toEqual(['pending', null])
    expect(certified.reason).toBe('Nothing was decided: the record is not there any more.')
    const rejected = await decide('HR', 'Lovelace', ada, 'rejected')
    expect(rejected.settledStatus).toBe('rejected')
    expect(rejected.reason).toBe('The record is not there any more.')
  })

  it('that makes no sense is put back with what to do instead', async () => {
    const revoked = await decide('HR', 'Analyst', ada, 'revoked')
    expect(revoked.ledgerStatus).toBe('pending')
    expect(revoked.reason).toContain('only a certified value can be revoked')
    await decide('HR', 'Analyst', ada, 'certified')
    const pending = await decide('HR', 'Analyst', ben, 'pending')
    expect(pending.ledgerStatus).toBe('certified')
    expect(pending.certifiedBy?.id).toBe(ada.id)
    expect(pending.reason).toContain('Revoke it instead')
  })

  it('is theirs, whatever the row claims', async () => {
    const { id } = await at.entry('HR', 'Analyst')
    const certifiedBy = { table: 'systemuser', id: ben.id } as const
    const certifiedDateTime = new Date(Date.UTC(2001, 0, 1))
    await at.change(id, ada, { ledgerStatus: 'certified', certifiedBy, certifiedDateTime })
    await at.settle()
    const entry = await at.entry('HR', 'Analyst')
    expect(entry.certifiedBy?.id).toBe(ada.id)
    expect(entry.certifiedDateTime).toEqual(new Date(at.stack.clock.now))
  })

  it('needs a second, different steward where the policy asks for two', async () => {
    await addPolicy(at.client, targetTable, lastName.logicalName, {
      commitMode: 'onCertify',
      certificationsRequired: 2,
    })
    await at.send('HR', { [lastName.logicalName]: 'King' })
    const once = await decide('HR', 'King', ada, 'certified')
    expect([once.ledgerStatus, once.settledStatus]).toEqual(['pending', 'pending'])
    expect(once.firstCertifiedBy?.id).toBe(ada.id)
    const again = await decide('HR', 'King', ada, 'certified')
    expect(again.ledgerStatus).toBe('pending')
    expect(again.reason).toContain('somebody else than the first')
    expect((await at.contact()).lastName).toBe('Lovelace')
    const twice = await decide('HR', 'King', ben, 'certified')
    expect(twice.settledStatus).toBe('certified')
    expect(twice.certifiedBy?.id).toBe(ben.id)
    expect((await at.contact()).lastName).toBe('King')
  })

  it('is told by the hash of all decisions on the entry', async () => {
    await decide('HR', 'Analyst', ada, 'certified')
    const entry = await decide('HR', 'Analyst', ben, 'revoked')
    const decisions = decisionsOf(entry)
    expect(decisions.map(({ status, by }) => [status, by])).toEqual([
      ['certified', ada.id],
      ['revoked', ben.id],
    ])
    const hash = decisions.reduce<string | null>(
      (previous, decision) => decisionHash(previous, entry.id, decision),
      null,
    )
    expect(entry.decisionHash).toBe(hash)
  })

  it('outlives a reload of every source', async () => {
    await at.send('CRM', { [title]: 'Countess' })
    await decide('CRM', 'Countess', ada, 'certified')
    for (const night of [1, 2]) {
      at.pass(night * 86_400)
      await at.send('HR', { [title]: 'Analyst', [lastName.logicalName]: 'Lovelace' })
      await at.send('CRM', { [title]: 'Countess' })
    }
    await at.settle()
    expect(await titleNow()).toBe('Countess')
    expect((await at.entries()).length).toBe(3)
  })
})
