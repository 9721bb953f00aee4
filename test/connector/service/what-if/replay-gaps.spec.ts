import { remove, update } from '../../../../connector/dataverse/index.js'
import { newRecordId } from '../../../../connector/engine/index.js'
import type { SubmittedItem } from '../../../../connector/service/payload.js'
import { replayJob } from '../../../../connector/service/what-if/replay-job.js'
import { NotReplayableError } from '../../../../connector/service/what-if/recorded-job.js'
import {
  account,
  contact,
  integrationIdentifier,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'
import { addPolicy, addValueMap, itemsOf, rowsOf } from '../../../support/worker-stack.js'
import type { WorkerStack } from '../../../support/worker-stack.js'
import { columns, field, ReplayScene, targetTable } from './replay-scene.js'
import { faultsOf, readingOf, replays } from './replay-support.js'

describe('the replay of a job whose traces were changed, purged or are not complete', () => {
  let scene: ReplayScene
  let stack: WorkerStack

  beforeEach(async () => {
    scene = await ReplayScene.start()
    ;({ stack } = scene)
  })

  afterEach(() => stack.close())

  const load = (...job: Parameters<ReplayScene['load']>) => scene.load(...job)
  const outcomes = (job: string) => scene.outcomes(job)

  it('reads items from their rows once the payload is gone', async () => {
    const { client } = stack
    await addPolicy(client, account.logicalName, null, { createMissingRecords: true })
    await addPolicy(client, targetTable, columns.department.logicalName, { codeList: 'Units' })
    await addValueMap(
      client,
      { codeList: 'Units', sourceSystemKey: 'HR', sourceCode: 'IT' },
      'Technology',
    )
    const items: readonly SubmittedItem[] = [
      field('P-1', columns.lastName, 'Ada'),
      field('P-1', columns.department, 'IT'),
      field('P-1', columns.birthDate, '1815-12-10'),
      field('P-1', columns.birthDate, 'never'),
      { targetTable, externalKey: 'P-2', record: { lastname: 'Grace', firstname: null } },
      { targetTable: account.logicalName, externalKey: 'A-1', record: { name: 'Agency' } },
      {
        targetTable,
        externalKey: 'P-1',
        fieldName: columns.parentCustomer.logicalName,
        relatedTable: account.logicalName,
        relatedExternalKey: 'A-1',
      },
      field('P-1', columns.parentCustomer, 'A-1'),
      field('x'.repeat(500), columns.lastName, 'Ada'),
    ]
    for (let times = 0; times < 2; times++) {
      const job = await load('HR', items)
      await client.send(update(integrationSyncJob, job, { payload: null }))
    }
    const [first, second] = await replays(stack)

    for (const replay of [first, second]) {
      expect(replay?.different)
        .withContext(faultsOf(replay ? [replay] : []).join('\n'))
        .toBe(0)
      expect(replay?.identical).toBe(7)
      expect([...(replay?.whyImpossible.keys() ?? [])]).toEqual([
        'its payload is gone, and its row does not tell whether it was a field or a relationship',
        'its payload is gone, and its row may have its external key shortened',
      ])
    }
  })

  it('tells an outcome that was altered from one that was decided', async () => {
    const { client } = stack
    const job = await load('HR', [field('P-1', columns.lastName, 'Ada')])
    const [item] = await itemsOf(client, job)
    await client.send(
      update(integrationSyncItem, item?.id ?? '', { processMessage: 'Somebody wrote this.' }),
    )
    const replay = await replayJob(await readingOf(stack), job, 10)

    expect(replay.different).toBe(1)
    expect(replay.shown[0]?.recorded.message).toBe('Somebody wrote this.')
  })

  it('says which item went by an identifier that is not there any more', async () => {
    const { client } = stack
    await load('HR', [field('P-1', columns.lastName, 'Ada')])
    const id = newRecordId({ sourceSystemKey: 'HR', targetTable, externalKey: 'P-1' })
    await client.send(remove(contact, id))
    const job = await load('HR', [field('P-1', columns.lastName, 'Ada')])
    const before = await replayJob(await readingOf(stack), job, 10)

    expect(await outcomes(job)).toEqual(['held recordDeleted'])
    expect(before.identical).toBe(1)

    for (const row of await rowsOf(client, integrationIdentifier)) {
      await client.send(remove(integrationIdentifier, String(row['id'])))
    }
    const after = await replayJob(await readingOf(stack), job, 10)

    expect(after.identical).toBe(0)
    expect([...after.whyImpossible]).toEqual([
      ['the identifier that it went by is not there any more', 1],
    ])
  })

  it('writes nothing', async () => {
    const job = await load('HR', [field('P-1', columns.lastName, 'Ada')])
    await scene.worker.stop()
    const before = stack.store.trace.totals.rowWrites
    await replayJob(await readingOf(stack), job, 10)

    expect(stack.store.trace.totals.rowWrites).toBe(before)
  })

  it('refuses a job that is not closed', async () => {
    const job = await load('HR', [field('P-1', columns.lastName, 'Ada')])
    await stack.client.send(update(integrationSyncJob, job, { jobStatus: 'open' }))

    await expectAsync(replayJob(await readingOf(stack), job, 10)).toBeRejectedWithError(
      NotReplayableError,
      /is not closed yet/,
    )
  })
})
