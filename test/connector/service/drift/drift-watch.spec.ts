import {
  createMetadataCache,
  filter,
  query,
  remove,
  update,
} from '../../../../connector/dataverse/index.js'
import type { RowChanges } from '../../../../connector/dataverse/index.js'
import { laneId, laneOf, newRecordId } from '../../../../connector/engine/index.js'
import { DriftWatch, startDriftWatch } from '../../../../connector/service/drift/index.js'
import type { RunningWorker } from '../../../../connector/service/worker/index.js'
import {
  contact,
  integrationLane,
  integrationLedger,
  integrationPayload,
} from '../../../../solution/tables/index.js'
import {
  addPolicy,
  postJob,
  rowsOf,
  silentLog,
  startWorkerStack,
} from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'

const targetTable = contact.logicalName
const { lastName, jobTitle } = contact.columns
const adaId = newRecordId({ sourceSystemKey: 'HR', targetTable, externalKey: 'P-1' })

type Entries = Awaited<ReturnType<typeof entriesOf>>

async function entriesOf({ client }: WorkerStack) {
  const { rows } = await client.send(
    query(integrationLedger, {
      filter: filter(integrationLedger).eq('targetId', adaId),
      orderBy: ['chainSequence asc'],
    }),
  )
  return rows
}

const marks = (entries: Entries) =>
  entries.map(({ aspectKey, driftedOn, outsideValue }) => [
    aspectKey,
    driftedOn !== null,
    outsideValue,
  ])

describe('the watch for values changed outside', () => {
  let stack: WorkerStack
  let watch: DriftWatch
  let worker: RunningWorker

  const drift = () =>
    new DriftWatch({
      client: stack.client,
      metadata: createMetadataCache(stack.client),
      log: silentLog,
      now: () => stack.clock.now,
    })

  const run = async (submissionKey: string, title: string, at = 0) => {
    await postJob(stack.client, {
      sourceSystemKey: 'HR',
      submissionKey,
      at,
      items: [
        { targetTable, externalKey: 'P-1', fieldName: lastName.logicalName, newValue: 'Lovelace' },
        { targetTable, externalKey: 'P-1', fieldName: jobTitle.logicalName, newValue: title },
      ],
    })
    await stack.settled()
  }

  const change = (row: RowChanges<typeof contact>) => stack.client.send(update(contact, adaId, row))

  const changeEntry = async (aspectKey: string, row: RowChanges<typeof integrationLedger>) => {
    const entry = (await entriesOf(stack)).find((one) => one.aspectKey === aspectKey)
    await stack.client.send(update(integrationLedger, entry?.id ?? '', row))
  }

  const writesIn = async (act: () => Promise<void>) => {
    const before = stack.store.trace.totals.rowWrites
    await act()
    return stack.store.trace.totals.rowWrites - before
  }

  beforeEach(async () => {
    stack = await startWorkerStack()
    await addPolicy(stack.client, targetTable, null, { createMissingRecords: true })
    worker = stack.startWorker()
    await run('first', 'Countess')
    watch = drift()
    await watch.look()
  })

  afterEach(async () => {
    await stack.close()
  })

  it('takes none of our own writes for an outside change', async () => {
    await run('second', 'Analyst', 5)
    await watch.look()

    expect((await entriesOf(stack)).every(({ driftedOn }) => driftedOn === null)).toBeTrue()
  })

  it('marks the value that somebody changed, with what the record holds now, and no other', async () => {
    await change({ jobTitle: 'Engineer' })
    await watch.look()

    expect(marks(await entriesOf(stack))).toEqual([
      [lastName.logicalName, false, null],
      [jobTitle.logicalName, true, 'Engineer'],
    ])
  })

  it('follows a value that is changed again, and keeps when it drifted first', async () => {
    await change({ jobTitle: 'Engineer' })
    await watch.look()
    const first = (await entriesOf(stack))[1]?.driftedOn
    stack.clock.now += 60_000
    await change({ jobTitle: null })
    await watch.look()
    const entry = (await entriesOf(stack))[1]

    expect(entry?.outsideValue).toBeNull()
    expect(entry?.driftedOn).toEqual(first ?? null)
    expect(first).not.toBeNull()
  })

  it('takes the mark away when the value is back', async () => {
    await change({ jobTitle: 'Engineer' })
    await watch.look()
    await change({ jobTitle: 'Countess' })
    await watch.look()

    expect(marks(await entriesOf(stack))[1]).toEqual([jobTitle.logicalName, false, null])
  })

  it('takes the mark away when another value took the place of the entry', async () => {
    await change({ jobTitle: 'Engineer' })
    await watch.look()
    await run('second', 'Analyst', 5)
    await watch.look()
    const [, before, after] = await entriesOf(stack)

    expect(before?.supersededOn).not.toBeNull()
    expect([before?.driftedOn, before?.outsideValue]).toEqual([null, null])
    expect([after?.value, after?.driftedOn]).toEqual(['Analyst', null])
  })

  it('writes nothing where no mark changes, and asks once a table where nothing was written', async () => {
    // It looks for work all the time, which counts, too.
    await worker.stop()
    await change({ jobTitle: 'Engineer' })
    await watch.look()
    await watch.look()
    const before = stack.store.trace.totals.requests
    const writes = await writesIn(() => watch.look())

    expect(writes).toBe(0)
    expect(stack.store.trace.totals.requests - before).toBe(1)
    const same = await writesIn(async () => {
      await change({ description: 'A column that nobody governs.' })
      await watch.look()
    })
    // The record itself, and how far its table was followed.
    expect(same).toBe(2)
  })

  it('leaves an entry alone whose decision has yet to take effect, and comes back to it', async () => {
    await changeEntry(jobTitle.logicalName, { ledgerStatus: 'certified', settledStatus: 'pending' })
    await change({ jobTitle: 'Engineer' })
    await watch.look()

    expect(marks(await entriesOf(stack))[1]?.[1]).toBeFalse()
    await changeEntry(jobTitle.logicalName, { settledStatus: 'certified' })
    await watch.look()

    expect(marks(await entriesOf(stack))[1]?.[1]).toBeTrue()
  })

  it('comes back to it after a restart, too', async () => {
    await changeEntry(jobTitle.logicalName, { ledgerStatus: 'certified', settledStatus: 'pending' })
    await change({ jobTitle: 'Engineer' })
    await watch.look()
    await changeEntry(jobTitle.logicalName, { settledStatus: 'certified' })
    await drift().look()

    expect(marks(await entriesOf(stack))[1]?.[1]).toBeTrue()
  })

  it('does not judge an entry that a job is still writing', async () => {
    const lane = laneId(targetTable, laneOf(targetTable, adaId))
    const [row] = (
      await stack.client.send(
        query(integrationLane, { filter: filter(integrationLane).eq('id', lane) }),
      )
    ).rows
    await stack.client.send(update(integrationLane, lane, { lastChainSequence: 0 }))
    await change({ jobTitle: 'Engineer' })
    await watch.look()

    expect(marks(await entriesOf(stack))[1]?.[1]).toBeFalse()
    await stack.client.send(
      update(integrationLane, lane, { lastChainSequence: row?.lastChainSequence ?? 0 }),
    )
    await watch.look()

    expect(marks(await entriesOf(stack))[1]?.[1]).toBeTrue()
  })

  it('marks no value that a steward withdrew', async () => {
    await changeEntry(jobTitle.logicalName, { ledgerStatus: 'revoked', settledStatus: 'revoked' })
    await change({ jobTitle: 'Engineer' })
    await watch.look()

    expect(marks(await entriesOf(stack))[1]?.[1]).toBeFalse()
  })

  it('goes on from where another worker was, and finds what changed between', async () => {
    await change({ jobTitle: 'Engineer' })
    await drift().look()

    expect(marks(await entriesOf(stack))[1]?.[2]).toBe('Engineer')
  })

  it('starts over where the platform has forgotten the changes since', async () => {
    await change({ jobTitle: 'Engineer' })
    stack.clock.now += 8 * 24 * 60 * 60_000
    await watch.look()

    expect(marks(await entriesOf(stack))[1]?.[2]).toBe('Engineer')
  })

  it('keeps going when a record is gone', async () => {
    await stack.client.send(remove(contact, adaId))
    await watch.look()

    expect((await entriesOf(stack)).length).toBe(2)
  })

  it('keeps how far it came in one row a table', async () => {
    await change({ jobTitle: 'Engineer' })
    await watch.look()
    const kept = (await rowsOf(stack.client, integrationPayload)).filter(
      (row) => row['payloadKind'] === 'followed',
    )

    expect(kept.length).toBe(1)
    expect(kept[0]?.['content']).toContain('deltatoken=')
  })

  it('runs until it is stopped', async () => {
    await change({ jobTitle: 'Engineer' })
    const running = startDriftWatch({
      client: stack.client,
      metadata: createMetadataCache(stack.client),
      log: silentLog,
      now: () => stack.clock.now,
      pollMs: 5,
    })
    for (;;) {
      if (marks(await entriesOf(stack))[1]?.[1] === true) break
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await running.stop()
    await change({ jobTitle: 'Countess' })

    expect(marks(await entriesOf(stack))[1]?.[2]).toBe('Engineer')
  })
})
