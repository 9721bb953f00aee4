import type { DataverseError } from '../../../connector/dataverse/index.js'
import {
  create,
  createMultiple,
  isDuplicateRecord,
  remove,
  UnavailableError,
  UnknownOutcomeError,
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
import { austria, id, ivoryCoast, read, row } from './one-country.js'

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
          expect((await client.send(read)).name).toBe(ivoryCoast.name)
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
