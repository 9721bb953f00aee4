import { query, remove, update } from '../../../../connector/dataverse/index.js'
import { laneId } from '../../../../connector/engine/index.js'
import { duties } from '../../../../connector/definition/source/families.js'
import { startWorker } from '../../../../connector/service/worker/index.js'
import { integrationLane, integrationLedger } from '../../../../solution/tables/index.js'
import { addPolicy, silentLog } from '../../../support/worker-stack.js'
import { submitted } from '../http/jobs.js'
import { codeOf, startService } from '../http/service-under-test.js'
import type { Json, ServiceUnderTest } from '../http/service-under-test.js'

const path = '/v1/ledger-verifications'

describe('VerifyLedger', () => {
  let service: ServiceUnderTest

  beforeEach(async () => {
    service = await startService()
    await addPolicy(service.client, 'contact', null, { createMissingRecords: true })
    const worker = startWorker({
      client: service.client,
      log: silentLog,
      settings: { leaseMs: 60_000, chunkItems: 4_000, pollMs: 10 },
    })
    const items = Array.from({ length: 12 }, (_, index) => ({
      externalKey: `E-${index}`,
      fieldName: 'lastname',
      newValue: `Name ${index}`,
    }))
    const job = await submitted(service, items)
    for (let status: unknown; status !== 'Completed';) {
      status = (await service.get(`/v1/sync-jobs/${job}`)).body['jobStatus']
    }
    await worker.stop()
  })

  afterEach(async () => {
    await service.close()
    expect(service.errors).toEqual([])
  })

  async function firstChain() {
    const { rows } = await service.client.send(
      query(integrationLedger, {
        select: ['name', 'chainKey', 'entryHash'],
        orderBy: ['chainKey asc'],
      }),
    )
    const lane = rows[0]?.chainKey?.split('/')[1] ?? ''
    return {
      lane,
      entries: rows.filter(({ chainKey }) => chainKey?.startsWith(`contact/${lane}/`)),
    }
  }

  it('is for administrators', () => {
    expect(duties['VerifyLedger']).toBe('administer')
  })

  it('finds no fault in what a job wrote, writes nothing, and gives a checkpoint that is taken', async () => {
    const before = service.local.trace.totals.rowWrites
    const { status, body } = await service.post(path, { targetTable: 'contact' })
    expect(status).toBe(200)
    const { isIntact, verified, firstFault, lanes, checkpoint } = body
    expect([isIntact, verified, firstFault, (lanes as Json[]).length]).toEqual([
      true,
      12,
      undefined,
      4,
    ])
    const again = await service.post(path, { targetTable: 'contact', checkpoint })
    expect(again.body['isIntact']).toBe(true)
    expect(service.local.trace.totals.rowWrites).toBe(before)
  })

  it('names the first entry that was altered, and gives no checkpoint', async () => {
    const { lane, entries } = await firstChain()
    const [altered] = entries
    await service.client.send(update(integrationLedger, altered?.id ?? '', { value: 'Mallory' }))
    const { body } = await service.post(path, { targetTable: 'contact' })
    expect([body['isIntact'], body['checkpoint']]).toEqual([false, undefined])
    expect(body['firstFault']).toEqual(
      jasmine.objectContaining({
        kind: 'altered',
        laneNumber: Number(lane),
        chainSequence: 1,
        ledgerEntryId: altered?.id,
        name: altered?.name,
        found: `hash ${altered?.entryHash ?? ''}`,
      }),
    )
  })

  it('finds by a checkpoint that the end of a chain was cut off', async () => {
    const { checkpoint } = (await service.post(path, { targetTable: 'contact' })).body
    const { lane, entries } = await firstChain()
    for (const { id } of entries) await service.client.send(remove(integrationLedger, id))
    await service.client.send(
      update(integrationLane, laneId('contact', Number(lane)), {
        lastChainSequence: 0,
        lastEntryHash: null,
      }),
    )
    expect((await service.post(path, { targetTable: 'contact' })).body['isIntact']).toBe(true)
    const { firstFault } = (await service.post(path, { targetTable: 'contact', checkpoint })).body
    expect((firstFault as Json)['kind']).toBe('cut')
  })

  it('refuses a checkpoint that was changed and a table that is not there', async () => {
    const { checkpoint } = (await service.post(path, { targetTable: 'contact' })).body
    const forged = String(checkpoint).replace(/"sequence": \d+/, '"sequence": 0')
    const answer = await service.post(path, { targetTable: 'contact', checkpoint: forged })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'InvalidCheckpoint'])
    const unknown = await service.post(path, { targetTable: 'contcat' })
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'UnknownTable'])
  })
})
