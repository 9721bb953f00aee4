import { createMultiple, isDuplicateRecord, notRun } from '../../../connector/dataverse/index.js'
import { country } from '../../../solution/tables/index.js'
import { onScript } from './client-on-script.js'
import { batchAnswer, failure, json } from './scripted-server.js'
import { austria, done, id, write } from './one-country.js'
import { errorIn } from './outcomes.js'

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
