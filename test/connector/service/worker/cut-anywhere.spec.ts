import { createHash } from 'node:crypto'

import type { SubmittedItem } from '../../../../connector/service/payload.js'
import {
  contact,
  account,
  integrationIdentifier,
  integrationLedger,
  integrationPayload,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import {
  addPolicy,
  addValueMap,
  noLease,
  postJob,
  rowsOf,
  startWorkerStack,
} from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'

const contacts = contact.logicalName
const accounts = account.logicalName
const { firstName, lastName, jobTitle, emailAddress1, parentCustomer } = contact.columns

function field(
  externalKey: string,
  column: { logicalName: string },
  newValue: string,
): SubmittedItem {
  return { targetTable: contacts, externalKey, fieldName: column.logicalName, newValue }
}

function people(count: number, title: string): SubmittedItem[] {
  return Array.from({ length: count }, (_, index) => {
    const key = `P-${index}`
    return [
      field(key, firstName, `Ada ${index}`),
      field(key, lastName, 'Lovelace'),
      field(key, jobTitle, title),
      {
        targetTable: contacts,
        externalKey: key,
        fieldName: parentCustomer.logicalName,
        relatedTable: accounts,
        relatedExternalKey: 'ORG-1',
      },
    ]
  }).flat()
}

/** Policies, a first load, a second that changes, holds and repeats, and a lower-ranked source. */
async function submitAll({ client }: WorkerStack): Promise<void> {
  await addPolicy(client, accounts, null, { createMissingRecords: true })
  await addPolicy(client, contacts, null, {
    createMissingRecords: true,
    authoritativeSources: 'HR;CRM',
    staleAfterDays: 30,
  })
  await addPolicy(client, contacts, emailAddress1.logicalName, { commitMode: 'onCertify' })
  await addValueMap(
    client,
    { codeList: 'Title', sourceSystemKey: 'HR', sourceCode: 'E1' },
    'Engineer',
  )
  await postJob(client, {
    sourceSystemKey: 'HR',
    submissionKey: 'organisations',
    at: 0,
    items: [
      {
        targetTable: accounts,
        externalKey: 'ORG-1',
        record: { [account.columns.name.logicalName]: 'Navy' },
      },
    ],
  })
  await postJob(client, {
    sourceSystemKey: 'HR',
    submissionKey: 'first',
    at: 1,
    items: people(7, 'Analyst'),
  })
  await postJob(client, {
    sourceSystemKey: 'HR',
    submissionKey: 'second',
    at: 2,
    items: [
      ...people(5, 'Analyst'),
      ...[0, 1, 2].map((index) => ({ ...field(`P-${index}`, jobTitle, 'E1'), codeList: 'Title' })),
      { ...field('P-3', jobTitle, 'E9'), codeList: 'Title' },
      field('P-4', emailAddress1, 'ada@agency.gov'),
      field('P-5', lastName, 'x'.repeat(51)),
      field('P-6', firstName, 'Grace'),
      field('NEW-1', lastName, 'Hopper'),
    ],
  })
  await postJob(client, {
    sourceSystemKey: 'CRM',
    submissionKey: 'third',
    at: 3,
    items: [
      field('C-1', lastName, 'Turing'),
      field('C-1', lastName, 'Turing-Church'),
      field('C-2', firstName, 'Alan'),
    ],
  })
}

const compared = [
  contact,
  account,
  integrationIdentifier,
  integrationSyncItem,
  integrationLedger,
] as const

/** Columns of a job that tell who ran it and not what came of it. */
const ofTheRun = new Set(['attempts', 'leaseOwner', 'leaseExpiresOn'])

async function outcome({ client }: WorkerStack): Promise<unknown> {
  const tables = await Promise.all(compared.map((table) => rowsOf(client, table)))
  const jobs = (await rowsOf(client, integrationSyncJob)).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !ofTheRun.has(name))),
  )
  return JSON.parse(JSON.stringify([...tables, jobs])) as unknown
}

/** What the four jobs come to: applied, held, unchanged, superseded, rejected, failed. */
const expectedCounts = {
  organisations: [1, 0, 0, 0, 0, 0],
  first: [28, 0, 0, 0, 0, 0],
  second: [5, 2, 20, 0, 1, 0],
  third: [3, 0, 0, 0, 0, 0],
}

function countsByJob(jobs: readonly Readonly<Record<string, unknown>>[]): unknown {
  const counted = ['applied', 'held', 'unchanged', 'superseded', 'rejected', 'failed'] as const
  return Object.fromEntries(jobs.map((job) => [job['name'], counted.map((status) => job[status])]))
}

type Submit = (stack: WorkerStack) => Promise<void>

async function withStack<Result>(
  submit: Submit,
  use: (stack: WorkerStack) => Promise<Result>,
): Promise<Result> {
  const stack = await startWorkerStack()
  try {
    await submit(stack)
    return await use(stack)
  } finally {
    await stack.close()
  }
}

/** One batch whose journal is longer than a lane's column takes: values that no packing shortens. */
async function submitLongValues({ client }: WorkerStack): Promise<void> {
  await addPolicy(client, contacts, null, { createMissingRecords: true })
  let hash = ''
  const noise = (): string => {
    let text = ''
    while (text.length < 2_000) {
      hash = createHash('sha512').update(hash).digest('base64')
      text += hash
    }
    return text.slice(0, 2_000)
  }
  await postJob(client, {
    sourceSystemKey: 'HR',
    submissionKey: 'long',
    at: 0,
    items: Array.from({ length: 600 }, (_, index) =>
      field(`L-${index}`, contact.columns.description, noise()),
    ),
  })
}

const atOnce = { leaseMs: noLease, chunkItems: 1_000, batchItems: 1_000 }
const inSmallBatches = { leaseMs: noLease }

async function undisturbedRun(submit: Submit, settings: Parameters<WorkerStack['startWorker']>[0]) {
  return withStack(submit, async (stack) => {
    stack.startWorker(settings)
    await stack.settled()
    return {
      rows: await outcome(stack),
      writes: stack.proxy.writes(),
      counts: countsByJob(await rowsOf(stack.client, integrationSyncJob)),
      journalRows: (await rowsOf(stack.client, integrationPayload)).filter(
        (row) => row['payloadKind'] === 'journal',
      ).length,
    }
  })
}

async function runKilledAt(
  boundary: number,
  submit: Submit,
  settings: Parameters<WorkerStack['startWorker']>[0],
): Promise<unknown> {
  return withStack(submit, async (stack) => {
    stack.proxy.cutAfter(boundary)
    const doomed = stack.startWorker(settings)
    await stack.settled()
    expect(stack.proxy.isDead()).toBeTrue()
    await doomed.stop()
    stack.proxy.revive()
    stack.startWorker(settings)
    await stack.settled()
    return outcome(stack)
  })
}

describe('a worker that is killed', () => {
  beforeAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 600_000
  })

  it('leaves, once another has gone on, the same rows as an undisturbed run, at whichever write it dies', async () => {
    const undisturbed = await undisturbedRun(submitAll, inSmallBatches)
    expect(undisturbed.counts).toEqual(expectedCounts)
    expect(undisturbed.writes).toBeGreaterThan(60)
    for (let boundary = 0; boundary < undisturbed.writes; boundary++) {
      const rows = await runKilledAt(boundary, submitAll, inSmallBatches)
      expect(rows).withContext(`killed at write ${boundary}`).toEqual(undisturbed.rows)
    }
  })

  it('does so with a batch whose journal needs rows of its own', async () => {
    const undisturbed = await undisturbedRun(submitLongValues, atOnce)
    expect(undisturbed.counts).toEqual({ long: [600, 0, 0, 0, 0, 0] })
    expect(undisturbed.journalRows).toBeGreaterThan(1)
    for (let boundary = 3; boundary < undisturbed.writes; boundary += 2) {
      const rows = await runKilledAt(boundary, submitLongValues, atOnce)
      expect(rows).withContext(`killed at write ${boundary}`).toEqual(undisturbed.rows)
    }
  })
})
