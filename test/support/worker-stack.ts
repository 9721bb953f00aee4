import { createHash } from 'node:crypto'

import { create, createDataverseClient, filter, query } from '../../connector/dataverse/index.js'
import type { DataverseClient } from '../../connector/dataverse/index.js'
import { commitPolicyId, jobId, payloadId, valueMapId } from '../../connector/engine/index.js'
import { writeCodeLists } from '../../connector/service/code-lists.js'
import type { Log } from '../../connector/service/log.js'
import { encodePayload } from '../../connector/service/payload.js'
import type { SubmittedItem } from '../../connector/service/payload.js'
import { writeTableList } from '../../connector/service/table-list.js'
import { startWorker } from '../../connector/service/worker/index.js'
import type { RunningWorker, WorkerDependencies } from '../../connector/service/worker/index.js'
import { startLocalDataverse } from '../../solution/local/index.js'
import type { LocalDataverse } from '../../solution/local/index.js'
import type { RowOf, Table } from '../../solution/model/index.js'
import {
  integrationCommitPolicy,
  integrationPayload,
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../../solution/tables/index.js'
import { startCuttingProxy } from './cutting-proxy.js'
import type { CuttingProxy } from './cutting-proxy.js'

export interface WorkerStack {
  readonly store: LocalDataverse
  /** A client of the local Web API, past the proxy. */
  readonly client: DataverseClient
  readonly proxy: CuttingProxy
  /** The time that store and workers go by, milliseconds. */
  readonly clock: { now: number }
  readonly startWorker: (settings?: Partial<WorkerDependencies['settings']>) => StackWorker
  /** Waits until every job that was made here is closed, or the proxy is dead. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface StackWorker extends RunningWorker {
  readonly client: DataverseClient
}

/** Leases that end at once: on a clock that stands still a dead worker's work is free to take. */
export const noLease = 0

export const leaseMs = 20_000

/** Where all clocks of a stack start: the same ids and times in every run. */
export const startOfTime = Date.UTC(2026, 10, 21, 8, 0, 0)

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** A local Web API in memory, a proxy that can cut, and workers in this process. */
export async function startWorkerStack(log: Log = silentLog): Promise<WorkerStack> {
  const clock = { now: startOfTime }
  const store = await startLocalDataverse({
    data: ':memory:',
    port: 0,
    now: () => new Date(clock.now),
  })
  const proxy = await startCuttingProxy(store.origin)
  const client = createDataverseClient({ url: store.origin })
  const clients: DataverseClient[] = [client]
  const workers: RunningWorker[] = []
  return {
    store,
    client,
    proxy,
    clock,
    startWorker: (settings = {}) => {
      const own = createDataverseClient({
        url: proxy.origin,
        retry: { attempts: 2, firstDelayMs: 1, jitter: () => 0 },
        sleep: () => Promise.resolve(),
      })
      const worker = startWorker({
        client: own,
        log,
        now: () => clock.now,
        settings: { leaseMs, chunkItems: 20, batchItems: 8, pollMs: 5, ...settings },
      })
      clients.push(own)
      workers.push(worker)
      return { ...worker, client: own }
    },
    settled: async () => {
      for (;;) {
        if (proxy.isDead() || (await openJobs(client)) === 0) return
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
      await Promise.all(clients.map((each) => each.close()))
      await proxy.close()
      await store.close()
    },
  }
}

async function openJobs(client: DataverseClient): Promise<number> {
  const jobs = filter(integrationSyncJob)
  const { rows } = await client.send(
    query(integrationSyncJob, {
      select: ['jobStatus'],
      filter: jobs.and(
        jobs.in('jobStatus', ['submitted', 'processing']),
        jobs.or(jobs.isNull('direction'), jobs.eq('direction', 'inbound')),
      ),
    }),
  )
  return rows.length
}

export interface PostedJob {
  readonly sourceSystemKey: string
  readonly submissionKey: string
  readonly items: readonly SubmittedItem[]
  /** Seconds after the start of time. */
  readonly at: number
}

/** Makes a job as the service makes a posted one, at a fixed time. Gives its id. */
export async function postJob(client: DataverseClient, job: PostedJob): Promise<string> {
  const { sourceSystemKey, submissionKey, items } = job
  const id = jobId(sourceSystemKey, submissionKey)
  const { payload, parts } = await encodePayload(items)
  const submitted = new Date(startOfTime + job.at * 1_000)
  for (const [part, content] of parts.entries()) {
    await client.send(
      create(integrationPayload, payloadId('items', id, part), {
        payloadKind: 'items',
        partNumber: part,
        content,
      }),
    )
  }
  const targets = new Set(items.map((item) => item.targetTable))
  const related = items.flatMap((item) => item.relatedTable ?? [])
  await client.send(
    create(integrationSyncJob, id, {
      name: submissionKey,
      direction: 'inbound',
      jobStatus: 'submitted',
      sourceSystemKey,
      submissionKey,
      submittedDateTime: submitted,
      submissionOrder: submitted.toISOString(),
      targetTables: writeTableList(targets),
      relatedTables: writeTableList(related.filter((table) => !targets.has(table))),
      codeLists: writeCodeLists(items.flatMap((item) => item.codeList ?? [])),
      payload,
      payloadParts: parts.length,
      payloadHash: createHash('sha256').update(JSON.stringify(items)).digest('hex'),
      received: items.length,
      nextSequence: 0,
    }),
  )
  return id
}

export async function addPolicy(
  client: DataverseClient,
  targetTable: string,
  fieldName: string | null,
  row: Partial<RowOf<typeof integrationCommitPolicy>> = {},
): Promise<string> {
  const id = commitPolicyId(targetTable, fieldName ?? '')
  await client.send(
    create(integrationCommitPolicy, id, {
      name: `${targetTable}.${fieldName ?? '*'}`,
      targetTable,
      fieldName,
      commitMode: 'onIngest',
      ...row,
    }),
  )
  return id
}

export async function addValueMap(
  client: DataverseClient,
  map: { readonly codeList: string; readonly sourceSystemKey: string; readonly sourceCode: string },
  canonicalCodeValue: string,
): Promise<void> {
  await client.send(
    create(integrationValueMap, valueMapId(map), { ...map, canonicalCodeValue, confidence: 1 }),
  )
}

/** All rows of a declared table without their versions, in the order of their ids. */
export async function rowsOf(
  client: DataverseClient,
  table: Table,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows: Readonly<Record<string, unknown>>[] = []
  for await (const page of client.pages(query(table))) {
    for (const { etag: _, ...row } of page.rows) rows.push(row)
  }
  return rows.sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))
}

export async function itemsOf(client: DataverseClient, job: string) {
  const { rows } = await client.send(
    query(integrationSyncItem, {
      filter: filter(integrationSyncItem).eq('integrationSyncJob', {
        table: integrationSyncJob.logicalName,
        id: job,
      }),
      orderBy: ['sequenceNumber asc'],
    }),
  )
  return rows
}
