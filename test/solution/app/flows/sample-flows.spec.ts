import { query, retrieve } from '../../../../connector/dataverse/index.js'
import { approveEntries } from '../../../../solution/app/flows/sample/approve-entries.js'
import { loadChanges } from '../../../../solution/app/flows/sample/load-changes.js'
import { notifyFailures } from '../../../../solution/app/flows/sample/notify-failures.js'
import { pushValues } from '../../../../solution/app/flows/sample/push-values.js'
import { flowVariables, sourceSystem } from '../../../../solution/app/flows/variables.js'
import {
  integrationLedger,
  integrationSubscription,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import {
  addEndedJob,
  addPendingEntry,
  decide,
  offerValues,
} from '../../../connector/service/events/rows.js'
import { standIn } from '../../../support/flows/connection.js'
import { sendOverHttp } from '../../../support/flows/connector/http.js'
import type { RunningFlow } from '../../../support/flows/flow.js'
import { startFlowStack } from '../../../support/flows/flow-stack.js'
import type { FlowStack } from '../../../support/flows/flow-stack.js'
import { until } from '../../../support/until.js'
import { historyOf, runsOf, turnedOn } from './flows-under-test.js'
import { startSourceSystem } from './source-system.js'
import type { SourceSystem } from './source-system.js'

const changes = [
  { key: 'E-100', field: 'emailaddress1', value: 'ada@agency.gov' },
  { key: 'E-100', field: 'birthdate', value: 'yesterday', changedOn: '2026-11-20T10:00:00Z' },
  { key: 'E-100', field: 'lastname', value: 'Lovelace' },
]

const stewards = [flowVariables.stewards, 'steward@agency.gov'] as const
const hris = [sourceSystem, 'HRIS'] as const

/** Looks again until there is something new. */
async function untilSome(flow: RunningFlow): Promise<void> {
  await until(async () => {
    await flow.tick()
    return (await flow.runs()).length > 0
  }, 'the flow ran')
}

describe('The sample flows', () => {
  let stack: FlowStack
  let source: SourceSystem

  beforeEach(async () => {
    stack = await startFlowStack()
    source = await startSourceSystem({ entityType: 'contact', changes })
  })

  afterEach(async () => {
    await stack.close()
    await source.close()
  })

  /** Contacts come from HRIS and are taken at once. */
  async function policy(): Promise<void> {
    const { status, body } = await stack.connection().call('UpsertCommitPolicies', {
      'body/commitPolicies': [
        {
          targetTable: 'contact',
          authoritativeSources: 'HRIS',
          commitMode: 'OnIngest',
          autoCertify: true,
          createMissingRecords: true,
        },
      ],
    })
    expect(status).withContext(JSON.stringify(body)).toBe(200)
  }

  describe('that loads a file of changes', () => {
    const values = () => [[flowVariables.changeFile, source.address], hris] as const

    it('makes a job of the file and waits for its end', async () => {
      await policy()
      const flow = await turnedOn(stack, loadChanges, { values: values() })
      await flow.tick()
      const [run] = await runsOf(flow, 1)

      expect(run?.status)
        .withContext(JSON.stringify(run && historyOf(run)))
        .toBe('Succeeded')
      expect(run?.outcomes.get('Cancel_what_was_opened')?.status).toBe('Skipped')
      const { body } = run?.outcomes.get('Get_sync_job')?.outputs as { body: object }
      expect(body).toEqual(jasmine.objectContaining({ received: 3, applied: 2, failed: 0 }))
      expect(stack.clock.waits).toContain(30_000)
    })

    it('divides a file that is longer than one request takes into parts', async () => {
      const long = await startSourceSystem({
        entityType: 'contact',
        changes: Array.from({ length: 20_001 }, (_, at) => ({
          key: `E-${at}`,
          field: 'lastname',
          value: 'Lovelace',
        })),
      })
      const flow = await turnedOn(stack, loadChanges, {
        values: [[flowVariables.changeFile, long.address], hris],
      })
      await flow.tick()
      const [run] = await runsOf(flow, 1)
      await long.close()
      const part = run?.outcomes.get('Add_sync_items')?.outputs
      const job = run?.outcomes.get('Get_sync_job')?.outputs

      expect(part).toEqual(
        jasmine.objectContaining({
          body: jasmine.objectContaining({ partNumber: 2, items: 1, received: 20_001 }),
        }),
      )
      expect(job).toEqual(
        jasmine.objectContaining({ body: jasmine.objectContaining({ received: 20_001 }) }),
      )
      expect(run?.status).toBe('Succeeded')
    })

    it('starts nothing where the file has no changes', async () => {
      const empty = await startSourceSystem({ entityType: 'contact', changes: [] })
      const flow = await turnedOn(stack, loadChanges, {
        values: [[flowVariables.changeFile, empty.address], hris],
      })
      await flow.tick()
      const [run] = await runsOf(flow, 1)
      await empty.close()

      expect(run?.status).toBe('Succeeded')
      expect(run?.outcomes.get('Open_sync_job')?.status).toBe('Skipped')
    })

    it('fails at a file of another form, before anything is submitted', async () => {
      const odd = await startSourceSystem({
        entityType: 'contact',
        changes: [{ field: 'a', value: 'b' }],
      })
      const flow = await turnedOn(stack, loadChanges, {
        values: [[flowVariables.changeFile, odd.address], hris],
      })
      await flow.tick()
      const [run] = await runsOf(flow, 1)
      await odd.close()

      expect(run?.status).toBe('Failed')
      expect(run?.outcomes.get('Read_file')?.error).toContain('key')
      expect(run?.outcomes.get('Open_sync_job')?.status).toBe('Skipped')
    })

    it('cancels the job that it opened where its items are refused, and fails', async () => {
      const odd = await startSourceSystem({
        entityType: 'contact',
        changes: [{ key: '', field: 'lastname', value: 'Lovelace' }],
      })
      const flow = await turnedOn(stack, loadChanges, {
        values: [[flowVariables.changeFile, odd.address], hris],
      })
      await flow.tick()
      const [run] = await runsOf(flow, 1)
      await odd.close()
      const { rows } = await stack.client.send(query(integrationSyncJob, { select: ['jobStatus'] }))

      expect(run?.status).toBe('Failed')
      expect(run?.error).toContain('not accepted')
      expect(run?.outcomes.get('Cancel_what_was_opened')?.status).toBe('Succeeded')
      expect(rows.map(({ jobStatus }) => jobStatus)).toEqual(['cancelled'])
    })

    it('submits nothing twice where the answer to a request is lost', async () => {
      await policy()
      let isLost = false
      const service = stack.connection({
        send: async (request) => {
          const answer = await sendOverHttp(request)
          if (isLost || request.method !== 'POST') return answer
          isLost = true
          return { ...answer, status: 503 }
        },
      })
      const flow = await turnedOn(stack, loadChanges, { service, values: values() })
      await flow.tick()
      const [run] = await runsOf(flow, 1)
      const { rows } = await stack.client.send(query(integrationSyncJob, { select: ['received'] }))

      expect(run?.status).toBe('Succeeded')
      expect(rows.map(({ received }) => received)).toEqual([3])
    })
  })

  describe('that asks a steward', () => {
    const answered = (outcome: string) =>
      standIn({
        StartAndWaitForAnApproval: () => ({
          outcome,
          responses: [{ responder: { displayName: 'Grace Hopper' }, comments: 'Seen on paper.' }],
        }),
      })

    for (const [outcome, ledgerStatus] of [
      ['Approve', 'certified'],
      ['Reject', 'rejected'],
    ] as const) {
      it(`writes ${outcome} back as ${ledgerStatus}, with who answered and why`, async () => {
        const approvals = answered(outcome)
        const flow = await turnedOn(stack, approveEntries, { approvals, values: [stewards] })
        const id = await addPendingEntry(stack.client)
        const [run] = await runsOf(flow, 1)
        const entry = await stack.client.send(
          retrieve(integrationLedger, id, { select: ['ledgerStatus', 'notes'] }),
        )

        expect(run?.status)
          .withContext(JSON.stringify(run && historyOf(run)))
          .toBe('Succeeded')
        expect(entry.ledgerStatus).toBe(ledgerStatus)
        expect(entry.notes).toBe('Decided in an approval by Grace Hopper. Seen on paper.')
        expect(approvals.asked[0]?.given).toEqual(
          jasmine.objectContaining({
            'WebhookApprovalCreationInput/title': 'emailaddress1 of contact: ada@agency.gov',
            'WebhookApprovalCreationInput/assignedTo': 'steward@agency.gov',
          }),
        )
      })
    }

    it('leaves alone what somebody decided while the approval waited', async () => {
      const approvals = standIn({
        StartAndWaitForAnApproval: async () => {
          await decide(stack.client, id, 'rejected')
          return { outcome: 'Approve', responses: [] }
        },
      })
      const flow = await turnedOn(stack, approveEntries, { approvals, values: [stewards] })
      const id = await addPendingEntry(stack.client)
      const [run] = await runsOf(flow, 1)
      const entry = await stack.client.send(
        retrieve(integrationLedger, id, { select: ['ledgerStatus'] }),
      )

      expect(run?.status).toBe('Succeeded')
      expect(run?.outcomes.get('Certify')?.status).toBe('Skipped')
      expect(entry.ledgerStatus).toBe('rejected')
    })

    it('is told of nothing once it is turned off, though nobody sends a key for that', async () => {
      const flow = await turnedOn(stack, approveEntries, {
        approvals: answered('Approve'),
        values: [stewards],
      })
      const subscriptions = query(integrationSubscription, { select: ['event'] })
      const before = await stack.client.send(subscriptions)
      const status = await flow.turnOff()
      const after = await stack.client.send(subscriptions)

      expect([before.rows.length, status, after.rows.length]).toEqual([1, 200, 0])
    })
  })

  it('that tells of failed jobs sends one mail, with what was not taken and why', async () => {
    await policy()
    const mail = standIn({ SendEmailV2: () => ({}) })
    const flow = await turnedOn(stack, notifyFailures, { mail, values: [stewards] })
    await addEndedJob(stack.client, Date.now())
    const { body } = await stack.connection().call('RunSyncJob', {
      'body/sourceSystemKey': 'HRIS',
      'body/entityType': 'contact',
      'body/items': [
        { externalKey: 'E-100', fieldName: 'lastname', newValue: 'Lovelace' },
        { externalKey: 'E-100', fieldName: 'birthdate', newValue: 'yesterday' },
      ],
    })
    const [run, ...others] = await runsOf(flow, 1)
    const [sent] = mail.asked

    expect(run?.status)
      .withContext(JSON.stringify(run && historyOf(run)))
      .toBe('Succeeded')
    expect(others).toEqual([])
    expect(body).toEqual(jasmine.objectContaining({ jobStatus: 'Completed With Errors' }))
    expect(sent?.given['emailMessage/To']).toBe('steward@agency.gov')
    expect(sent?.given['emailMessage/Subject']).toMatch(/^Completed With Errors: job of HRIS, /)
    expect(sent?.given['emailMessage/Body']).toMatch(
      /<td>E-100<\/td><td>birthdate<\/td><td>(Rejected|Failed)<\/td><td>.*yesterday/,
    )
  })

  describe('that pushes certified values', () => {
    const items = async () => {
      const select = ['itemStatus', 'processMessage', 'appliedDateTime'] as const
      const orderBy = ['sequenceNumber asc'] as const
      return (await stack.client.send(query(integrationSyncItem, { select, orderBy }))).rows
    }

    it('posts each value once to the source, and notes that it was taken', async () => {
      const flow = await turnedOn(stack, pushValues, {
        values: [[flowVariables.sourceAddress, source.address], hris],
      })
      await offerValues(stack.client, 'ERP', ['not for this one'])
      await offerValues(stack.client, 'HRIS', ['ada@agency.gov', 'ada@example.gov'])
      await untilSome(flow)
      const runs = await flow.runs()
      await flow.tick()

      expect(runs.map((run) => [run.status, historyOf(run)['Note_that_it_was_taken']])).toEqual([
        ['Succeeded', 'Succeeded'],
        ['Succeeded', 'Succeeded'],
      ])
      expect((await flow.runs()).length).toBe(2)
      expect(source.posted.map(({ body }) => (body as { value: string }).value).sort()).toEqual([
        'ada@agency.gov',
        'ada@example.gov',
      ])
      expect(new Set(source.posted.map(({ key }) => key)).size).toBe(2)
      expect((await items()).filter(({ itemStatus }) => itemStatus === 'applied').length).toBe(2)
    })

    it('tries again where the source is busy, and notes and fails where it never takes the value', async () => {
      source.status = 503
      const flow = await turnedOn(stack, pushValues, {
        values: [[flowVariables.sourceAddress, source.address], hris],
      })
      await offerValues(stack.client, 'HRIS', ['ada@agency.gov'])
      await untilSome(flow)
      const [run] = await flow.runs()
      const [item] = await items()

      expect(run?.status).toBe('Failed')
      expect(source.posted.length).toBe(7)
      expect(new Set(source.posted.map(({ key }) => key)).size).toBe(1)
      expect(item?.itemStatus).toBe('rejected')
      expect(item?.processMessage).toBe('The source system answered 503.')
    })
  })
})
