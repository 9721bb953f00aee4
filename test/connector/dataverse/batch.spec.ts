import {
  changeSet,
  isConcurrencyConflict,
  isDuplicateRecord,
  notRun,
  ProtocolError,
  RequestLimitError,
  update,
} from '../../../connector/dataverse/index.js'
import type { DataverseError } from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { errorOf, onScript } from './client-on-script.js'
import { batchAnswer, batchAnswerText, failure } from './scripted-server.js'
import type { Step } from './scripted-server.js'
import { austria, done, found, id, read, refused, write } from './one-country.js'
import { errorIn } from './outcomes.js'

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
