import { create, filter, query, update } from '../../../../connector/dataverse/index.js'
import { entryHash, identifierHash, newRecordId } from '../../../../connector/engine/index.js'
import type { SubmittedItem } from '../../../../connector/service/payload.js'
import {
  contact,
  integrationIdentifier,
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
const { firstName, lastName, jobTitle, description } = contact.columns

function item(
  externalKey: string,
  column: { logicalName: string },
  newValue: string,
): SubmittedItem {
  return { targetTable, externalKey, fieldName: column.logicalName, newValue }
}

function names(count: number): SubmittedItem[] {
  return Array.from({ length: count }, (_, index) => item(`P-${index}`, lastName, `Name ${index}`))
}

async function jobOf({ client }: WorkerStack, id: string) {
  const rows = await rowsOf(client, integrationSyncJob)
  return rows.find((row) => row['id'] === id)
}

function recordId(externalKey: string): string {
  return newRecordId({ sourceSystemKey: 'HR', targetTable, externalKey })
}

describe('the writing of a job', () => {
  let stack: WorkerStack

  beforeEach(async () => {
    stack = await startWorkerStack()
    await addPolicy(stack.client, targetTable, null, { createMissingRecords: true })
  })

  afterEach(async () => {
    await stack.close()
  })

  const post = (submissionKey: string, items: readonly SubmittedItem[], at = 0): Promise<string> =>
    postJob(stack.client, { sourceSystemKey: 'HR', submissionKey, items, at })

  it('ends in the same rows when answers get lost on the way', async () => {
    const job = await post('lost', names(30))
    stack.proxy.loseAnswers(6)
    stack.startWorker({ maxAttempts: 50 })
    await stack.settled()
    expect((await jobOf(stack, job))?.['applied']).toBe(30)
    expect((await rowsOf(stack.client, contact)).length).toBe(30)
    expect((await rowsOf(stack.client, integrationLedger)).length).toBe(30)
    expect((await rowsOf(stack.client, integrationIdentifier)).length).toBe(30)
    expect((await itemsOf(stack.client, job)).length).toBe(30)
  })

  it('decides a record anew when somebody changes it between the decision and the write', async () => {
    await post('first', [item('P-1', lastName, 'Lovelace'), item('P-1', firstName, 'Ada')])
    const worker = stack.startWorker()
    await stack.settled()
    await worker.stop()

    const second = await post(
      'second',
      [item('P-1', lastName, 'King'), item('P-1', jobTitle, 'Countess')],
      1,
    )
    let writes = 0
    const changeAtTheBatch = async (): Promise<void> => {
      writes += 1
      if (writes === 1) {
        stack.proxy.beforeNextWrite(changeAtTheBatch)
        return
      }
      await stack.client.send(
        update(contact, recordId('P-1'), { lastName: 'By Hand', firstName: 'Augusta' }),
      )
    }
    stack.proxy.beforeNextWrite(changeAtTheBatch)
    stack.startWorker()
    await stack.settled()

    const [record] = await rowsOf(stack.client, contact)
    expect(writes).toBe(2)
    expect(record?.['firstName']).toBe('Augusta')
    expect(record?.['jobTitle']).toBe('Countess')
    expect((await jobOf(stack, second))?.['received']).toBe(2)
    const statuses = (await itemsOf(stack.client, second)).map((row) => row.itemStatus)
    expect(statuses[1]).toBe('applied')
    expect(record?.['lastName']).toBe(statuses[0] === 'applied' ? 'King' : 'By Hand')
  })

  it('fails the items of a record that the platform refuses, with its message, and writes all others', async () => {
    stack.store.faults.add({
      action: 'refuseRow',
      table: targetTable,
      column: lastName.logicalName,
      value: 'Name 17',
      code: '0x80040265',
      message: 'A plug-in does not like this name.',
    })
    const job = await post('poison', names(40))
    stack.startWorker({ chunkItems: 40, batchItems: 40 })
    await stack.settled()
    const row = await jobOf(stack, job)
    expect(row?.['jobStatus']).toBe('completedWithErrors')
    expect([row?.['applied'], row?.['failed'], row?.['received']]).toEqual([39, 1, 40])
    const failed = (await itemsOf(stack.client, job)).filter((each) => each.itemStatus === 'failed')
    expect(failed.map((each) => each.externalKey)).toEqual(['P-17'])
    expect(failed[0]?.processMessage).toContain('A plug-in does not like this name.')
    expect((await rowsOf(stack.client, contact)).length).toBe(39)
  })

  it('keeps the other records of a batch when the platform refuses one update', async () => {
    await post('first', names(10))
    const worker = stack.startWorker({ chunkItems: 40, batchItems: 40 })
    await stack.settled()
    await worker.stop()
    stack.store.faults.add({
      action: 'refuseRow',
      table: targetTable,
      column: jobTitle.logicalName,
      value: 'Chief 3',
      code: '0x80040265',
      message: 'Not this title.',
    })
    const job = await post(
      'second',
      Array.from({ length: 10 }, (_, index) => item(`P-${index}`, jobTitle, `Chief ${index}`)),
      1,
    )
    stack.startWorker({ chunkItems: 40, batchItems: 40 })
    await stack.settled()
    const row = await jobOf(stack, job)
    expect([row?.['applied'], row?.['failed']]).toEqual([9, 1])
    const titles = (await rowsOf(stack.client, contact)).map((record) => record['jobTitle'])
    expect(titles.filter((title) => title === null).length).toBe(1)
  })

  it('chains the entries of each lane without a hole, to the tail the lane names', async () => {
    await post('first', names(25))
    await post(
      'second',
      Array.from({ length: 25 }, (_, index) => item(`P-${index}`, firstName, 'Ada')),
      1,
    )
    stack.startWorker()
    await stack.settled()
    const entries = await stack.client.send(
      query(integrationLedger, { orderBy: ['chainSequence asc'] }),
    )
    let checked = 0
    for (const lane of await rowsOf(stack.client, integrationLane)) {
      const prefix = `${String(lane['targetTable'])}/${String(lane['laneNumber'])}/`
      const chain = entries.rows.filter((row) => row.chainKey?.startsWith(prefix))
      expect(chain.map((row) => row.chainSequence)).toEqual(chain.map((_, index) => index + 1))
      let previous = ''
      for (const { id, etag: _, ...row } of chain) {
        expect(row.entryHash).toBe(entryHash(previous, row.chainKey ?? '', id, row))
        previous = row.entryHash ?? ''
        checked += 1
      }
      expect(lane['lastChainSequence']).toBe(chain.length)
      expect(lane['lastEntryHash'] ?? '').toBe(previous)
      expect([lane['leaseOwner'], lane['journal']]).toEqual([null, null])
    }
    expect(checked).toBe(50)
  })

  it('finds records by identifiers that were made by hand, and leaves their ids alone', async () => {
    const { client } = stack
    const record = '11111111-1111-4111-8111-111111111111'
    const identifier = '22222222-2222-4222-8222-222222222222'
    await client.send(create(contact, record, { lastName: 'Old' }))
    await client.send(
      create(integrationIdentifier, identifier, {
        externalKey: 'H/1 #?',
        sourceSystemKey: 'HR',
        targetTable,
        targetId: record,
      }),
    )
    await post('by hand', [item('H/1 #?', lastName, 'New')])
    stack.startWorker()
    await stack.settled()
    const records = await rowsOf(client, contact)
    expect(records.map((row) => [row['id'], row['lastName']])).toEqual([[record, 'New']])
    const [adopted] = await rowsOf(client, integrationIdentifier)
    const key = { sourceSystemKey: 'HR', targetTable, externalKey: 'H/1 #?' }
    expect([adopted?.['id'], adopted?.['keyHash']]).toEqual([identifier, identifierHash(key)])
  })

  it('runs a job whose items are rows made in Dataverse, in the order of their sequence numbers', async () => {
    const { client } = stack
    const jobId = '33333333-3333-4333-8333-333333333333'
    await client.send(
      create(integrationSyncJob, jobId, {
        name: 'by hand',
        jobStatus: 'open',
        sourceSystemKey: 'HR',
        entityType: targetTable,
      }),
    )
    const reference = { table: integrationSyncJob.logicalName, id: jobId } as const
    const rows = [
      { sequenceNumber: 2, fieldName: lastName.logicalName, newValue: 'Second' },
      { sequenceNumber: 1, fieldName: lastName.logicalName, newValue: 'First' },
      { sequenceNumber: 3, fieldName: null, newValue: '{"firstname":"Ada","jobtitle":"Countess"}' },
      { sequenceNumber: 4, fieldName: null, newValue: 'not json' },
    ]
    for (const row of rows) {
      await client.send(
        create(integrationSyncItem, null, {
          ...row,
          externalKey: 'R-1',
          integrationSyncJob: reference,
        }),
      )
    }
    await client.send(update(integrationSyncJob, jobId, { jobStatus: 'submitted' }))
    stack.startWorker()
    await stack.settled()
    const job = await jobOf(stack, jobId)
    expect([job?.['jobStatus'], job?.['received'], job?.['rejected']]).toEqual([
      'completedWithErrors',
      4,
      1,
    ])
    const [record] = await rowsOf(client, contact)
    expect([record?.['lastName'], record?.['firstName'], record?.['jobTitle']]).toEqual([
      'Second',
      'Ada',
      'Countess',
    ])
    const rejected = (await itemsOf(client, jobId)).find((row) => row.itemStatus === 'rejected')
    expect(rejected?.processMessage).toContain('not json')
  })

  it('runs item rows whose values are too long for one chunk, each once and whole', async () => {
    const { client } = stack
    const jobId = '44444444-4444-4444-8444-444444444444'
    await client.send(
      create(integrationSyncJob, jobId, {
        name: 'long values',
        jobStatus: 'open',
        sourceSystemKey: 'HR',
        entityType: targetTable,
      }),
    )
    const length = 2_000
    const rows = Array.from({ length: 1_200 }, (_, index) => ({
      id: `44444444-4444-4444-8444-${String(index).padStart(12, '0')}`,
      name: `L-${index}`,
      sequenceNumber: index + 1,
      externalKey: `L-${index}`,
      fieldName: (index % 3 === 0 ? lastName : description).logicalName,
      newValue: index % 3 === 0 ? `Name ${index}` : null,
      longValue: index % 3 === 0 ? null : `${index} `.padEnd(length * 2, 'x').slice(0, length),
      integrationSyncJob: { table: integrationSyncJob.logicalName, id: jobId } as const,
    }))
    const outcomes = await client.createEach(
      integrationSyncItem,
      rows.map(({ id, ...row }) => ({ id, row })),
    )
    expect(new Set(outcomes)).toEqual(new Set(['created' as const]))
    await client.send(update(integrationSyncJob, jobId, { jobStatus: 'submitted' }))
    stack.startWorker()
    await stack.settled()
    const job = await jobOf(stack, jobId)
    expect([job?.['jobStatus'], job?.['received'], job?.['applied']]).toEqual([
      'completed',
      1_200,
      1_200,
    ])
    const records = await rowsOf(client, contact)
    const written = records.flatMap((row) =>
      typeof row['description'] === 'string' ? [row['description']] : [],
    )
    expect(new Set(written)).toEqual(new Set(rows.flatMap(({ longValue }) => longValue ?? [])))
  })

  it('lets two workers share the queue without doing anything twice', async () => {
    const jobs = await Promise.all(
      [0, 1, 2, 3].map((at) =>
        post(
          `job ${at}`,
          Array.from({ length: 30 }, (_, n) => item(`P-${n}`, lastName, `Name ${n}`)),
          at,
        ),
      ),
    )
    stack.startWorker()
    stack.startWorker()
    await stack.settled()
    const rows = (await rowsOf(stack.client, integrationSyncJob)).filter((row) =>
      jobs.includes(String(row['id'])),
    )
    expect(rows.map((row) => row['applied']).sort()).toEqual([0, 0, 0, 30])
    expect(rows.map((row) => row['unchanged']).sort()).toEqual([0, 30, 30, 30])
    expect((await rowsOf(stack.client, contact)).length).toBe(30)
    expect((await rowsOf(stack.client, integrationLedger)).length).toBe(30)
  })

  it('gives a job back when it is stopped between chunks, and goes on from there', async () => {
    const job = await post('stopped', names(60))
    const worker = stack.startWorker()
    const stopped = new Promise<void>((resolve) => {
      stack.proxy.beforeNextWrite(() => {
        stack.proxy.beforeNextWrite(() => {
          resolve(worker.stop())
          return Promise.resolve()
        })
        return Promise.resolve()
      })
    })
    await stopped
    const written = (await rowsOf(stack.client, integrationSyncItem)).length
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThan(60)
    const lanes = await stack.client.send(
      query(integrationLane, {
        select: ['leaseOwner'],
        filter: filter(integrationLane).isNotNull('leaseOwner'),
      }),
    )
    expect(lanes.rows.length).toBe(0)
    stack.startWorker()
    await stack.settled()
    expect((await jobOf(stack, job))?.['applied']).toBe(60)
  })
})
