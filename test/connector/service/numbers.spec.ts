import { setTimeout as pause } from 'node:timers/promises'

import {
  create,
  filter,
  query,
  remove,
  retrieve,
  update,
} from '../../../connector/dataverse/index.js'
import type { SyncJob } from '../../../connector/service/example/api.js'
import { stewards } from '../../../solution/local/index.js'
import { contact, integrationLedger, systemUser } from '../../../solution/tables/index.js'
import { allowContacts, benchSource, contactItems } from '../../bench/contacts.js'
import { runJob } from '../../bench/run-job.js'
import type { JobCost } from '../../bench/run-job.js'
import { startInProcessStack } from './in-process-stack.js'
import type { InProcessStack } from './in-process-stack.js'

const email = contact.columns.emailAddress1.logicalName
const [steward] = stewards

describe('1,000 field items on 250 records, by the trace', () => {
  const items = contactItems(0, 250)
  let stack: InProcessStack
  let first: JobCost

  beforeAll(async () => {
    stack = await startInProcessStack()
    await allowContacts(stack.api)
    await runJob(stack, contactItems(250, 1))
    first = await runJob(stack, items)
  }, 120_000)

  afterAll(async () => {
    await stack.close()
  })

  it('take at most 8 requests and 2.6 row writes an item when the records are new', () => {
    expect(first.rowWritesByTable[contact.logicalName]).toBe(250)
    expect(first.requests).toBeLessThanOrEqual(8)
    expect(first.rowWrites / items.length).toBeLessThanOrEqual(2.6)
  })

  it('write no record and no ledger entry when they come again unchanged', async () => {
    const reload = await runJob(stack, items)

    expectNoTargetOrLedgerWrite(reload)
    expect(reload.rowWrites / items.length).toBeLessThanOrEqual(1.03)
  })

  it('write none either after a steward rejected a value', async () => {
    const rejected = await emailEntryOf('E-1')
    await stack.client.send(update(integrationLedger, rejected.id, { ledgerStatus: 'rejected' }))
    const isSettled = async () => (await emailEntryOf('E-1')).settledStatus === 'rejected'
    while (!(await isSettled())) await pause(20)
    expect(await emailOf(rejected.targetId)).toBe(rejected.previousValue)

    const reload = await runJob(stack, items, isOneRejected)

    expectNoTargetOrLedgerWrite(reload)
    expect(await emailOf(rejected.targetId)).toBe(rejected.previousValue)
    const asBefore = {
      ledgerStatus: 'pending',
      settledStatus: 'pending',
      supersededOn: null,
    } as const
    await stack.client.send(update(integrationLedger, rejected.id, asBefore))
    await setEmail(rejected.targetId, rejected.value)
  })

  it("write none either after a steward chose another source's value", async () => {
    const replaced = await emailEntryOf('E-2')
    const now = new Date()
    const chosen = await stack.client.send(
      create(integrationLedger, null, {
        ledgerAspect: 'field',
        aspectKey: email,
        targetTable: contact.logicalName,
        targetId: replaced.targetId,
        sourceSystemKey: 'CRM',
        value: 'the chosen one',
        ledgerStatus: 'certified',
        certifiedBy: { table: systemUser.logicalName, id: steward?.id ?? '' },
        certifiedDateTime: now,
        appliedOn: now,
        latest: true,
      }),
    )
    await stack.client.send(update(integrationLedger, replaced.id, { supersededOn: now }))
    await setEmail(replaced.targetId, 'the chosen one')

    const reload = await runJob(stack, items, isOneRejected)

    expectNoTargetOrLedgerWrite(reload)
    expect(await emailOf(replaced.targetId)).toBe('the chosen one')
    await stack.client.send(remove(integrationLedger, chosen.id))
    await stack.client.send(update(integrationLedger, replaced.id, { supersededOn: null }))
    await setEmail(replaced.targetId, replaced.value)
  })

  async function emailEntryOf(externalKey: string) {
    const identifiers = await stack.api.listIdentifiers({
      sourceSystemKey: benchSource,
      externalKeyPrefix: externalKey,
    })
    const targetId = identifiers.find((row) => row.externalKey === externalKey)?.targetId ?? ''
    const entries = filter(integrationLedger)
    const { rows } = await stack.client.send(
      query(integrationLedger, {
        filter: entries.and(
          entries.eq('targetId', targetId),
          entries.eq('aspectKey', email),
          entries.eq('sourceSystemKey', benchSource),
        ),
      }),
    )
    const [entry] = rows
    if (!entry || rows.length > 1) throw new Error(`Expected one entry of ${externalKey}.`)
    const { id, value, previousValue, settledStatus } = entry
    return { id, targetId, value, previousValue, settledStatus }
  }

  async function setEmail(id: string, emailAddress1: string | null): Promise<void> {
    await stack.client.send(update(contact, id, { emailAddress1 }))
  }

  async function emailOf(id: string): Promise<string | null> {
    const row = await stack.client.send(retrieve(contact, id, { select: ['emailAddress1'] }))
    return row.emailAddress1
  }
})

function expectNoTargetOrLedgerWrite({ rowWritesByTable }: JobCost): void {
  expect(Object.keys(rowWritesByTable)).not.toContain(contact.logicalName)
  expect(Object.keys(rowWritesByTable)).not.toContain(integrationLedger.logicalName)
}

function isOneRejected({ received, rejected, unchanged }: SyncJob): boolean {
  return rejected === 1 && unchanged === received - 1
}
