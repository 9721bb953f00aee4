import { guardAddress } from '../../../solution/local/app/client/leaving/guarded-address.js'
import { until } from './app-page.js'

describe('the guarded address of the local app', () => {
  let stop: (() => void) | undefined

  const turn = () => new Promise((resolve) => setTimeout(resolve))

  afterEach(async () => {
    stop?.()
    location.hash = ''
    await turn()
  })

  const guard = async (mayLeave: () => boolean | Promise<boolean>) => {
    location.hash = '#/from'
    await turn()
    const shown: string[] = []
    const guarded = guardAddress(mayLeave, (hash) => shown.push(hash))
    stop = guarded.stop
    return shown
  }

  it('follows at once where nothing is asked', async () => {
    const shown = await guard(() => true)
    location.hash = '#/to'
    await until(() => shown.at(-1) === '#/to')
  })

  it('gets there also when the answer comes before the browser has gone back', async () => {
    const shown = await guard(() => Promise.resolve(true))
    location.hash = '#/to'
    await until(() => shown.at(-1) === '#/to' && location.hash === '#/to')
  })

  it('stays when told to, and asks again the next time', async () => {
    const answers = [false, true]
    const asked: boolean[] = []
    const shown = await guard(() => {
      const answer = answers[asked.length] ?? true
      asked.push(answer)
      return Promise.resolve(answer)
    })
    location.hash = '#/to'
    await until(() => asked.length === 1 && location.hash === '#/from')
    await turn()
    location.hash = '#/to'
    await until(() => shown.at(-1) === '#/to')
    expect(asked).toEqual([false, true])
  })
})
