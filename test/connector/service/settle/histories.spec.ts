import fc from 'fast-check'

import { create } from '../../../../connector/dataverse/index.js'
import { identifierHash, identifierId } from '../../../../connector/engine/index.js'
import { contact, integrationIdentifier } from '../../../../solution/tables/index.js'
import { addPolicy } from '../../../support/worker-stack.js'
import { governed, histories, LivingStack } from './history-commands.js'
import { ReferenceModel } from './reference-model.js'
import { SettleStack, targetTable } from './settle-stack.js'

const numRuns = Number(process.env['HISTORIES_RUNS'] ?? 25)

/** One record that two sources know, with policies of its own for each column. */
async function start(): Promise<SettleStack> {
  const at = await SettleStack.start()
  await addPolicy(at.client, targetTable, null, { createMissingRecords: true })
  for (const column of Object.values(governed)) {
    const { logicalName } = contact.columns[column]
    await addPolicy(at.client, targetTable, logicalName, {
      commitMode: 'onCertify',
      certificationsRequired: 1,
      writeBack: true,
    })
  }
  return at
}

async function linkRecord(at: SettleStack): Promise<void> {
  await at.send('HR', { [contact.columns.lastName.logicalName]: 'Lovelace' })
  const key = { sourceSystemKey: 'CRM', targetTable, externalKey: 'E-1' }
  const { id: targetId } = await at.contact()
  const row = { ...key, targetId, name: 'CRM E-1', keyHash: identifierHash(key) }
  await at.client.send(create(integrationIdentifier, identifierId(key), row))
}

describe('whatever sources, stewards, administrators and people outside do to a record, and wherever its worker dies', () => {
  beforeAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 600_000
  })

  it('it holds what was applied last or typed since, every decision is settled, nothing in the ledger is lost or changed, and counts and chain add up', async () => {
    let lived = 0
    await fc.assert(
      fc.asyncProperty(histories, async (commands) => {
        const at = await start()
        try {
          const living = new LivingStack(at)
          await linkRecord(at)
          await fc.asyncModelRun(() => ({ model: new ReferenceModel(), real: living }), commands)
          await living.verifies()
          lived += 1
        } finally {
          await at.close()
        }
      }),
      { numRuns },
    )
    expect(lived).toBe(numRuns)
  })
})
