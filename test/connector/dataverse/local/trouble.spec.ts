import {
  createMultiple,
  isThrottled,
  UnknownOutcomeError,
  upsert,
  upsertMultiple,
} from '../../../../connector/dataverse/index.js'
import { country } from '../../../../solution/tables/index.js'
import { errorOf } from '../client-on-script.js'
import { countries, openScene } from './scene.js'
import type { Scene } from './scene.js'

describe('Trouble on the way to the local Web API', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })

  afterAll(() => scene.close())

  beforeEach(() => {
    scene.resetCount()
    scene.host.faults.clear()
  })

  it('does not write twice, whichever side of the commit the connection broke', async () => {
    const { mark, rows } = countries(2)
    for (const [at, action] of (['dropBeforeCommit', 'dropAfterCommit'] as const).entries()) {
      const { id, row } = rows[at] ?? { id: '', row: {} }
      scene.host.faults.add({ action, method: 'PATCH' })
      await scene.client.send(upsert(country, id, row))
      scene.host.faults.clear()
    }

    expect(await scene.countStored(mark)).toBe(2)
    expect(scene.requests()).toBe(5)
  })

  it('says that the outcome of a batch of writes is unknown, and leaves it to the caller', async () => {
    const { mark, rows } = countries(5)
    scene.host.faults.add({ action: 'dropAfterCommit', url: '$batch' })
    const error = await errorOf(scene.client.batch([createMultiple(country, rows)]))

    expect(error).toBeInstanceOf(UnknownOutcomeError)
    expect(await scene.countStored(mark)).toBe(5)
  })

  it('repeats a batch that says it may be, though half of its first answer came', async () => {
    const { mark, rows } = countries(5)
    scene.host.faults.add({ action: 'halfResponse', url: '$batch' })
    const [outcome] = await scene.client.batch([upsertMultiple(country, rows)], {
      repeatable: true,
    })

    expect(outcome.ok).toBeTrue()
    expect(await scene.countStored(mark)).toBe(5)
  })

  it('gives up on a platform that throttles for good, and says what it is', async () => {
    scene.host.faults.add({ action: '429', retryAfter: 0, times: 100 })
    const error = await errorOf(scene.client.whoAmI())

    expect(isThrottled(error)).toBeTrue()
    expect(scene.requests()).toBe(4)
  })
})
