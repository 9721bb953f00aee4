import { setTimeout as pause } from 'node:timers/promises'

import { update } from '../../../../connector/dataverse/index.js'
import type { SubmittedItem } from '../../../../connector/service/payload.js'
import {
  contact,
  integrationLane,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import {
  addPolicy,
  itemsOf,
  postJob,
  rowsOf,
  startWorkerStack,
} from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'

const targetTable = contact.logicalName

function names(count: number): SubmittedItem[] {
  return Array.from({ length: count }, (_, index) => ({
    targetTable,
    externalKey: `P-${index}`,
    fieldName: contact.columns.lastName.logicalName,
    newValue: `Name ${index}`,
  }))
}

describe('a job that something stands in the way of', () => {
  let stack: WorkerStack

  beforeEach(async () => {
    stack = await startWorkerStack()
    await addPolicy(stack.client, targetTable, null, { createMissingRecords: true })
  })

  afterEach(async () => {
    await stack.close()
  })

  async function jobRow(id: string): Promise<Readonly<Record<string, unknown>>> {
    const rows = await rowsOf(stack.client, integrationSyncJob)
    return rows.find((row) => row['id'] === id) ?? {}
  }

  it('says on its row which right is missing, and goes on once it is given', async () => {
    const job = await postJob(stack.client, {
      sourceSystemKey: 'HR',
      submissionKey: 'right',
      items: names(30),
      at: 0,
    })
    stack.store.faults.add({
      action: 'error',
      method: 'POST',
      url: `${integrationLedger.entitySetName}/`,
      times: 1_000_000,
      status: 403,
      code: '0x80040220',
      message: 'Principal user is missing prvCreategovcdm_IntegrationLedger privilege.',
    })
    stack.startWorker({ maxAttempts: 1_000_000 })
    while ((await jobRow(job))['processMessage'] === null) await pause(5)
    expect((await jobRow(job))['processMessage']).toContain('prvCreategovcdm_IntegrationLedger')
    expect((await jobRow(job))['jobStatus']).toBe('processing')
    stack.store.faults.clear()
    await stack.settled()
    const row = await jobRow(job)
    expect([row['jobStatus'], row['applied'], row['processMessage']]).toEqual([
      'completed',
      30,
      '30 applied.',
    ])
    expect((await rowsOf(stack.client, integrationLedger)).length).toBe(30)
    expect((await rowsOf(stack.client, contact)).length).toBe(30)
  })

  it('is closed as failed when its items cannot be read any more, and still accounts for all of them', async () => {
    const job = await postJob(stack.client, {
      sourceSystemKey: 'HR',
      submissionKey: 'gone',
      items: names(30),
      at: 0,
    })
    await stack.client.send(update(integrationSyncJob, job, { payload: null, payloadParts: 2 }))
    stack.startWorker({ maxAttempts: 2 })
    await stack.settled()
    const row = await jobRow(job)
    expect([row['jobStatus'], row['received'], row['failed']]).toEqual(['failed', 30, 30])
    expect(row['processMessage']).toContain('Given up after 2 attempts')
  })

  it('that is cancelled half way stops there, keeps what is written and lets the next one run', async () => {
    const { client } = stack
    const job = await postJob(client, {
      sourceSystemKey: 'HR',
      submissionKey: 'cancelled',
      items: names(100),
      at: 0,
    })
    stack.proxy.beforeNextWrite(() => {
      stack.proxy.beforeNextWrite(async () => {
        await client.send(update(integrationSyncJob, job, { jobStatus: 'cancelled' }))
      })
      return Promise.resolve()
    })
    stack.startWorker()
    await stack.settled()
    expect((await jobRow(job))['jobStatus']).toBe('cancelled')
    const next = await postJob(client, {
      sourceSystemKey: 'HR',
      submissionKey: 'next',
      items: names(100),
      at: 1,
    })
    await stack.settled()
    const row = await jobRow(next)
    expect(row['jobStatus']).toBe('completed')
    expect(Number(row['applied']) + Number(row['unchanged'])).toBe(100)
    const written = await itemsOf(client, job)
    expect(written.length).toBeLessThan(100)
    expect(written.every((item) => item.itemStatus === 'applied')).toBeTrue()
    expect((await rowsOf(client, contact)).length).toBe(100)
    for (const lane of await rowsOf(client, integrationLane)) expect(lane['leaseOwner']).toBeNull()
    expect((await rowsOf(client, integrationSyncItem)).length).toBe(written.length + 100)
  })
})
