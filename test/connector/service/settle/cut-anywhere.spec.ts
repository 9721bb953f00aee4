import { create } from '../../../../connector/dataverse/index.js'
import { identifierHash, identifierId, newRecordId } from '../../../../connector/engine/index.js'
import type { Table } from '../../../../solution/model/index.js'
import {
  contact,
  integrationIdentifier,
  integrationLane,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import { addPolicy, addValueMap, noLease, rowsOf } from '../../../support/worker-stack.js'
import { people, SettleStack, targetTable } from './settle-stack.js'

const { jobTitle, lastName, department } = contact.columns
const title = jobTitle.logicalName
const { ada, ben } = people
const keys = ['E-1', 'E-2', 'E-3', 'E-4', 'E-5'] as const

/** HR and CRM know five people; titles wait for a steward and are told to the other source. */
async function loaded(): Promise<SettleStack> {
  const at = await SettleStack.start()
  await addPolicy(at.client, targetTable, null, { createMissingRecords: true })
  await addPolicy(at.client, targetTable, title, {
    commitMode: 'onCertify',
    writeBack: true,
    codeList: 'Title',
    unmappedCodes: 'passThrough',
  })
  await addPolicy(at.client, targetTable, department.logicalName, {
    commitMode: 'onCertify',
    certificationsRequired: 2,
  })
  for (const sourceSystemKey of ['HR', 'CRM']) {
    const map = { codeList: 'Title', sourceSystemKey, sourceCode: `${sourceSystemKey}-1` }
    await addValueMap(at.client, map, 'Analyst')
  }
  const worker = at.stack.startWorker()
  for (const externalKey of keys) {
    await at.send('HR', { [lastName.logicalName]: 'Lovelace', [title]: 'HR-1' }, externalKey)
    const known = { sourceSystemKey: 'CRM', targetTable, externalKey: `C-${externalKey}` }
    const targetId = newRecordId({ sourceSystemKey: 'HR', targetTable, externalKey })
    const row = { ...known, targetId, name: externalKey, keyHash: identifierHash(known) }
    await at.client.send(create(integrationIdentifier, identifierId(known), row))
    await at.send('CRM', { [title]: 'Countess' }, known.externalKey)
  }
  await at.send('HR', { [lastName.logicalName]: 'King' }, 'E-3')
  await at.send('HR', { [department.logicalName]: 'Engines' }, 'E-4')
  await worker.stop()
  return at
}

/** Held values certified and rejected, an applied one rejected, a first of two, nonsense. */
async function decideSome(at: SettleStack): Promise<void> {
  const entries = await at.entries()
  const entryOf = (externalKey: string, value: string): string => {
    const targetId = newRecordId({ sourceSystemKey: 'HR', targetTable, externalKey })
    const found = entries.find((row) => row.targetId === targetId && row.value === value)
    if (!found) throw new Error(`No entry of ${externalKey} with ${value}.`)
    return found.id
  }
  await at.change(entryOf('E-1', 'Analyst'), ada, { ledgerStatus: 'certified' })
  await at.change(entryOf('E-2', 'Countess'), ben, { ledgerStatus: 'certified' })
  await at.change(entryOf('E-3', 'King'), ada, { ledgerStatus: 'rejected' })
  await at.change(entryOf('E-3', 'Analyst'), ben, { ledgerStatus: 'rejected' })
  await at.change(entryOf('E-4', 'Engines'), ben, { ledgerStatus: 'certified' })
  await at.change(entryOf('E-5', 'Analyst'), ada, { ledgerStatus: 'certified' })
  await at.change(entryOf('E-5', 'Lovelace'), ada, { ledgerStatus: 'revoked' })
}

/** Takes back what was certified, once that is settled. */
async function takeBackSome(at: SettleStack): Promise<void> {
  for (const row of await at.entries()) {
    if (row.settledStatus !== 'certified') continue
    await at.change(row.id, ben, { ledgerStatus: 'revoked' })
  }
}

const written: readonly Table[] = [
  contact,
  integrationIdentifier,
  integrationLedger,
  integrationSyncJob,
  integrationSyncItem,
  integrationLane,
]

/** Columns that tell who did the work and not what came of it. */
const ofTheRun = new Set(['attempts', 'leaseOwner', 'leaseExpiresOn', 'fenceNumber'])

/** All rows, once a job after it all has found the lanes in order. */
async function outcome(at: SettleStack): Promise<unknown> {
  await at.send('HR', { [lastName.logicalName]: 'Byron' }, 'E-6')
  const tables = await Promise.all(written.map((table) => rowsOf(at.client, table)))
  const rows = tables.map((table) =>
    table.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !ofTheRun.has(name))),
    ),
  )
  return JSON.parse(JSON.stringify(rows)) as unknown
}

type Decide = (at: SettleStack) => Promise<void>

const quick = { leaseMs: noLease }

/**
 * Makes decisions that one worker settles, `before` and then `cut`; the latter worker dies at the
 * boundary and another goes on.
 *
 * @returns The rows in the end, and how many writes settling took.
 */
async function run(before: readonly Decide[], cut: Decide, boundary: number) {
  const at = await loaded()
  try {
    for (const decide of before) {
      await decide(at)
      const worker = at.stack.startWorker()
      await at.settle()
      await worker.stop()
    }
    await cut(at)
    const start = at.stack.proxy.writes()
    at.stack.proxy.cutAfter(boundary)
    const doomed = at.stack.startWorker(quick)
    await at.settle()
    await doomed.stop()
    const writes = at.stack.proxy.writes() - start
    const wasCut = at.stack.proxy.isDead()
    at.stack.proxy.revive()
    at.stack.startWorker(quick)
    await at.settle()
    return { rows: await outcome(at), writes, wasCut }
  } finally {
    await at.close()
  }
}

describe('a worker that is killed while it settles decisions', () => {
  beforeAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 600_000
  })

  async function sameEverywhere(before: readonly Decide[], cut: Decide): Promise<unknown> {
    const undisturbed = await run(before, cut, Infinity)
    expect(undisturbed.wasCut).toBeFalse()
    expect(undisturbed.writes).toBeGreaterThan(10)
    for (let boundary = 0; boundary < undisturbed.writes; boundary++) {
      const { rows, wasCut } = await run(before, cut, boundary)
      expect(wasCut).withContext(`killed at write ${boundary}`).toBeTrue()
      expect(rows).withContext(`killed at write ${boundary}`).toEqual(undisturbed.rows)
    }
    return undisturbed.rows
  }

  it('leaves, once another has gone on, the same records, entries and offers to other sources, at whichever write it dies', async () => {
    const rows = await sameEverywhere([], decideSome)
    const [, , entries = [], jobs = [], items = []] = rows as Record<string, unknown>[][]
    const settled = entries.filter((row) => row['settledStatus'] === 'certified')
    expect(settled.map((row) => row['value']).sort()).toEqual(['Analyst', 'Analyst', 'Countess'])
    const offers = items.filter((row) => row['itemStatus'] === 'pending')
    expect(offers.map((row) => [row['externalKey'], row['newValue']]).sort()).toEqual([
      ['C-E-1', 'CRM-1'],
      ['C-E-5', 'CRM-1'],
      ['E-2', 'Countess'],
    ])
    expect(jobs.filter((row) => row['direction'] === 'outbound').length).toBeGreaterThan(1)
  })

  it('does so when what was certified is taken back', async () => {
    const rows = await sameEverywhere([decideSome], takeBackSome)
    const [contacts = []] = rows as Record<string, unknown>[][]
    expect(contacts.map((row) => row['jobTitle'])).toEqual(contacts.map(() => null))
  })
})
