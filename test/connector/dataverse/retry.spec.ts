import {
  create,
  createMultiple,
  DataverseError,
  isConcurrencyConflict,
  isDuplicateKey,
  isDuplicateRecord,
  isNotFound,
  isThrottled,
  query,
  remove,
  retrieve,
  UnavailableError,
  UnknownOutcomeError,
  update,
  upsert,
} from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { errorOf, onScript } from './client-on-script.js'
import {
  empty,
  failure,
  halfAnAnswer,
  hangUp,
  json,
  neverAnswer,
  startScriptedServer,
} from './scripted-server.js'
import type { Step } from './scripted-server.js'

const id = '0b2f7f0e-6a5e-4d5c-9f7b-0f3f6f0a1b2c'
const row = {
  '@odata.etag': 'W/"7"',
  govcdm_countryid: id.toUpperCase(),
  govcdm_name: 'Austria',
  govcdm_abbreviation: 'AT',
}
const austria = { name: 'Austria', abbreviation: 'AT' }

describe('Sending one operation', () => {
  it('asks for the declared columns and answers with the row by our names', async () => {
    await onScript([json(200, row)], async ({ client, requests }) => {
      const read = await client.send(retrieve(country, id))

      expect(read).toEqual({ id, etag: 'W/"7"', ...austria })
      expect(requests[0]?.path).toBe(
        `/api/data/v9.2/govcdm_countries(${id})?$select=govcdm_countryid,govcdm_name,govcdm_abbreviation`,
      )
    })
  })

  it('waits out a Retry-After in seconds to the millisecond, then sends again', async () => {
    const steps = [failure(429, '0x80072322', { 'retry-after': '17' }), json(200, row)]
    await onScript(steps, async ({ client, clock, requests }) => {
      await client.send(retrieve(country, id))

      expect(clock.waits).toEqual([17_000])
      expect(requests.length).toBe(2)
    })
  })

  it('understands a Retry-After that names a date', async () => {
    const until = new Date(Date.UTC(2026, 10, 21, 0, 0, 42)).toUTCString()
    const steps = [failure(429, '0x80072321', { 'retry-after': until }), json(200, row)]
    await onScript(steps, async ({ client, clock }) => {
      await client.send(retrieve(country, id))

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
      await client.send(retrieve(country, id))

      expect(clock.waits).toEqual([500, 1_000, 2_000])
    })
  })

  it('gives up after the allowed tries, with the last refusal as the error', async () => {
    await onScript([failure(429, '0x80072322')], async ({ client, requests }) => {
      const error = await errorOf(client.send(retrieve(country, id)))

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
      expect(await client.retrieveOrNull(retrieve(country, id))).toBeNull()
      expect(isNotFound(await errorOf(client.send(retrieve(country, id))))).toBeTrue()
    })
  })

  it('does not take a 404 that is not about a row for a missing row', async () => {
    await onScript([failure(404, '0x8006088a')], async ({ client }) => {
      const error = await errorOf(client.retrieveOrNull(retrieve(country, id)))

      expect(error).toBeInstanceOf(DataverseError)
    })
  })

  it("keeps a gateway's page of HTML out of the way", async () => {
    const html: Step = (response) => {
      response.writeHead(403, { 'content-type': 'text/html' })
      response.end('<html>Forbidden</html>')
    }
    await onScript([html], async ({ client }) => {
      const error = await errorOf(client.send(retrieve(country, id)))

      expect(error).toEqual(jasmine.objectContaining({ status: 403, code: '' }))
    })
  })
})

describe('A lost connection', () => {
  for (const [what, step] of [
    ['is cut without an answer', hangUp],
    ['is cut in the middle of the answer', halfAnAnswer],
    ['stays silent past the time-out', neverAnswer],
  ] as const) {
    it(`that ${what} is no reason not to read again`, async () => {
      await onScript(
        [step, json(200, row)],
        async ({ client, requests }) => {
          expect((await client.send(retrieve(country, id))).name).toBe('Austria')
          expect(requests.length).toBe(2)
        },
        { requestTimeoutMs: 300 },
      )
    })

    it(`that ${what} leaves a create without an id alone and says so`, async () => {
      await onScript(
        [step, empty(204)],
        async ({ client, requests }) => {
          const error = await errorOf(client.send(create(country, null, austria)))

          expect(error).toBeInstanceOf(UnknownOutcomeError)
          expect(requests.length).toBe(1)
        },
        { requestTimeoutMs: 300 },
      )
    })
  }

  it('has a bulk create of our own ids sent again, and a duplicate marked as maybe our own', async () => {
    const steps = [hangUp, failure(412, '0x80040237')]
    await onScript(steps, async ({ client }) => {
      const error = await errorOf(client.send(createMultiple(country, [{ id, row: austria }])))

      expect(isDuplicateRecord(error)).toBeTrue()
      expect((error as DataverseError).afterUnknownOutcome).toBeTrue()
    })
  })

  it('does not mark a refusal of the first try', async () => {
    await onScript([failure(412, '0x80040237')], async ({ client }) => {
      const error = await errorOf(client.send(createMultiple(country, [{ id, row: austria }])))

      expect((error as DataverseError).afterUnknownOutcome).toBeFalse()
    })
  })

  it('lets a delete that was carried out unseen end well', async () => {
    await onScript([hangUp, failure(404, '0x80040217')], async ({ client, requests }) => {
      await client.send(remove(country, id))

      expect(requests.length).toBe(2)
    })
  })

  it('is reported as an unknown outcome when repeating a write was in vain', async () => {
    await onScript([hangUp], async ({ client, requests }) => {
      const error = await errorOf(client.send(upsert(country, id, austria)))

      expect(error).toBeInstanceOf(UnknownOutcomeError)
      expect(requests.length).toBe(4)
    })
  })

  it('takes a 504 on a write that must not be repeated for an unknown outcome', async () => {
    await onScript([failure(504, '')], async ({ client, requests }) => {
      const error = await errorOf(client.send(create(country, null, austria)))

      expect(error).toBeInstanceOf(UnknownOutcomeError)
      expect(requests.length).toBe(1)
    })
  })

  it('that was never made is tried again even for a create without an id', async () => {
    const server = await startScriptedServer([])
    await server.close()
    await onScript(
      [],
      async ({ client, reports }) => {
        const error = await errorOf(client.send(create(country, null, austria)))

        expect(error).toBeInstanceOf(UnavailableError)
        expect(reports.length).toBe(4)
      },
      { url: server.url },
    )
  })
})

describe('A caller', () => {
  it('ends the waiting by its signal, with its own reason', async () => {
    const steps = [failure(429, '0x80072322', { 'retry-after': '300' })]
    const abort = new AbortController()
    const sleep = (_: number, signal?: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error)
        })
        abort.abort(new Error('The worker stops.'))
      })
    await onScript(
      steps,
      async ({ client }) => {
        const sending = client.send(retrieve(country, id), { signal: abort.signal })

        await expectAsync(sending).toBeRejectedWithError('The worker stops.')
      },
      { sleep },
    )
  })

  it('ends a request under way by its signal, with its own reason', async () => {
    const abort = new AbortController()
    const stop = () => {
      abort.abort(new Error('The worker stops.'))
    }
    await onScript([stop], async ({ client }) => {
      const sending = client.send(retrieve(country, id), { signal: abort.signal })

      await expectAsync(sending).toBeRejectedWithError('The worker stops.')
    })
  })

  it('is named to the platform on request only', async () => {
    await onScript([json(200, row)], async ({ client, requests }) => {
      await client.send(retrieve(country, id), { callerObjectId: id })
      await client.send(retrieve(country, id))

      expect(requests.map(({ headers }) => headers['callerobjectid'])).toEqual([id, undefined])
    })
  })

  it('sends no cookie that the platform has set', async () => {
    const setsCookie = json(200, row, { 'set-cookie': 'ARRAffinity=abc; path=/' })
    await onScript([setsCookie], async ({ client, requests }) => {
      await client.send(retrieve(country, id))
      await client.send(retrieve(country, id))

      expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
    })
  })

  it('hands out a new token once when the platform refuses the old one', async () => {
    const tokens = ['old', 'new']
    const steps = [failure(401, ''), json(200, row)]
    await onScript(
      steps,
      async ({ client, requests }) => {
        await client.send(retrieve(country, id))

        expect(requests.map(({ headers }) => headers.authorization)).toEqual([
          'Bearer old',
          'Bearer new',
        ])
      },
      { authorize: () => Promise.resolve(tokens.shift() ?? 'none') },
    )
  })

  it('is told after a second refusal of its token', async () => {
    await onScript(
      [failure(401, '')],
      async ({ client, requests }) => {
        const error = await errorOf(client.send(retrieve(country, id)))

        expect((error as DataverseError).status).toBe(401)
        expect(requests.length).toBe(2)
      },
      { authorize: () => Promise.resolve('expired') },
    )
  })
})

describe('Pages of a query', () => {
  const pageOf = (names: readonly string[], nextLink?: string) =>
    json(200, {
      value: names.map((name) => ({ ...row, govcdm_name: name })),
      ...(nextLink === undefined ? {} : { '@odata.nextLink': nextLink }),
    })
  const paged = query(country, { select: ['name'], pageSize: 2 })

  it('are followed with the same page size until there is none left', async () => {
    const next = `/api/data/v9.2/govcdm_countries?$select=govcdm_name&$skiptoken=%3Ccookie%3E`
    const steps = [pageOf(['A', 'B'], next), pageOf(['C'])]
    await onScript(steps, async ({ client, requests }) => {
      const names: string[] = []
      for await (const page of client.pages(paged)) names.push(...page.rows.map((r) => r.name))

      expect(names).toEqual(['A', 'B', 'C'])
      expect(requests.map(({ path }) => path)[1]).toBe(next)
      expect(requests.map(({ headers }) => headers['prefer'])).toEqual([
        'odata.maxpagesize=2',
        'odata.maxpagesize=2',
      ])
    })
  })

  it('are never followed to another place, which would get our token', async () => {
    const steps = [pageOf(['A'], 'https://elsewhere.example/api/data/v9.2/govcdm_countries')]
    await onScript(steps, async ({ client, requests }) => {
      const read = async () => {
        for await (const page of client.pages(paged)) expect(page.rows.length).toBe(1)
      }

      await expectAsync(read()).toBeRejectedWithError(/next page lies outside/)
      expect(requests.length).toBe(1)
    })
  })
})
