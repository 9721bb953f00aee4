import { create, remove, update } from '../../../../connector/dataverse/index.js'
import { laneId } from '../../../../connector/engine/index.js'
import { checkpointOf } from '../../../../connector/service/proof/index.js'
import { contact, integrationLane, integrationLedger } from '../../../../solution/tables/index.js'
import { noLease, rowsOf, startWorkerStack } from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'
import {
  addPolicies,
  faultsOf,
  longestChain,
  postChange,
  postJobs,
  tamper,
  verdictsOf,
} from './written-ledger.js'

const origin = { takenOn: '2026-11-21T10:00:00Z', environment: 'here' }

describe('Verifying a ledger', () => {
  let stack: WorkerStack

  beforeEach(async () => {
    stack = await startWorkerStack()
    await addPolicies(stack)
    await postJobs(stack)
  })

  afterEach(async () => {
    await stack.close()
  })

  const finishJobs = async () => {
    const worker = stack.startWorker()
    await stack.settled()
    await worker.stop()
  }

  it('finds no fault in what jobs wrote, and counts every entry', async () => {
    await finishJobs()
    const verdicts = await verdictsOf(stack)
    expect(verdicts.flatMap(({ firstFault }) => firstFault ?? [])).toEqual([])
    const verified = verdicts.reduce((sum, lane) => sum + lane.verified, 0)
    expect(verified).toBe((await rowsOf(stack.client, integrationLedger)).length)
    expect(verified).toBeGreaterThan(40)
    expect(new Set(verdicts.map(({ targetTable }) => targetTable)).size).toBe(2)
  })

  it('finds no fault while jobs run, before any of their writes', async () => {
    const found: string[] = []
    let rounds = 0
    const verify = async (): Promise<void> => {
      rounds += 1
      found.push(...(await faultsOf(stack)))
      stack.proxy.beforeNextWrite(verify)
    }
    stack.proxy.beforeNextWrite(verify)
    await finishJobs()
    expect(rounds).toBeGreaterThan(10)
    expect(found).toEqual([])
  })

  it('takes entries of a batch that was cut for what they are, at any write', async () => {
    let provisional = 0
    for (let writes = 3; writes < 400 && provisional === 0; writes += 2) {
      stack.proxy.cutAfter(writes)
      const worker = stack.startWorker({ leaseMs: noLease })
      await stack.settled()
      await worker.stop()
      const verdicts = await verdictsOf(stack)
      expect(verdicts.flatMap(({ firstFault }) => firstFault ?? [])).toEqual([])
      provisional = verdicts.reduce((sum, lane) => sum + lane.provisional, 0)
      stack.proxy.revive()
    }
    expect(provisional).toBeGreaterThan(0)
    stack.proxy.cutAfter(Infinity)
    stack.startWorker({ leaseMs: noLease })
    await stack.settled()
    const verdicts = await verdictsOf(stack)
    expect(verdicts.map((lane) => [lane.firstFault, lane.provisional])).toEqual(
      verdicts.map(() => [null, 0]),
    )
  })

  describe('that somebody touched', () => {
    beforeEach(finishJobs)

    for (const [column, value] of [
      ['value', 'Mallory'],
      ['previousValue', 'Mallory'],
      ['sourceSystemKey', 'ERP'],
      ['observedDateTime', '2020-01-01T00:00:00Z'],
      ['decisionTrace', null],
      ['aspectKey', 'nickname'],
    ] as const) {
      it(`names the entry whose ${column} was altered`, async () => {
        const { key, entries } = await longestChain(stack)
        await tamper(stack, entries[3]?.id ?? '', column, value)
        expect(await faultsOf(stack)).toEqual([`${key} altered 4`])
      })
    }

    it('names the place of an entry that was deleted', async () => {
      const { key, entries } = await longestChain(stack)
      await stack.client.send(remove(integrationLedger, entries[2]?.id ?? ''))
      expect(await faultsOf(stack)).toEqual([`${key} missing 3`])
    })

    it('names an entry that was moved to another table, and the place it left', async () => {
      const { key, entries } = await longestChain(stack)
      await tamper(stack, entries[1]?.id ?? '', 'targetTable', 'account')
      const faults = await faultsOf(stack)
      expect(faults).toContain(`${key} missing 2`)
      expect(faults.filter((fault) => /^account\/\d inserted null$/.test(fault)).length).toBe(1)
    })

    it('names an entry that was added by hand', async () => {
      await stack.client.send(
        create(integrationLedger, '11111111-1111-4111-8111-111111111111', {
          name: 'By hand',
          ledgerAspect: 'field',
          aspectKey: 'lastname',
          targetTable: contact.logicalName,
          targetId: '0b0b3e5c-7f4e-4d63-8f0e-3c7b1b2a9d10',
          sourceSystemKey: 'HR',
          ledgerStatus: 'pending',
        }),
      )
      const faults = (await verdictsOf(stack)).flatMap(({ firstFault }) => firstFault ?? [])
      expect(faults.map(({ kind, name }) => [kind, name])).toEqual([['inserted', 'By hand']])
    })

    it('finds what a lane lost: its tail, or its row', async () => {
      const { key, entries } = await longestChain(stack)
      const [table = '', lane = ''] = key.split('/')
      const id = laneId(table, Number(lane))
      await stack.client.send(update(integrationLane, id, { lastEntryHash: 'f'.repeat(64) }))
      expect(await faultsOf(stack)).toEqual([`${key} tail ${entries.length}`])
      await stack.client.send(remove(integrationLane, id))
      expect((await faultsOf(stack)).map((fault) => fault.replace(/ \d+$/, ''))).toEqual([
        `${key} inserted`,
      ])
    })

    it('finds a cut tail by the checkpoint that was taken before, also where the lane agrees', async () => {
      const checkpoint = checkpointOf(await verdictsOf(stack), origin)
      const { key, entries } = await longestChain(stack)
      const [table = '', lane = ''] = key.split('/')
      const [last, before] = [entries.at(-1), entries.at(-2)]
      await stack.client.send(remove(integrationLedger, last?.id ?? ''))
      await stack.client.send(
        update(integrationLane, laneId(table, Number(lane)), {
          lastChainSequence: before?.chainSequence ?? 0,
          lastEntryHash: before?.entryHash ?? '',
        }),
      )
      expect(await faultsOf(stack)).toEqual([])
      expect(await faultsOf(stack, { checkpoint })).toEqual([`${key} cut ${entries.length}`])
    })

    it('holds a checkpoint against what was written before it, not after', async () => {
      const checkpoint = checkpointOf(await verdictsOf(stack), origin)
      await postChange(stack)
      await finishJobs()
      const later = checkpointOf(await verdictsOf(stack, { checkpoint }), origin)
      expect(await faultsOf(stack, { checkpoint })).toEqual([])
      expect(later.lanes).not.toEqual(checkpoint.lanes)
    })
  })
})
