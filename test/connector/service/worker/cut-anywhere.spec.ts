import type { SubmittedItem } from '../../../../connector/service/payload.js'
import {
  contact,
  account,
  integrationIdentifier,
  integrationLedger,
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

async function withStack<Result>(use: (stack: WorkerStack) => Promise<Result>): Promise<Result> {
  const stack = await startWorkerStack()
  try {
    await submitAll(stack)
    return await use(stack)
  } finally {
    await stack.close()
  }
}

describe('a worker that is killed', () => {
  beforeAll(() => {
    jasmine.DEFAULT_TIMEOUT_INTERVAL = 600_000
  })

  it('leaves, once another has gone on, the same rows as an undisturbed run, at whichever write it dies', async () => {
    const undisturbed = await withStack(async (stack) => {
      stack.startWorker({ leaseMs: noLease })
      await stack.settled()
      return {
        rows: await outcome(stack),
        writes: stack.proxy.writes(),
        jobs: await rowsOf(stack.client, integrationSyncJob),
      }
    })
    expect(countsByJob(undisturbed.jobs)).toEqual(expectedCounts)
    expect(undisturbed.writes).toBeGreaterThan(60)
    for (let boundary = 0; boundary < undisturbed.writes; boundary++) {
      const rows = await withStack(async (stack) => {
        stack.proxy.cutAfter(boundary)
        const doomed = stack.startWorker({ leaseMs: noLease })
        await stack.settled()
        expect(stack.proxy.isDead()).toBeTrue()
        await doomed.stop()
        stack.proxy.revive()
        stack.startWorker({ leaseMs: noLease })
        await stack.settled()
        return outcome(stack)
      })
      expect(rows).withContext(`killed at write ${boundary}`).toEqual(undisturbed.rows)
    }
  })
})
