import { setTimeout as pause } from 'node:timers/promises'

import { query } from '../../../../connector/dataverse/index.js'
import { newRecordId } from '../../../../connector/engine/index.js'
import { account, contact, integrationSyncJob } from '../../../../solution/tables/index.js'
import { addPolicy, noLease, postJob, startOfTime } from '../../../support/worker-stack.js'
import { people, targetTable } from './settle-stack.js'
import type { SettleStack } from './settle-stack.js'
import { TitleScene } from './title-scene.js'

const { firstName } = contact.columns
const { ada, ben } = people
const accounts = account.logicalName
const accountName = account.columns.name.logicalName

describe('a decision that meets', () => {
  let scene: TitleScene
  let at: SettleStack

  beforeEach(async () => {
    scene = await TitleScene.start()
    ;({ at } = scene)
  })

  afterEach(() => at.close())

  const titleNow = () => scene.titleNow()
  const ask = (...decision: Parameters<TitleScene['ask']>) => scene.ask(...decision)

  describe('a worker that died while it settled another', () => {
    /** The worker dies so many writes after the decision; another goes on once `since` is done. */
    async function dies(writes: number, before: () => Promise<void>, since: () => Promise<void>) {
      await scene.worker.stop()
      await before()
      const { proxy } = at.stack
      proxy.cutAfter(writes)
      const doomed = at.stack.startWorker({ leaseMs: noLease })
      while (!proxy.isDead()) await pause(5)
      await doomed.stop()
      await since()
      proxy.revive()
      scene.worker = at.stack.startWorker({ leaseMs: noLease })
      await at.settle()
    }

    for (const writes of [0, 1, 2, 3]) {
      it(`${writes} writes after it began: certifying what it put back takes effect`, async () => {
        await dies(
          writes,
          () => ask('HR', 'Analyst', ben, 'revoked'),
          () => ask('HR', 'Analyst', ada, 'certified'),
        )
        const entry = await at.entry('HR', 'Analyst')
        expect([entry.ledgerStatus, entry.settledStatus]).toEqual(['certified', 'certified'])
        expect(entry.certifiedBy?.id).toBe(ada.id)
        expect(await titleNow()).toBe('Analyst')
      })
    }

    for (const writes of [2, 3, 4]) {
      it(`${writes} writes after it began: revoking what it certified is whose it is`, async () => {
        await dies(
          writes,
          () => ask('HR', 'Analyst', ada, 'certified'),
          () => ask('HR', 'Analyst', ben, 'revoked'),
        )
        const entry = await at.entry('HR', 'Analyst')
        expect([entry.ledgerStatus, entry.settledStatus]).toEqual(['revoked', 'revoked'])
        expect([entry.certifiedBy?.id, entry.decidedBy?.id]).toEqual([ada.id, ben.id])
        expect(await titleNow()).toBeNull()
      })
    }
  })

  describe('a long job', () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...{ targetTable, externalKey: `M-${index}` },
      fieldName: firstName.logicalName,
      newValue: `Ada ${index}`,
    }))

    /** Runs it item by item, a second a write; `act` comes in its midst. Gives when it was done. */
    async function runLongJob(act: () => Promise<void>): Promise<Date> {
      await scene.worker.stop()
      const { proxy, clock } = at.stack
      let writes = 0
      const tick = async (): Promise<void> => {
        clock.now += 1_000
        writes += 1
        if (writes === 15) await act()
        proxy.beforeNextWrite(tick)
      }
      proxy.beforeNextWrite(tick)
      const job = await postJob(at.client, {
        ...{ sourceSystemKey: 'HR', submissionKey: 'long', items: many },
        at: (clock.now - startOfTime) / 1_000,
      })
      at.stack.startWorker({ chunkItems: 1, pollMs: 1_000 })
      await at.stack.settled()
      await at.settle()
      const { rows } = await at.client.send(query(integrationSyncJob))
      const row = rows.find(({ id }) => id === job)
      expect([row?.jobStatus, row?.applied]).toEqual(['completed', many.length])
      return row?.completedDateTime ?? new Date(0)
    }

    it('a decision is settled between its chunks, under its lanes', async () => {
      const done = await runLongJob(() => ask('HR', 'Analyst', ada, 'certified'))
      const entry = await at.entry('HR', 'Analyst')
      expect(entry.settledStatus).toBe('certified')
      expect(await titleNow()).toBe('Analyst')
      expect(entry.appliedOn?.getTime()).toBeLessThan(done.getTime())
    })

    it('so is one on a table that the job does not touch', async () => {
      await addPolicy(at.client, accounts, null, {
        createMissingRecords: true,
        commitMode: 'onIngest',
      })
      await postJob(at.client, {
        ...{ sourceSystemKey: 'HR', submissionKey: 'organisation', at: 60 },
        items: [
          { targetTable: accounts, externalKey: 'O-1', fieldName: accountName, newValue: 'Navy' },
        ],
      })
      await at.stack.settled()
      const done = await runLongJob(() => ask('HR', 'Navy', ada, 'certified'))
      const entry = await at.entry('HR', 'Navy')
      expect(entry.settledStatus).toBe('certified')
      expect(entry.decidedDateTime?.getTime()).toBeLessThan(done.getTime())
      const targetId = newRecordId({
        ...{ sourceSystemKey: 'HR', targetTable: accounts, externalKey: 'O-1' },
      })
      expect(entry.targetId).toBe(targetId)
    })
  })
})
