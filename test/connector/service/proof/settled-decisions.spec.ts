import { update } from '../../../../connector/dataverse/index.js'
import { contact, integrationLedger, systemUser } from '../../../../solution/tables/index.js'
import type { IntegrationLedgerRow } from '../../../../solution/tables/index.js'
import { addPolicy } from '../../../support/worker-stack.js'
import { people, SettleStack, targetTable } from '../settle/settle-stack.js'
import { faultsOf, tamper } from './written-ledger.js'

const { firstName, jobTitle, lastName } = contact.columns
const { ada, ben } = people

const systemUserOf = (id: string) => ({ table: systemUser.logicalName, id })

describe('Verifying what stewards decided', () => {
  let at: SettleStack

  beforeEach(async () => {
    at = await SettleStack.start()
    const policy = { createMissingRecords: true, authoritativeSources: 'HR;CRM' }
    await addPolicy(at.client, targetTable, null, policy)
    await addPolicy(at.client, targetTable, jobTitle.logicalName, { commitMode: 'onCertify' })
    await addPolicy(at.client, targetTable, firstName.logicalName, {
      commitMode: 'onCertify',
      certificationsRequired: 2,
    })
    await addPolicy(at.client, targetTable, lastName.logicalName, { autoCertify: 'yes' })
    at.stack.startWorker()
    await at.send('HR', {
      [firstName.logicalName]: 'Ada',
      [jobTitle.logicalName]: 'Analyst',
      [lastName.logicalName]: 'Lovelace',
    })
  })

  afterEach(() => at.close())

  const faults = () => faultsOf(at.stack)

  async function decide(
    value: string,
    who: typeof ada,
    ledgerStatus: IntegrationLedgerRow['ledgerStatus'],
  ): Promise<string> {
    const { id } = await at.entry('HR', value)
    await at.change(id, who, { ledgerStatus })
    // Before the service has settled it, in most runs.
    expect(await faults())
      .withContext(`${value} ${ledgerStatus}, asked for`)
      .toEqual([])
    await at.settle()
    expect(await faults())
      .withContext(`${value} ${ledgerStatus}, settled`)
      .toEqual([])
    return id
  }

  it('finds no fault in certified, rejected and revoked values, by one steward or two', async () => {
    await decide('Analyst', ada, 'certified')
    await decide('Analyst', ben, 'revoked')
    await decide('Ada', ada, 'certified')
    await decide('Ada', ben, 'certified')
    await decide('Ada', ada, 'revoked')
    await at.send('HR', { [jobTitle.logicalName]: 'Countess' })
    await decide('Countess', ben, 'rejected')
    expect(await faults()).toEqual([])
  })

  it('finds no fault where a steward revokes what a policy certified', async () => {
    await decide('Lovelace', ada, 'revoked')
  })

  it('finds no fault where a decision was not possible and was put back', async () => {
    await decide('Analyst', ada, 'revoked')
    await decide('Analyst', ada, 'rejected')
    await decide('Analyst', ben, 'certified')
    await decide('Lovelace', ben, 'rejected')
    await decide('Lovelace', ben, 'revoked')
    await decide('Lovelace', ada, 'certified')
  })

  it('names the entry whose steward was exchanged, and the one that lost its decision', async () => {
    const id = await decide('Analyst', ada, 'certified')
    const { chainKey, chainSequence, decisionHash } = await at.entry('HR', 'Analyst')
    const named = `${(chainKey ?? '').replace(/\/\d+$/, '')} decision ${String(chainSequence)}`
    await at.client.send(update(integrationLedger, id, { certifiedBy: systemUserOf(ben.id) }))
    expect(await faults()).toEqual([named])
    await at.client.send(update(integrationLedger, id, { certifiedBy: systemUserOf(ada.id) }))
    expect(await faults()).toEqual([])
    await tamper(at.stack, id, 'decisionHash', null)
    expect(await faults()).toEqual([named])
    expect(decisionHash).toMatch(/^[0-9a-f]{64}$/)
  })
})
