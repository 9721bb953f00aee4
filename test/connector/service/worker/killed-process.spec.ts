import { setTimeout as pause } from 'node:timers/promises'

import { createDataverseClient } from '../../../../connector/dataverse/index.js'
import type { DataverseClient } from '../../../../connector/dataverse/index.js'
import { startLocalDataverse } from '../../../../solution/local/index.js'
import {
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  country,
} from '../../../../solution/tables/index.js'
import { addPolicy, postJob, rowsOf } from '../../../support/worker-stack.js'
import { startWorkerProcess } from '../../../support/worker-process.js'
import type { WorkerProcess } from '../../../support/worker-process.js'

const records = 1_500
/** Seconds: worker processes go by the machine's clock, which must not stand before the job. */
const longAgo = -365 * 86_400
const settings = { LEASE_SECONDS: '5', CHUNK_ITEMS: '500', POLL_MS: '100', LOG_LEVEL: 'info' }
const targetTable = country.logicalName
const { name, abbreviation } = country.columns

interface Run {
  readonly client: DataverseClient
  readonly start: () => WorkerProcess
  /** Waits until the job has written an item, and is not yet closed. */
  readonly underWay: () => Promise<void>
  readonly closed: () => Promise<void>
}

/** The rows that a job of many records leaves, whatever happens to its workers meanwhile. */
async function rowsAfter(happening: (run: Run) => Promise<void>): Promise<unknown> {
  const store = await startLocalDataverse({ data: ':memory:' })
  const client = createDataverseClient({ url: store.origin })
  const workers: WorkerProcess[] = []
  try {
    await addPolicy(client, targetTable, null, { createMissingRecords: true })
    await postJob(client, {
      sourceSystemKey: 'ISO',
      submissionKey: 'countries',
      at: longAgo,
      items: Array.from({ length: records }, (_, index) => ({
        targetTable,
        externalKey: `S-${index}`,
        record: {
          [name.logicalName]: `Country ${index}`,
          [abbreviation.logicalName]: `S-${index}`,
        },
      })),
    })
    await happening({
      client,
      start: () => {
        const worker = startWorkerProcess(store.origin, settings)
        workers.push(worker)
        return worker
      },
      underWay: async () => {
        while ((await jobStatus(client)) !== 'processing') await pause(5)
        while ((await rowsOf(client, integrationSyncItem)).length === 0) await pause(5)
      },
      closed: async () => {
        while (!(await jobStatus(client)).startsWith('completed')) await pause(50)
      },
    })
    const tables = [country, integrationIdentifier, integrationSyncItem, integrationLedger]
    const rows = await Promise.all(tables.map((table) => rowsOf(client, table)))
    const [job] = await rowsOf(client, integrationSyncJob)
    return { rows: rows.map(withoutTimes), counts: [job?.['received'], job?.['applied']] }
  } finally {
    for (const worker of workers) worker.signal('SIGKILL')
    await Promise.all(workers.map((worker) => worker.exited))
    await client.close()
    await store.close()
  }
}

async function jobStatus(client: DataverseClient): Promise<string> {
  const [job] = await rowsOf(client, integrationSyncJob)
  return String(job?.['jobStatus'])
}

/** The moment at which a run happened to take place is all that may differ. */
function withoutTimes(rows: readonly Readonly<Record<string, unknown>>[]): unknown {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => !(value instanceof Date))),
  )
}

describe('a worker process', () => {
  let undisturbed: unknown

  beforeAll(async () => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 300_000
    undisturbed = await rowsAfter(async ({ start, closed }) => {
      start()
      await closed()
    })
  }, 300_000)

  it('writes every record of the job once', () => {
    expect((undisturbed as { counts: unknown }).counts).toEqual([records, records])
  })

  it('may be killed in the middle of a job: the next one ends it in the same rows', async () => {
    const rows = await rowsAfter(async ({ start, underWay, closed }) => {
      const first = start()
      await underWay()
      first.signal('SIGKILL')
      await first.exited
      start()
      await closed()
    })
    expect(rows).toEqual(undisturbed)
  })

  it('that sleeps past its lease and wakes again changes nothing of what another has done', async () => {
    if (process.platform === 'win32') pending('Windows has no SIGSTOP.')
    const rows = await rowsAfter(async ({ start, underWay, closed }) => {
      const first = start()
      await underWay()
      first.signal('SIGSTOP')
      start()
      await closed()
      first.signal('SIGCONT')
      await first.logged('taken over')
    })
    expect(rows).toEqual(undisturbed)
  })
})
