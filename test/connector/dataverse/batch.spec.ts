import {
  changeSet,
  create,
  createMultiple,
  filter,
  isConcurrencyConflict,
  isDuplicateRecord,
  isThrottled,
  notRun,
  ProtocolError,
  query,
  RequestLimitError,
  retrieve,
  UnknownOutcomeError,
  update,
} from '../../../connector/dataverse/index.js'
import type { Outcome, DataverseError } from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { errorOf, onScript } from './client-on-script.js'
import { batchAnswer, batchAnswerText, empty, failure, hangUp, json } from './scripted-server.js'
import type { Step } from './scripted-server.js'

const id = '0b2f7f0e-6a5e-4d5c-9f7b-0f3f6f0a1b2c'
const row = {
  '@odata.etag': 'W/"7"',
  govcdm_countryid: id,
  govcdm_name: 'Côte d’Ivoire 🇨🇮',
  govcdm_abbreviation: 'CI',
}
const austria = { name: 'Austria', abbreviation: 'AT' }
const read = retrieve(country, id)
const write = update(country, id, austria)

const found = { status: 200, body: row }
const done = { status: 204 }
const refused = (status: number, code: string) => ({
  status,
  body: { error: { code, message: 'Refused.' } },
})

function errorIn(outcome: Outcome<unknown> | undefined): unknown {
  if (!outcome || outcome.ok) throw new Error('The operation was expected to fail.')
  return outcome.error
}

describe('A batch', () => {
  it('is one request that holds its operations in order, each by its full path', async () => {
    await onScript([batchAnswer([found, done])], async ({ client, requests, reports }) => {
      const [first, second] = await client.batch([read, write])

      expect(first.ok && first.value.name).toBe('Côte d’Ivoire 🇨🇮')
      expect(second).toEqual({ ok: true, value: undefined })
      const text = requests[0]?.body.toString() ?? ''
      const boundary = /boundary=(\S+)/.exec(String(requests[0]?.headers['content-type']))?.[1]
      expect(text).toBe(
        [
          `--${boundary}`,
          'Content-Type: application/http',
          'Content-Transfer-Encoding: binary',
          '',
          `GET /api/data/v9.2/${read.path} HTTP/1.1`,
          'Accept: application/json',
          '',
          '',
          `--${boundary}`,
          'Content-Type: application/http',
          'Content-Transfer-Encoding: binary',
          '',
          `PATCH /api/data/v9.2/govcdm_countries(${id}) HTTP/1.1`,
          'Accept: application/json',
          'if-match: *',
          'Content-Type: application/json; charset=utf-8',
          '',
          '{"govcdm_name":"Austria","govcdm_abbreviation":"AT"}',
          `--${boundary}--`,
          '',
        ].join('\r\n'),
      )
      expect(reports.map(({ operations }) => operations)).toEqual([2])
    })
  })

  it('says of operations after the first error that they were not run', async () => {
    const steps = [batchAnswer([done, refused(412, '0x80060882')], 412)]
    await onScript(steps, async ({ client, requests }) => {
      const outcomes = await client.batch([write, write, write])

      expect(outcomes[0].ok).toBeTrue()
      expect(isConcurrencyConflict(errorIn(outcomes[1]))).toBeTrue()
      expect(errorIn(outcomes[2])).toBe(notRun)
      expect(requests[0]?.headers['prefer']).toBeUndefined()
    })
  })

  it('goes on after an error when told to', async () => {
    const steps = [batchAnswer([refused(404, '0x80040217'), done])]
    await onScript(steps, async ({ client, requests }) => {
      const outcomes = await client.batch([read, write], { continueOnError: true })

      expect(outcomes.map(({ ok }) => ok)).toEqual([false, true])
      expect(requests[0]?.headers['prefer']).toBe('odata.continue-on-error')
    })
  })

  it('decodes a change set to the results of its operations', async () => {
    const steps = [batchAnswer([{ changeSet: [{ ...found, status: 201 }, done] }, found])]
    await onScript(steps, async ({ client, requests, reports }) => {
      const atomic = changeSet([update(country, id, austria, { returnEtag: true }), write])
      const [set, after] = await client.batch([atomic, read])

      expect(set).toEqual({ ok: true, value: [{ etag: 'W/"7"', created: true }, undefined] })
      expect(after.ok).toBeTrue()
      expect(requests[0]?.body.toString()).toMatch(/Content-ID: 1\r\n[^]*Content-ID: 2\r\n/)
      expect(reports.map(({ operations }) => operations)).toEqual([3])
    })
  })

  it('takes the answers of a change set by their Content-ID', async () => {
    const shuffled: Step = (response) => {
      const text = batchAnswerText([{ changeSet: [done, found] }])
      const turned = text.replace(/Content-ID: (\d)/g, (_, n) => `Content-ID: ${3 - Number(n)}`)
      response.writeHead(200, { 'content-type': 'multipart/mixed; boundary="batchresponse_1"' })
      response.end(turned)
    }
    await onScript([shuffled], async ({ client }) => {
      const [set] = await client.batch([
        changeSet([update(country, id, austria, { returnEtag: true }), write]),
      ])

      expect(set.ok && set.value[0].etag).toBe('W/"7"')
    })
  })

  for (const [form, script] of [
    ['in the place of its change set', [refused(412, '0x80040237')]],
    ['inside of its change set', [{ changeSet: [refused(412, '0x80040237')] }]],
  ] as const) {
    it(`reports an error ${form} as the outcome of the whole set`, async () => {
      await onScript([batchAnswer(script, 412)], async ({ client }) => {
        const [set, after] = await client.batch([changeSet([write, write]), write])

        expect(isDuplicateRecord(errorIn(set))).toBeTrue()
        expect(errorIn(after)).toBe(notRun)
      })
    })
  }

  it('of nothing sends nothing', async () => {
    await onScript([], async ({ client, requests }) => {
      expect(await client.batch([])).toEqual([])
      expect(requests.length).toBe(0)
    })
  })

  it('of more than 1,000 operations is refused before it is sent, change sets counted in full', async () => {
    await onScript([], async ({ client, requests }) => {
      const set = changeSet(Array.from({ length: 1_000 }, () => write))
      const error = await errorOf(client.batch([set, write]))

      expect(error).toBeInstanceOf(RequestLimitError)
      expect((error as Error).message).toContain('not 1001')
      expect(requests.length).toBe(0)
    })
  })

  it('with a read in a change set is refused before it is sent', async () => {
    await onScript([], async ({ client }) => {
      expect(await errorOf(client.batch([changeSet([read])]))).toBeInstanceOf(RequestLimitError)
    })
  })

  it('that the platform refuses as a whole throws the error', async () => {
    await onScript([failure(400, '0x80048d19')], async ({ client }) => {
      const error = await errorOf(client.batch([write]))

      expect((error as DataverseError).code).toBe('0x80048d19')
    })
  })

  it('answered by fewer parts than it has operations, none of them an error, is no answer', async () => {
    await onScript([batchAnswer([done])], async ({ client }) => {
      expect(await errorOf(client.batch([write, write]))).toBeInstanceOf(ProtocolError)
    })
  })

  it('answered by more parts than it has operations is no answer', async () => {
    await onScript([batchAnswer([done, done])], async ({ client }) => {
      expect(await errorOf(client.batch([write]))).toBeInstanceOf(ProtocolError)
    })
  })
})

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

describe('An address too long for a plain request', () => {
  const names = Array.from({ length: 600 }, (_, n) => `Name number ${n}`)

  it('goes out as a batch of one', async () => {
    const steps = [batchAnswer([{ status: 200, body: { value: [row] } }])]
    await onScript(steps, async ({ client, requests }) => {
      const page = await client.send(query(country, { filter: filter(country).in('name', names) }))

      expect(page.rows.length).toBe(1)
      expect(requests.map(({ path }) => path)).toEqual(['/api/data/v9.2/$batch'])
    })
  })

  it('is refused beyond what the platform takes in a batch', async () => {
    await onScript([], async ({ client }) => {
      const long = filter(country).in('name', [...names, ...names, ...names])
      const error = await errorOf(client.send(query(country, { filter: long })))

      expect(error).toBeInstanceOf(RequestLimitError)
    })
  })
})

describe('Bulk actions sent outside of batches', () => {
  const bulk = createMultiple(country, [{ id, row: austria }])
  const options = { batchBulkActions: false }

  it('go out one after another, with the operations between them batched in order', async () => {
    const steps = [
      batchAnswer([done, done]),
      json(200, { Ids: [id] }),
      json(200, { Ids: [id] }),
      batchAnswer([done]),
    ]
    await onScript(
      steps,
      async ({ client, requests }) => {
        const outcomes = await client.batch([write, write, bulk, bulk, write])

        expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
        const action = '/govcdm_countries/Microsoft.Dynamics.CRM.CreateMultiple'
        expect(requests.map(({ path }) => path.replace('/api/data/v9.2', ''))).toEqual([
          '/$batch',
          action,
          action,
          '/$batch',
        ])
      },
      options,
    )
  })

  it('stop what comes after them when one is refused', async () => {
    await onScript(
      [batchAnswer([done]), failure(412, '0x80040237')],
      async ({ client, requests }) => {
        const outcomes = await client.batch([write, bulk, write, bulk])

        expect(isDuplicateRecord(errorIn(outcomes[1]))).toBeTrue()
        expect([errorIn(outcomes[2]), errorIn(outcomes[3])]).toEqual([notRun, notRun])
        expect(requests.length).toBe(2)
      },
      options,
    )
  })
})

describe('A created row', () => {
  it('without its address in the answer is a broken answer', async () => {
    await onScript([empty(204)], async ({ client }) => {
      expect(await errorOf(client.send(create(country, null, austria)))).toBeInstanceOf(
        ProtocolError,
      )
    })
  })
})
