import { filter, query, RequestLimitError } from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { errorOf, onScript } from './client-on-script.js'
import { batchAnswer } from './scripted-server.js'
import { row } from './one-country.js'

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
