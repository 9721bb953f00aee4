import {
  create,
  ProtocolError,
  DataverseError,
  isConcurrencyConflict,
  isDuplicateKey,
  isDuplicateRecord,
  isNotFound,
  isThrottled,
  update,
  upsert,
} from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { errorOf, onScript } from './client-on-script.js'
import { empty, failure, json } from './scripted-server.js'
import type { Step } from './scripted-server.js'
import { austria, id, ivoryCoast, read, row } from './one-country.js'

describe('Sending one operation', () => {
  it('asks for the declared columns and answers with the row by our names', async () => {
    await onScript([json(200, row)], async ({ client, requests }) => {
      const answer = await client.send(read)

      expect(answer).toEqual(ivoryCoast)
      expect(requests[0]?.path).toBe(
        `/api/data/v9.2/govcdm_countries(${id})?$select=govcdm_countryid,govcdm_name,govcdm_abbreviation`,
      )
    })
  })

  it('waits out a Retry-After in seconds to the millisecond, then sends again', async () => {
    const steps = [failure(429, '0x80072322', { 'retry-after': '17' }), json(200, row)]
    await onScript(steps, async ({ client, clock, requests }) => {
      await client.send(read)

      expect(clock.waits).toEqual([17_000])
      expect(requests.length).toBe(2)
    })
  })

  it('understands a Retry-After that names a date', async () => {
    const until = new Date(Date.UTC(2026, 10, 21, 0, 0, 42)).toUTCString()
    const steps = [failure(429, '0x80072321', { 'retry-after': until }), json(200, row)]
    await onScript(steps, async ({ client, clock }) => {
      await client.send(read)

      expect(clock.waits).toEqual([42_000])
    })
  })

  it('sends a throttled create without an id again, because it was not carried out', async () => {
    const created = empty(204, { 'odata-entityid': `https://x/api/data/v9.2/set(${id})` })
    const steps = [failure(429, '0x80072326', { 'retry-after': '1' }), created]
    await onScript(steps, async ({ client }) => {
      expect(await client.send(create(country, null, austria))).toEqual({ id })
    })
  })

  it('waits twice as long each time when the platform names no time', async () => {
    const steps = [failure(503, ''), failure(503, ''), failure(503, ''), json(200, row)]
    await onScript(steps, async ({ client, clock }) => {
      await client.send(read)

      expect(clock.waits).toEqual([500, 1_000, 2_000])
    })
  })

  it('gives up after the allowed tries, with the last refusal as the error', async () => {
    await onScript([failure(429, '0x80072322')], async ({ client, requests }) => {
      const error = await errorOf(client.send(read))

      expect(isThrottled(error)).toBeTrue()
      expect(requests.length).toBe(4)
    })
  })

  it('repeats a request that ended in an SQL time-out, which was rolled back', async () => {
    const steps = [failure(500, '0x80044151'), empty(204)]
    await onScript(steps, async ({ client, requests }) => {
      await client.send(update(country, id, austria))

      expect(requests.length).toBe(2)
    })
  })

  for (const status of [400, 403, 404, 412, 413, 500]) {
    it(`never repeats a request that was refused with ${status}`, async () => {
      await onScript([failure(status, '0x80040216')], async ({ client, requests }) => {
        const error = await errorOf(client.send(upsert(country, id, austria)))

        expect(error).toBeInstanceOf(DataverseError)
        expect(requests.length).toBe(1)
      })
    })
  }

  it('tells the meanings of a 412 by the code alone', async () => {
    const steps = ['0x80060892', '0x80040237', '0x80060882'].map((code) => failure(412, code))
    await onScript(steps, async ({ client }) => {
      const errors: unknown[] = []
      for (let n = 0; n < steps.length; n++) {
        errors.push(await errorOf(client.send(update(country, id, austria))))
      }

      expect(errors.map(isDuplicateKey)).toEqual([true, false, false])
      expect(errors.map(isDuplicateRecord)).toEqual([false, true, false])
      expect(errors.map(isConcurrencyConflict)).toEqual([false, false, true])
    })
  })

  it('answers null for a row that is not there only when asked to', async () => {
    const steps = [failure(404, '0x80040217')]
    await onScript(steps, async ({ client }) => {
      expect(await client.retrieveOrNull(read)).toBeNull()
      expect(isNotFound(await errorOf(client.send(read)))).toBeTrue()
    })
  })

  it('does not take a 404 that is not about a row for a missing row', async () => {
    await onScript([failure(404, '0x8006088a')], async ({ client }) => {
      const error = await errorOf(client.retrieveOrNull(read))

      expect(error).toBeInstanceOf(DataverseError)
    })
  })

  it("keeps a gateway's page of HTML out of the way", async () => {
    const html: Step = (response) => {
      response.writeHead(403, { 'content-type': 'text/html' })
      response.end('<html>Forbidden</html>')
    }
    await onScript([html], async ({ client }) => {
      const error = await errorOf(client.send(read))

      expect(error).toEqual(jasmine.objectContaining({ status: 403, code: '' }))
    })
  })

  it('takes a created row without its address for a broken answer', async () => {
    await onScript([empty(204)], async ({ client }) => {
      expect(await errorOf(client.send(create(country, null, austria)))).toBeInstanceOf(
        ProtocolError,
      )
    })
  })
})
