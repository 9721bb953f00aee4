import { setTimeout as pause } from 'node:timers/promises'

import { query, updateMultiple } from '../../../../connector/dataverse/index.js'
import { contact, integrationLedger } from '../../../../solution/tables/index.js'
import { readTrace, resetTrace } from '../../../bench/trace.js'
import { addPolicy, postJob } from '../../../support/worker-stack.js'
import { SettleStack, targetTable } from './settle-stack.js'

const { jobTitle, lastName } = contact.columns
const records = 300

describe('looking for decisions', () => {
  let at: SettleStack

  beforeEach(async () => {
    at = await SettleStack.start()
    await addPolicy(at.client, targetTable, null, { createMissingRecords: true })
    await addPolicy(at.client, targetTable, jobTitle.logicalName, { commitMode: 'onCertify' })
  })

  afterEach(() => at.close())

  /** Requests of workers that found something or wrote; the stack itself asks for one row at a time. */
  const busyRequests = async () => {
    const entries = await readTrace(at.stack.store.origin)
    return entries.filter(
      ({ method, url, rowsRead }) => (method !== 'GET' || rowsRead > 0) && !url.endsWith('$top=1'),
    )
  }

  it('writes nothing and reads no row where nobody decided anything', async () => {
    const first = at.stack.startWorker()
    await at.send('HR', { [lastName.logicalName]: 'Lovelace', [jobTitle.logicalName]: 'Analyst' })
    await first.stop()
    await resetTrace(at.stack.store.origin)
    at.stack.startWorker()
    while ((await readTrace(at.stack.store.origin)).length < 20) await pause(5)
    expect(await busyRequests()).toEqual([])
  })

  it('settles hundreds of certifications in a handful of requests, in two row writes each', async () => {
    const first = at.stack.startWorker({ chunkItems: 4_000, batchItems: 1_000 })
    await postJob(at.client, {
      ...{ sourceSystemKey: 'HR', submissionKey: 'many', at: 0 },
      items: Array.from({ length: records }, (_, index) =>
        [lastName, jobTitle].map(({ logicalName }) => ({
          ...{ targetTable, externalKey: `E-${index}`, fieldName: logicalName },
          newValue: `${logicalName} ${index}`,
        })),
      ).flat(),
    })
    await at.stack.settled()
    await first.stop()
    const { rows } = await at.client.send(query(integrationLedger, { select: ['aspectKey'] }))
    const held = rows.filter(({ aspectKey }) => aspectKey === jobTitle.logicalName)
    expect(held.length).toBe(records)
    const certified = held.map(({ id }) => ({ id, row: { ledgerStatus: 'certified' as const } }))
    await at.client.send(updateMultiple(integrationLedger, certified))

    await resetTrace(at.stack.store.origin)
    at.stack.startWorker({ chunkItems: 4_000, batchItems: 1_000 })
    await at.settle()
    const requests = await busyRequests()
    // The worker's first look at the environment and at the table's metadata is among them.
    expect(requests.filter(({ url }) => !url.startsWith('EntityDefinitions')).length)
      .withContext(requests.map(({ method, url }) => `${method} ${url}`).join('\n'))
      .toBeLessThanOrEqual(10)
    const writes = requests.reduce((sum, { rowWrites }) => sum + rowWrites, 0)
    expect(writes).toBeGreaterThanOrEqual(2 * records)
    // Beside them the lanes: taken, fenced, settled and given back.
    expect(writes).toBeLessThanOrEqual(2 * records + 20)
  })
})
