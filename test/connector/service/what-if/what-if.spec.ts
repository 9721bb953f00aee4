import type { ConfigurationChange } from '../../../../connector/service/what-if/configuration-change.js'
import type { JobScope } from '../../../../connector/service/what-if/recorded-jobs.js'
import { whatIfJson, whatIfText } from '../../../../connector/service/what-if/report.js'
import { whatIf } from '../../../../connector/service/what-if/what-if.js'
import type { WhatIfResult } from '../../../../connector/service/what-if/what-if.js'
import type { SubmittedItem } from '../../../../connector/service/payload.js'
import { contact } from '../../../../solution/tables/index.js'
import {
  addPolicy,
  addValueMap,
  postJob,
  startOfTime,
  startWorkerStack,
} from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'
import { readingOf } from './replay-support.js'

const targetTable = contact.logicalName
const { jobTitle, department, lastName, birthDate } = contact.columns
const everything: JobScope = { since: 0, source: undefined, table: undefined }
const nothing: ConfigurationChange = { commitPolicies: [], valueMaps: [] }

describe('a what-if over recorded items', () => {
  let stack: WorkerStack

  const field = (
    externalKey: string,
    column: { readonly logicalName: string },
    newValue: string,
  ): SubmittedItem => ({ targetTable, externalKey, fieldName: column.logicalName, newValue })

  beforeAll(async () => {
    stack = await startWorkerStack()
    const { client } = stack
    await addPolicy(client, targetTable, null, { createMissingRecords: true })
    await addPolicy(client, targetTable, jobTitle.logicalName, { commitMode: 'onCertify' })
    await addPolicy(client, targetTable, department.logicalName, { codeList: 'Units' })
    const map = { codeList: 'Units', sourceSystemKey: 'HR', sourceCode: 'IT' }
    await addValueMap(client, map, 'Technology')
    const worker = stack.startWorker()
    await load('HR', 60, [
      ...Array.from({ length: 25 }, (_, index) => field(`P-${index}`, lastName, `Name ${index}`)),
      ...Array.from({ length: 25 }, (_, index) => field(`P-${index}`, jobTitle, 'Clerk')),
      field('P-1', department, 'IT'),
      field('P-2', department, 'Ops'),
      field('P-2', birthDate, 'never'),
    ])
    await load('CRM', 3_600, [field('C-1', lastName, 'Byron'), field('C-1', jobTitle, 'Poet')])
    await worker.stop()
  })

  afterAll(async () => {
    await stack.close()
  })

  async function load(
    sourceSystemKey: string,
    at: number,
    items: readonly SubmittedItem[],
  ): Promise<void> {
    stack.clock.now = startOfTime + at * 1_000
    const submissionKey = `${sourceSystemKey} ${at}`
    await postJob(stack.client, { sourceSystemKey, submissionKey, items, at })
    await stack.settled()
  }

  async function asked(
    change: Partial<ConfigurationChange>,
    scope: Partial<JobScope> = {},
  ): Promise<WhatIfResult> {
    const reading = await readingOf(stack)
    return whatIf(reading, { ...nothing, ...change }, { ...everything, ...scope }, 3)
  }

  const shiftsOf = ({ shifts }: WhatIfResult) =>
    [...shifts.values()].map(
      ({ before, after, count }) =>
        `${before.status} ${before.reason} -> ${after.status} ${after.reason}: ${count}`,
    )

  const onIngest = {
    commitPolicies: [{ targetTable, fieldName: jobTitle.logicalName, commitMode: 'OnIngest' }],
  }

  it('finds nothing different where nothing is changed', async () => {
    const result = await asked({})

    expect([result.jobs, result.items, result.different, result.notCompared]).toEqual([2, 55, 0, 0])
  })

  it('counts what a looser policy would have let through, and tells the first of it', async () => {
    const result = await asked(onIngest)

    expect(shiftsOf(result)).toEqual(['held awaitingCertification -> applied committed: 26'])
    expect(result.different).toBe(26)
    expect(result.shown.length).toBe(3)
    expect(result.shown[0]?.before.message).toContain('once a steward has certified the value')
    expect(result.shown[0]?.after.message).toBe(
      'Job Title of Contact now is "Clerk", by policy "contact.jobtitle".',
    )
  })

  it('counts what a stricter policy would have held or never made', async () => {
    const named = await asked({
      commitPolicies: [
        {
          targetTable,
          fieldName: department.logicalName,
          commitMode: 'OnCertify',
          codeList: 'Units',
        },
      ],
    })
    const closed = await asked({ commitPolicies: [{ targetTable, commitMode: 'OnIngest' }] })

    expect(shiftsOf(named)).toEqual(['applied committed -> held awaitingCertification: 1'])
    expect(shiftsOf(closed)).toContain('applied committed -> held noRecord: 26')
  })

  it('decides under changed value maps', async () => {
    const added = await asked({
      valueMaps: [
        { codeList: 'Units', sourceCode: 'Ops', canonicalCodeValue: 'Operations' },
        {
          codeList: 'Units',
          sourceSystemKey: 'HR',
          sourceCode: 'IT',
          canonicalCodeValue: 'x'.repeat(101),
        },
      ],
    })

    expect(shiftsOf(added).sort()).toEqual([
      'applied committed -> rejected badValue: 1',
      'held unmappedCode -> applied committed: 1',
    ])
  })

  it('takes the maps of a code list that only a changed policy names', async () => {
    const { client } = stack
    const map = { codeList: 'Titles', sourceSystemKey: 'CRM', sourceCode: 'Poet' }
    await addValueMap(client, map, 'Writer')
    const [entry] = onIngest.commitPolicies
    const result = await asked(
      { commitPolicies: entry ? [{ ...entry, codeList: 'Titles' }] : [] },
      { source: 'CRM' },
    )

    expect(result.shown[0]?.after.message).toContain('now is "Writer" (from "Poet")')
  })

  it('looks only at the source, the table and the time that were asked for', async () => {
    const crm = await asked(onIngest, { source: 'CRM' })
    const late = await asked(onIngest, { since: startOfTime + 3_000_000 })
    const other = await asked(onIngest, { table: 'account' })

    expect([crm.jobs, crm.different]).toEqual([1, 1])
    expect([late.jobs, late.different]).toEqual([1, 1])
    expect([other.jobs, other.items]).toEqual([0, 0])
  })

  it('writes nothing', async () => {
    const before = stack.store.trace.totals.rowWrites
    const { items } = await asked(onIngest)

    expect(items).toBe(55)
    expect(stack.store.trace.totals.rowWrites).toBe(before)
  })

  it('reports in words and as JSON', async () => {
    const result = await asked(onIngest)
    const text = whatIfText(result)
    const json = JSON.parse(JSON.stringify(whatIfJson(result))) as { readonly shifts: unknown }

    expect(text).toContain('55 items of 2 jobs decided again, 26 would have ended otherwise.')
    expect(text).toContain('  Held (Awaiting Certification) -> Applied (Committed): 26')
    expect(text).toContain('item 25: contact P-0 jobtitle')
    expect(json.shifts).toEqual([
      {
        before: { itemStatus: 'Held', outcomeReason: 'Awaiting Certification' },
        after: { itemStatus: 'Applied', outcomeReason: 'Committed' },
        count: 26,
      },
    ])
  })
})
