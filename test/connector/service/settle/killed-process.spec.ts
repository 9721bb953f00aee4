import { setTimeout as pause } from 'node:timers/promises'

import {
  create,
  createDataverseClient,
  filter,
  query,
  retrieve,
  update,
} from '../../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../../connector/dataverse/index.js'
import { identifierHash, identifierId, newRecordId } from '../../../../connector/engine/index.js'
import { verifyLedger } from '../../../../connector/service/proof/index.js'
import { startLocalDataverse } from '../../../../solution/local/index.js'
import type { LocalDataverse } from '../../../../solution/local/index.js'
import {
  contact,
  integrationIdentifier,
  integrationLane,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import { startCuttingProxy } from '../../../support/cutting-proxy.js'
import type { CuttingProxy } from '../../../support/cutting-proxy.js'
import { startWorkerProcess } from '../../../support/worker-process.js'
import type { WorkerProcess } from '../../../support/worker-process.js'
import { addPolicy, postJob, rowsOf } from '../../../support/worker-stack.js'
import { people, targetTable } from './settle-stack.js'

const { jobTitle, lastName } = contact.columns
const title = jobTitle.logicalName
/** Seconds: worker processes go by the machine's clock, which must not stand before the job. */
const longAgo = -365 * 86_400
const settings = { LEASE_SECONDS: '5', POLL_MS: '50', LOG_LEVEL: 'error' }
/** More than twice the writes that settling one decision takes. */
const persons = 60

function personId(person: number): string {
  return newRecordId({ sourceSystemKey: 'HR', targetTable, externalKey: `E-${person}` })
}

/** People whom HR and CRM know; HR's titles wait for a steward and are told to CRM. */
async function loadPeople(client: DataverseClient): Promise<void> {
  await addPolicy(client, targetTable, null, { createMissingRecords: true })
  await addPolicy(client, targetTable, title, { commitMode: 'onCertify', writeBack: true })
  const externalKeys = Array.from({ length: persons }, (_, person) => `E-${person}`)
  await postJob(client, {
    sourceSystemKey: 'HR',
    submissionKey: 'people',
    at: longAgo,
    items: externalKeys.flatMap((externalKey) => [
      { targetTable, externalKey, fieldName: lastName.logicalName, newValue: 'Lovelace' },
      { targetTable, externalKey, fieldName: title, newValue: 'Analyst' },
    ]),
  })
  for (const [person, name] of externalKeys.entries()) {
    const known = { sourceSystemKey: 'CRM', targetTable, externalKey: `C-${name}` }
    const row = { ...known, targetId: personId(person), name, keyHash: identifierHash(known) }
    await client.send(create(integrationIdentifier, identifierId(known), row))
  }
}

async function entryOf(client: DataverseClient, person: number) {
  const entries = filter(integrationLedger)
  const { rows } = await client.send(
    query(integrationLedger, {
      filter: entries.and(entries.eq('targetId', personId(person)), entries.eq('aspectKey', title)),
    }),
  )
  const [entry] = rows
  if (!entry || rows.length > 1) throw new Error(`${rows.length} titles of person ${person}`)
  return entry
}

/** Everything that a decision on one person's title changes, without what differs in each person. */
async function outcomeOf(client: DataverseClient, person: number): Promise<unknown> {
  const record = await client.send(retrieve(contact, personId(person), { select: ['jobTitle'] }))
  const { ledgerStatus, settledStatus, certifiedBy, appliedOn, latest } = await entryOf(
    client,
    person,
  )
  const offered = (await rowsOf(client, integrationSyncItem)).filter(
    (row) => row['externalKey'] === `C-E-${person}`,
  )
  return {
    record: record.jobTitle,
    entry: {
      ledgerStatus,
      settledStatus,
      by: certifiedBy?.id,
      applied: appliedOn !== null,
      latest,
    },
    offered: offered.map((row) => [row['fieldName'], row['newValue'], row['itemStatus']]),
  }
}

describe('worker processes that are killed while they settle', () => {
  let store: LocalDataverse
  let proxy: CuttingProxy
  let client: DataverseClient
  let worker: WorkerProcess

  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 600_000
    store = await startLocalDataverse({ data: ':memory:' })
    proxy = await startCuttingProxy(store.origin)
    client = createDataverseClient({ url: store.origin })
    await loadPeople(client)
    worker = startWorkerProcess(proxy.origin, settings)
    await until(async () => (await statusesOf('inbound')).every((it) => it.startsWith('completed')))
  }, 600_000)

  afterAll(async () => {
    await kill()
    await client.close()
    await proxy.close()
    await store.close()
  })

  async function statusesOf(direction: string): Promise<string[]> {
    const jobs = await rowsOf(client, integrationSyncJob)
    return jobs.flatMap((job) => (job['direction'] === direction ? [String(job['jobStatus'])] : []))
  }

  async function kill(): Promise<void> {
    worker.signal('SIGKILL')
    await worker.exited
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    while (!(await isSo())) await pause(10)
  }

  async function certify(person: number): Promise<void> {
    const { id } = await entryOf(client, person)
    const { entraObjectId: callerObjectId } = people.ada
    const certified = update(integrationLedger, id, { ledgerStatus: 'certified' })
    await client.send(certified, { callerObjectId })
  }

  async function isSettled(person: number): Promise<boolean> {
    return (await entryOf(client, person)).settledStatus === 'certified'
  }

  /** Whether every batch that was begun is through: no lane has a journal. */
  async function isIdle(): Promise<boolean> {
    const lanes = await rowsOf(client, integrationLane)
    return lanes.every((lane) => lane['journal'] === null)
  }

  /** Certifies one person's title; the worker is killed at that write, and another goes on. */
  async function decide(person: number, boundary: number): Promise<{ readonly killed: boolean }> {
    proxy.cutAfter(boundary)
    await certify(person)
    await until(async () => proxy.isDead() || ((await isSettled(person)) && (await isIdle())))
    if (!proxy.isDead()) return { killed: false }
    await kill()
    proxy.revive()
    worker = startWorkerProcess(proxy.origin, settings)
    await until(() => isSettled(person))
    return { killed: true }
  }

  it('leave the same record, entry and offer, whichever write the signal comes at', async () => {
    expect(await decide(0, Infinity)).toEqual({ killed: false })
    const undisturbed = await outcomeOf(client, 0)
    expect(undisturbed).toEqual({
      record: 'Analyst',
      entry: {
        ledgerStatus: 'certified',
        settledStatus: 'certified',
        by: people.ada.id,
        applied: true,
        latest: true,
      },
      offered: [['jobtitle', 'Analyst', 'pending']],
    })

    const boundaries = persons / 2 - 1
    let writes = 0
    for (let boundary = 0; boundary < boundaries && writes === 0; boundary++) {
      const [doomed, next] = [2 * boundary + 1, 2 * boundary + 2]
      const { killed } = await decide(doomed, boundary)
      // A journal whose rows are all there is put away by whoever needs the lane next.
      await decide(next, Infinity)
      for (const person of [doomed, next]) {
        expect(await outcomeOf(client, person))
          .withContext(`killed at write ${boundary}`)
          .toEqual(undisturbed)
      }
      if (!killed) writes = boundary
    }

    expect(writes).withContext('writes that settling takes').toBeGreaterThan(4)
    for await (const { firstFault } of verifyLedger(client, { checkpoint: null })) {
      expect(firstFault).toBeNull()
    }
  })
})
