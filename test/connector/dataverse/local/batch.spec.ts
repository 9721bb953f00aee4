import { randomUUID } from 'node:crypto'
import {
  changeSet,
  create,
  createMultiple,
  filter,
  isConcurrencyConflict,
  isDuplicateRecord,
  notRun,
  query,
  update,
  upsert,
} from '../../../../connector/dataverse/index.js'
import {
  country,
  integrationLane,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import { countries, openScene } from './scene.js'
import type { Scene } from './scene.js'
import { errorIn, valueOf } from '../outcomes.js'

describe('A batch sent to the local Web API', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })

  afterAll(() => scene.close())

  beforeEach(() => {
    scene.resetCount()
    scene.host.faults.clear()
  })

  it('runs a batch up to its first error, change sets all or not at all', async () => {
    const { mark, rows } = countries(4)
    const [a, b, c, d] = rows.map(({ id, row }) => create(country, id, row))
    if (!a || !b || !c || !d) throw new Error('Four rows were made.')
    const outcomes = await scene.client.batch([a, changeSet([b, a]), c])

    expect(outcomes[0].ok).toBeTrue()
    expect(isDuplicateRecord(errorIn(outcomes[1]))).toBeTrue()
    expect(errorIn(outcomes[2])).toBe(notRun)
    expect(await scene.countStored(mark)).toBe(1)
    const more = await scene.client.batch([a, changeSet([b, c]), d], { continueOnError: true })
    expect(more.map(({ ok }) => ok)).toEqual([false, true, true])
    expect(valueOf(more[1]).map(({ id }) => id)).toEqual([rows[1]?.id ?? '', rows[2]?.id ?? ''])
    expect(await scene.countStored(mark)).toBe(4)
  })

  it('does not come past a fence that somebody else has moved', async () => {
    const id = randomUUID()
    const lane = { targetTable: 'account', laneNumber: 1 }
    const { etag } = await scene.client.send(
      upsert(integrationLane, id, lane, { returnEtag: true }),
    )
    const { mark, rows } = countries(3)
    const fenced = (ifMatch: string) =>
      scene.client.batch([
        update(integrationLane, id, { fenceNumber: 2 }, { ifMatch, returnEtag: true }),
        createMultiple(country, rows),
      ])
    const [moved] = await fenced(etag)
    const [refused, after] = await fenced(etag)

    expect(valueOf(moved).etag).not.toBe(etag)
    expect(isConcurrencyConflict(errorIn(refused))).toBeTrue()
    expect(errorIn(after)).toBe(notRun)
    expect(await scene.countStored(mark)).toBe(3)
  })

  it('fences, records and items of a chunk go through in one batch', async () => {
    const [job, item, entry] = [randomUUID(), randomUUID(), randomUUID()]
    const toJob = { table: 'govcdm_integrationsyncjob', id: job } as const
    const outcomes = await scene.client.batch([
      create(integrationSyncJob, job, { jobStatus: 'submitted', sourceSystemKey: 'HRIS' }),
      createMultiple(integrationSyncItem, [
        { id: item, row: { integrationSyncJob: toJob, itemStatus: 'applied', sequenceNumber: 0 } },
      ]),
      createMultiple(integrationLedger, [
        {
          id: entry,
          row: {
            ledgerAspect: 'field',
            aspectKey: 'name',
            targetTable: 'contact',
            targetId: job,
            sourceSystemKey: 'HRIS',
            ledgerStatus: 'certified',
            integrationSyncJob: toJob,
            integrationSyncItem: { table: 'govcdm_integrationsyncitem', id: item },
          },
        },
      ]),
      query(integrationLedger, {
        filter: filter(integrationLedger).eq('integrationSyncJob', toJob),
      }),
    ])

    expect(valueOf(outcomes[3]).rows.map((row) => row.integrationSyncItem?.id)).toEqual([item])
  })
})
