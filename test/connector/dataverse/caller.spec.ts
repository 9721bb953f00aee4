import type { DataverseError } from '../../../connector/dataverse/index.js'
import { retrieve } from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { errorOf, onScript } from './client-on-script.js'
import { failure, json } from './scripted-server.js'
import { id, read, row } from './one-country.js'

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
      await client.send(read)

      expect(requests.map(({ headers }) => headers['callerobjectid'])).toEqual([id, undefined])
    })
  })

  it('sends no cookie that the platform has set', async () => {
    const setsCookie = json(200, row, { 'set-cookie': 'ARRAffinity=abc; path=/' })
    await onScript([setsCookie], async ({ client, requests }) => {
      await client.send(read)
      await client.send(read)

      expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
    })
  })

  it('hands out a new token once when the platform refuses the old one', async () => {
    const tokens = ['old', 'new']
    const steps = [failure(401, ''), json(200, row)]
    await onScript(
      steps,
      async ({ client, requests }) => {
        await client.send(read)

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
        const error = await errorOf(client.send(read))

        expect((error as DataverseError).status).toBe(401)
        expect(requests.length).toBe(2)
      },
      { authorize: () => Promise.resolve('expired') },
    )
  })
})
