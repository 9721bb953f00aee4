import { update } from '../../../../connector/dataverse/index.js'
import { check } from '../../../../connector/service/http/check.js'
import { integrationSyncJob } from '../../../../solution/tables/index.js'
import { until } from '../../../support/until.js'
import { successSchemas } from '../http/contract.js'
import { startEventsUnderTest } from './events-under-test.js'
import type { EventsUnderTest } from './events-under-test.js'
import { addEndedJob, addPendingEntry, decide, offerValues } from './rows.js'

type Json = Readonly<Record<string, unknown>>

describe('A polling trigger', () => {
  let events: EventsUnderTest

  beforeEach(async () => {
    events = await startEventsUnderTest()
  })

  afterEach(() => events.close())

  /** One look: what it tells, and where the next one goes. */
  async function look(url: string) {
    const response = await fetch(url)
    const text = await response.text()
    const { status } = response
    expect([200, 202]).withContext(text).toContain(status)
    const body = status === 200 ? (JSON.parse(text) as { readonly value: readonly Json[] }) : null
    if (body) {
      const schema = successSchemas('get', new URL(url).pathname, status)
      expect(check(schema ?? {}, body, 'The answer')).toEqual([])
    } else expect(text).toBe('')
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    return {
      status,
      value: body?.value ?? [],
      next: response.headers.get('location') ?? '',
      wait: Number(response.headers.get('retry-after')),
    }
  }

  /** Looks until nothing more is new. */
  async function lookOn(url: string) {
    const value: Json[] = []
    for (let next = url; ;) {
      const answer = await look(next)
      value.push(...answer.value)
      next = answer.next
      if (answer.wait > 1) return { value, next }
    }
  }

  const ids = (value: readonly Json[], row: string, id: string) =>
    value.map((event) => (event[row] as Json)[id])

  it('tells nothing of what was there before, and each job that ends after that once', async () => {
    await addEndedJob(events.client, events.clock.now)
    const first = await look(`${events.base}/sync-job-completions`)
    const nothing = await look(first.next)
    const job = await addEndedJob(events.client, events.clock.now)
    const news = await look(nothing.next)
    const after = await look(news.next)

    expect([first.status, nothing.status, news.status, after.status]).toEqual([202, 202, 200, 202])
    expect(ids(news.value, 'syncJob', 'jobId')).toEqual([job])
    expect(news.value[0]?.['occurredDateTime']).toBe('2026-11-21T08:00:00Z')
  })

  it('tells of a job again only when it has ended again, not when its row changes', async () => {
    const { next } = await look(`${events.base}/sync-job-completions`)
    const job = await addEndedJob(events.client, events.clock.now)
    const first = await look(next)
    events.clock.now += 60 * 60_000
    await events.client.send(update(integrationSyncJob, job, { payload: null, name: 'other' }))
    const unchanged = await look(first.next)
    await events.client.send(
      update(integrationSyncJob, job, { completedDateTime: new Date(events.clock.now) }),
    )
    const again = await look(unchanged.next)

    expect([unchanged.value.length, again.value.length]).toEqual([0, 1])
    expect(again.value[0]?.['eventId']).not.toBe(first.value[0]?.['eventId'])
  })

  it('neither skips nor repeats jobs that become visible late and out of order', async () => {
    let { next } = await look(`${events.base}/sync-job-completions`)
    const made: string[] = []
    const told: unknown[] = []
    for (let round = 0; round < 12; round++) {
      events.clock.now += 4 * 60_000
      const lateBy = [0, 5, 1, 9, 13][round % 5] ?? 0
      made.push(await addEndedJob(events.client, events.clock.now - lateBy * 60_000))
      const answer = await look(next)
      told.push(...ids(answer.value, 'syncJob', 'jobId'))
      next = answer.next
    }
    events.clock.now += 60 * 60_000
    told.push(...ids((await lookOn(next)).value, 'syncJob', 'jobId'))

    expect(told).toEqual(made)
  })

  it('goes through more than one look holds, while more arrives, and keeps its address short', async () => {
    let { next } = await look(`${events.base}/sync-job-completions`)
    const made: string[] = []
    const told: unknown[] = []
    for (let round = 0; round < 8; round++) {
      const jobs = Array.from({ length: 90 }, () => addEndedJob(events.client, events.clock.now))
      made.push(...(await Promise.all(jobs)))
      events.clock.now += round % 2 === 0 ? 1_000 : 90_000
      const [answer] = await Promise.all([
        look(next),
        addEndedJob(events.client, events.clock.now).then((id) => made.push(id)),
      ])
      told.push(...ids(answer.value, 'syncJob', 'jobId'))
      next = answer.next
      expect(next.length).toBeLessThan(12_000)
    }
    for (let round = 0; round < 3; round++) {
      events.clock.now += 20 * 60_000
      const rest = await lookOn(next)
      told.push(...ids(rest.value, 'syncJob', 'jobId'))
      next = rest.next
    }

    expect(told.length).toBe(made.length)
    expect(new Set(told)).toEqual(new Set(made))
  })

  it('keeps to the source system and the statuses that were asked for', async () => {
    const query = 'sourceSystemKey=HRIS&jobStatus=Failed,Cancelled'
    const { next } = await look(`${events.base}/sync-job-completions?${query}`)
    const { now } = events.clock
    const failed = await addEndedJob(events.client, now, { jobStatus: 'failed' })
    await addEndedJob(events.client, now)
    await addEndedJob(events.client, now, { jobStatus: 'failed', sourceSystemKey: 'hris' })

    expect(ids((await look(next)).value, 'syncJob', 'jobId')).toEqual([failed])
  })

  it('tells once of each entry that is pending, whatever happens to it later', async () => {
    const start = await look(`${events.base}/pending-ledger-entries?targetTable=contact`)
    const entry = await addPendingEntry(events.client)
    await addPendingEntry(events.client, { targetTable: 'account' })
    await addPendingEntry(events.client, { ledgerStatus: 'certified', settledStatus: 'certified' })
    const news = await look(start.next)
    events.clock.now += 20 * 60_000
    await decide(events.client, entry, 'certified')
    const after = await look(news.next)

    expect(ids(news.value, 'ledgerEntry', 'ledgerEntryId')).toEqual([entry])
    expect(after.status).toBe(202)
  })

  it('tells of decisions that somebody made by changing the row', async () => {
    events.startTelling()
    const entry = await addPendingEntry(events.client)
    let { next } = await look(`${events.base}/ledger-entry-decisions`)
    await decide(events.client, entry, 'certified')
    const value: Json[] = []
    await until(async () => {
      const answer = await look(next)
      value.push(...answer.value)
      next = answer.next
      return value.length > 0
    }, 'the decision was told')

    expect(ids(value, 'ledgerEntry', 'ledgerStatus')).toEqual(['Certified'])
    expect((await look(next)).status).toBe(202)
  })

  it('tells of all values of a job for the source system, page by page', async () => {
    events.startTelling()
    let { next } = await look(`${events.base}/values-for-sources?sourceSystemKey=ERP`)
    const values = Array.from({ length: 730 }, (_, index) => `value ${index}`)
    await offerValues(events.client, 'ERP', values)
    await offerValues(events.client, 'CRM', ['other'])
    const told: Json[] = []
    await until(async () => {
      const answer = await look(next)
      told.push(...answer.value)
      next = answer.next
      return told.length >= values.length
    }, 'all values were told')

    expect(ids(told, 'syncItem', 'newValue')).toEqual(values)
    expect((await look(next)).status).toBe(202)
    expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(values.length)
  })

  it('cuts long texts, and says so', async () => {
    const { next } = await look(`${events.base}/pending-ledger-entries`)
    await addPendingEntry(events.client, { value: 'x'.repeat(100_000) })
    const [event] = (await look(next)).value

    expect(event?.['isShortened']).toBeTrue()
    expect(String((event?.['ledgerEntry'] as Json)['value']).length).toBe(4_000)
  })

  it('takes no state that it did not make, for this trigger, a short while ago', async () => {
    const { next } = await look(`${events.base}/sync-job-completions`)
    const state = new URL(next).searchParams.get('triggerState') ?? ''
    const forged = [
      `${next}x`,
      next.replace('triggerState=', 'triggerState=a'),
      next.replace('sync-job-completions', 'pending-ledger-entries'),
      `${events.base}/sync-job-completions-states?triggerState=${state.split('.')[0] ?? ''}`,
      `${events.base}/sync-job-completions-states?triggerState=`,
    ]
    for (const url of forged) {
      expect((await fetch(url)).status)
        .withContext(url)
        .toBe(400)
    }
    events.clock.now += 91 * 24 * 60 * 60_000
    const late = await fetch(next)
    expect(late.status).toBe(400)
    expect(await late.text()).toContain('InvalidTriggerState')
  })
})
