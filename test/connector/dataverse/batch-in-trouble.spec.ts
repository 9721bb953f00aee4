import {
  create,
  isThrottled,
  ProtocolError,
  UnknownOutcomeError,
} from '../../../connector/dataverse/index.js'
import type { DataverseError } from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { errorOf, onScript } from './client-on-script.js'
import { batchAnswer, batchAnswerText, failure, hangUp } from './scripted-server.js'
import type { Step } from './scripted-server.js'
import { austria, done, found, id, read, refused, write } from './one-country.js'
import { errorIn } from './outcomes.js'

describe('A batch in trouble', () => {
  it('of writes is not sent again when its outcome is unknown', async () => {
    await onScript([hangUp, batchAnswer([done])], async ({ client, requests }) => {
      expect(await errorOf(client.batch([write]))).toBeInstanceOf(UnknownOutcomeError)
      expect(requests.length).toBe(1)
    })
  })

  it('that is declared repeatable is sent again, and marks its errors as maybe its own doing', async () => {
    const steps = [hangUp, batchAnswer([refused(412, '0x80040237')], 412)]
    await onScript(steps, async ({ client }) => {
      const [outcome] = await client.batch([create(country, id, austria)], { repeatable: true })

      expect((errorIn(outcome) as DataverseError).afterUnknownOutcome).toBeTrue()
    })
  })

  it('of reads alone is sent again without being told', async () => {
    await onScript([hangUp, batchAnswer([found])], async ({ client }) => {
      const [outcome] = await client.batch([read])

      expect(outcome.ok).toBeTrue()
    })
  })

  it('that was throttled before it ran is sent again, whatever it holds', async () => {
    const steps = [failure(429, '0x80072326', { 'retry-after': '3' }), batchAnswer([done])]
    await onScript(steps, async ({ client, clock }) => {
      const [outcome] = await client.batch([write])

      expect(outcome.ok).toBeTrue()
      expect(clock.waits).toEqual([3_000])
    })
  })

  it('that was throttled in the middle is not sent again: its fence may have been passed', async () => {
    const throttled = { ...refused(429, '0x80072322'), headers: { 'Retry-After': '9' } }
    const steps = [batchAnswer([done, throttled], 429), batchAnswer([done])]
    await onScript(steps, async ({ client, clock, requests }) => {
      const outcomes = await client.batch([write, write])

      expect(isThrottled(errorIn(outcomes[1]))).toBeTrue()
      expect(requests.length).toBe(1)
      await client.batch([write])
      expect(clock.waits).toEqual([9_000])
    })
  })

  it('that goes on after errors sends only its throttled operations again', async () => {
    const throttled = { ...refused(429, '0x80072322'), headers: { 'Retry-After': '9' } }
    const steps = [
      batchAnswer([done, throttled, refused(400, '0x80048d19'), throttled]),
      batchAnswer([done, done]),
    ]
    await onScript(steps, async ({ client, clock, requests }) => {
      const outcomes = await client.batch([write, write, write, write], { continueOnError: true })

      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false, true])
      expect(requests[1]?.body.toString().match(/PATCH/g)?.length).toBe(2)
      expect(clock.waits).toEqual([9_000])
    })
  })

  it('cut off in the middle of its answer is not taken for a shorter one', async () => {
    const cut: Step = (response) => {
      response.writeHead(200, { 'content-type': 'multipart/mixed; boundary=batchresponse_1' })
      response.end(batchAnswerText([done, refused(412, '0x80060882')]).slice(0, -40))
    }
    await onScript([cut], async ({ client }) => {
      expect(await errorOf(client.batch([write, write]))).toBeInstanceOf(ProtocolError)
    })
  })
})
