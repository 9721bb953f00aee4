import { createHmac } from 'node:crypto'

import { query, retrieve } from '../../../../connector/dataverse/index.js'
import { check } from '../../../../connector/service/http/check.js'
import { integrationLedger, integrationSubscription } from '../../../../solution/tables/index.js'
import { swagger } from '../http/contract.js'
import { until } from '../../../support/until.js'
import { aWhile, startEventsUnderTest, startReceiver } from './events-under-test.js'
import type { EventsUnderTest, Receiver } from './events-under-test.js'
import { addEndedJob, addPendingEntry, decide, offerValues } from './rows.js'

type Json = Readonly<Record<string, unknown>>

const minutes = 60_000

describe('A subscription', () => {
  let events: EventsUnderTest
  let receiver: Receiver

  beforeEach(async () => {
    events = await startEventsUnderTest()
    receiver = await startReceiver()
  })

  afterEach(async () => {
    await events.close()
    await receiver.close()
  })

  async function post(path: string, body: object) {
    const response = await fetch(`${events.base}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { status, headers } = response
    const answer = (await response.json()) as Json
    return { status, location: headers.get('location') ?? '', body: answer }
  }

  const jobsEnd = 'sync-job-completions-subscriptions'

  const subscribe = (path: string, filters: object = {}) =>
    post(path, { callbackUrl: receiver.url, ...filters })

  const jobsTold = () => receiver.received.map(({ body }) => (body['syncJob'] as Json)['jobId'])

  const rows = async () => (await events.client.send(query(integrationSubscription))).rows

  it('is told of what happens after it, once and signed, as the definition says', async () => {
    await addEndedJob(events.client, events.clock.now)
    const { status, body, location } = await subscribe(jobsEnd)
    events.startTelling()
    const job = await addEndedJob(events.client, events.clock.now)
    await until(() => receiver.received.length > 0, 'the event came')
    events.clock.now += 60 * minutes
    await aWhile()

    expect(status).toBe(201)
    expect(location).toMatch(
      new RegExp(`^${events.base}/${jobsEnd}\\?subscriptionId=.*&secret=.{43}$`),
    )
    expect(jobsTold()).toEqual([job])
    const [first] = receiver.received
    expect(check(swagger.definitions['SyncJobEvent'] ?? {}, first?.body, 'The event')).toEqual([])
    const signed = String(first?.headers['x-integration-signature'])
    const [, time = '', mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signed) ?? []
    const expected = createHmac('sha256', String(body['signingKey']))
      .update(`${time}.${first?.text ?? ''}`)
      .digest('hex')
    expect(mac).toBe(expected)
    expect(first?.headers['x-integration-event-id']).toBe(String(first?.body['eventId']))
    expect(first?.headers['x-integration-subscription-id']).toBe(String(body['subscriptionId']))
  })

  it('keeps no secret in its row, and is the same one when it is asked for again', async () => {
    const first = await subscribe(jobsEnd, { sourceSystemKey: 'HRIS' })
    events.clock.now += 24 * 60 * minutes
    const again = await subscribe(jobsEnd, { sourceSystemKey: 'HRIS' })
    const other = await post(jobsEnd, { callbackUrl: `${receiver.url}2` })
    const secret = new URL(first.location).searchParams.get('secret') ?? ''

    expect(again.location).toBe(first.location)
    expect(again.body['expiresOn']).not.toBe(first.body['expiresOn'])
    expect(other.location).not.toBe(first.location)
    expect((await rows()).length).toBe(2)
    expect(JSON.stringify(await rows())).not.toContain(secret)
    expect(JSON.stringify(await rows())).not.toContain(String(first.body['signingKey']))
  })

  it('is taken back at its address, again without harm, and at no other', async () => {
    const { location } = await subscribe(jobsEnd)
    const remove = (url: string) => fetch(url, { method: 'DELETE' })
    const wrong = [
      `${location}x`,
      location.replace(/secret=.*/, `secret=${'A'.repeat(43)}`),
      location.replace('sync-job-completions', 'pending-ledger-entries'),
      location.replace(
        /subscriptionId=[^&]*/,
        `subscriptionId=${'0'.repeat(8)}-0000-0000-0000-000000000000`,
      ),
    ]
    for (const url of wrong) {
      expect((await remove(url)).status)
        .withContext(url)
        .toBe(404)
    }
    expect((await rows()).length).toBe(1)
    expect((await remove(location)).status).toBe(200)
    expect((await remove(location)).status).toBe(200)
    events.startTelling()
    await addEndedJob(events.client, events.clock.now)
    await aWhile()

    expect(receiver.received).toEqual([])
    expect(await rows()).toEqual([])
  })

  it('is told again what failed, after longer and longer pauses, and then the rest', async () => {
    await subscribe(jobsEnd)
    receiver.status = 500
    events.startTelling()
    const first = await addEndedJob(events.client, events.clock.now)
    await until(async () => (await rows())[0]?.failures === 1, 'the first attempt failed')
    await aWhile()
    const second = await addEndedJob(events.client, events.clock.now + 1_000)
    expect(receiver.received.length).toBe(1)
    events.clock.now += 10_000
    await until(() => receiver.received.length === 2, 'the second attempt was made')
    await until(async () => (await rows())[0]?.failures === 2, 'the failure was written down')
    events.clock.now += 10_000
    await aWhile()
    expect(receiver.received.length).toBe(2)
    expect((await rows())[0]?.lastFailure).toContain('The receiver answered 500.')
    receiver.status = 202
    events.clock.now += 10_000
    await until(() => receiver.received.length === 4, 'the rest was told')

    expect(jobsTold()).toEqual([first, first, first, second])
    const ids = receiver.received.map(({ body }) => body['eventId'])
    expect(new Set(ids.slice(0, 3)).size).toBe(1)
    await until(async () => (await rows())[0]?.failures === 0, 'the success was written down')
  })

  it('waits as long as the receiver asks', async () => {
    await subscribe(jobsEnd)
    receiver.status = 429
    receiver.headers = { 'retry-after': '600' }
    events.startTelling()
    await addEndedJob(events.client, events.clock.now)
    await until(async () => (await rows())[0]?.failures === 1, 'the first attempt was made')
    events.clock.now += 9 * minutes
    await aWhile()
    expect(receiver.received.length).toBe(1)
    receiver.status = 200
    events.clock.now += minutes
    await until(() => receiver.received.length === 2, 'the second attempt was made')
  })

  it('follows no redirect', async () => {
    const elsewhere = await startReceiver()
    await subscribe(jobsEnd)
    receiver.status = 307
    receiver.headers = { location: elsewhere.url }
    events.startTelling()
    await addEndedJob(events.client, events.clock.now)
    await until(async () => (await rows())[0]?.failures === 1, 'the attempt failed')

    expect(elsewhere.received).toEqual([])
    await elsewhere.close()
  })

  it('skips an event that the receiver refuses again and again, and tells the next', async () => {
    await subscribe(jobsEnd)
    receiver.status = 400
    events.startTelling()
    const refused = await addEndedJob(events.client, events.clock.now)
    for (let failures = 1; failures <= 5; failures++) {
      await until(
        async () => (await rows())[0]?.failures === failures,
        `${failures} attempts failed`,
      )
      events.clock.now += 60 * minutes
    }
    await until(async () => (await rows())[0]?.failures === 0, 'the event was skipped')
    receiver.status = 200
    const next = await addEndedJob(events.client, events.clock.now)
    await until(() => jobsTold().includes(next), 'the next event came')

    expect(jobsTold()).toEqual([...Array.from({ length: 6 }, () => refused), next])
    expect((await rows())[0]?.expiresOn?.getTime()).toBeGreaterThan(events.clock.now)
  })

  it('ends at its expiry, which every event that arrives puts off', async () => {
    await subscribe(jobsEnd)
    events.startTelling()
    const days = 24 * 60 * minutes
    const expiry = async () => (await rows())[0]?.expiresOn?.getTime() ?? 0
    const toldLater = async () => {
      const before = await expiry()
      events.clock.now += 150 * days
      const job = await addEndedJob(events.client, events.clock.now)
      await until(async () => (await expiry()) > before, 'its expiry was put off')
      return job
    }
    const told = await toldLater()
    const toldToo = await toldLater()
    events.clock.now += 181 * days
    await addEndedJob(events.client, events.clock.now)
    await aWhile()

    expect(jobsTold()).toEqual([told, toldToo])
    events.clock.now += 31 * days
    await until(async () => (await rows()).length === 0, 'its row was cleaned away')
  })

  it('loses nothing and repeats little when the service stops in the middle', async () => {
    await subscribe(jobsEnd)
    const made = new Set<string>()
    for (let round = 0; round < 4; round++) {
      const running = events.startTelling()
      const before = receiver.received.length
      for (let job = 0; job < 20; job++) {
        made.add(await addEndedJob(events.client, events.clock.now))
      }
      await until(() => receiver.received.length > before + 3, 'some events came')
      await running.stop()
      for (let job = 0; job < 5; job++) {
        made.add(await addEndedJob(events.client, events.clock.now))
      }
      events.clock.now += 7 * minutes
    }
    events.startTelling()
    await until(() => new Set(jobsTold()).size === made.size, 'all events came')
    events.clock.now += 60 * minutes
    await aWhile()

    expect(new Set(jobsTold())).toEqual(made)
    const ids = receiver.received.map(({ body }) => body['eventId'])
    expect(ids.length).toBe(made.size)
    expect(new Set(ids).size).toBe(made.size)
  })

  it('tells of a decision, and notes on the row who made it, for whoever settles it', async () => {
    await subscribe('ledger-entry-decisions-subscriptions', { ledgerStatus: ['Rejected'] })
    events.startTelling()
    const certified = await addPendingEntry(events.client)
    const rejected = await addPendingEntry(events.client)
    await decide(events.client, certified, 'certified')
    await decide(events.client, rejected, 'rejected')
    await until(() => receiver.received.length > 0, 'the decision came')
    await aWhile()
    const noted = await events.client.send(
      retrieve(integrationLedger, rejected, { select: ['decidedBy', 'decidedStatus'] }),
    )
    const { userId } = await events.client.whoAmI()

    expect(receiver.received.length).toBe(1)
    const [event] = receiver.received
    expect(check(swagger.definitions['DecidedEntryEvent'] ?? {}, event?.body, 'The event')).toEqual(
      [],
    )
    expect((event?.body['ledgerEntry'] as Json)['ledgerEntryId']).toBe(rejected)
    expect([noted.decidedBy?.id, noted.decidedStatus]).toEqual([userId, 'rejected'])
  })

  it('tells of pending entries, and of values for one source system', async () => {
    await subscribe('pending-ledger-entries-subscriptions')
    await subscribe('values-for-sources-subscriptions', { sourceSystemKey: 'ERP' })
    events.startTelling()
    const entry = await addPendingEntry(events.client)
    const job = await offerValues(events.client, 'ERP', ['a', 'b'])
    await offerValues(events.client, 'CRM', ['c'])
    await until(() => receiver.received.length === 3, 'three events came')
    await aWhile()

    expect(receiver.received.length).toBe(3)
    const entries = receiver.received.flatMap(({ body }) => body['ledgerEntry'] ?? []) as Json[]
    expect(entries.map(({ ledgerEntryId }) => ledgerEntryId)).toEqual([entry])
    const values = receiver.received.filter(({ body }) => body['syncItem'])
    expect(values.map(({ body }) => (body['syncItem'] as Json)['newValue'])).toEqual(['a', 'b'])
    expect(values.map(({ body }) => body['syncJobId'])).toEqual([job, job])
    for (const { body } of values) {
      expect(check(swagger.definitions['SourceValueEvent'] ?? {}, body, 'The event')).toEqual([])
    }
  })

  it('costs one request while nothing happens, however many there are', async () => {
    for (let index = 0; index < 12; index++) {
      await post(jobsEnd, { callbackUrl: `${receiver.url}&number=${index}` })
    }
    await addEndedJob(events.client, events.clock.now)
    events.startTelling()
    await until(() => receiver.received.length === 12, 'all were told')
    const { trace } = events.local
    await until(async () => {
      trace.reset()
      await aWhile()
      return trace.entries.every(({ rowWrites }) => rowWrites === 0)
    }, 'it is noted that all were told')
    trace.reset()
    await until(() => trace.entries.length > 2, 'it was looked several times')
    const requests = trace.entries

    expect(new Set(requests.map(({ url, operations }) => `${url} ${operations}`))).toEqual(
      new Set(['$batch 5']),
    )
    expect(requests.every(({ rowWrites }) => rowWrites === 0)).toBeTrue()
  })

  it('is refused for a callback that events are not sent to, with the reason', async () => {
    const refused: readonly (readonly [string, string])[] = [
      ['https://flows.example.com/hook?sig=abc', 'its host flows.example.com is none of'],
      ['http://prod-1.westus.logic.azure.com/hook', 'it does not begin with https'],
      ['https://prod-1.westus.logic.azure.com:8443/hook', 'it names port 8443'],
      ['https://user:pass@prod-1.westus.logic.azure.com/', 'it holds a user name or password'],
      ['https://logic.azure.com.evil.example/', 'is none of'],
      ['https://evillogic.azure.com/', 'is none of'],
      ['https://10.0.0.1/', 'its host 10.0.0.1 is none of'],
      ['https://[fd00::1]/', 'is none of'],
      ['https://169.254.169.254/metadata', 'is none of'],
      ['ftp://prod-1.westus.logic.azure.com/', 'it does not begin with https'],
      ['nonsense', 'it is no address'],
    ]
    for (const [callbackUrl, reason] of refused) {
      const { status, body } = await post(jobsEnd, { callbackUrl })
      const { code, message } = body['error'] as Json
      expect([status, code]).withContext(callbackUrl).toEqual([400, 'CallbackRefused'])
      expect(message).withContext(callbackUrl).toContain(reason)
      expect(message).not.toContain('sig=abc')
    }
    const allowed = await post(jobsEnd, {
      callbackUrl: 'https://prod-1.westus.logic.azure.com:443/workflows/1/run?sig=abc',
    })
    expect(allowed.status).toBe(201)
    expect((await rows()).length).toBe(1)
  })
})
