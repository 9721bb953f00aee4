import type { CustomControl } from '../../../../solution/model/solution/index.js'
import { controlSource } from '../../../../solution/local/app/server/control-source.js'

const control: CustomControl = { name: 'govcdm_X.One', files: new Map() }

/** A build that is done when it is told so. */
function build({ isCurrent = false } = {}) {
  let stamp = isCurrent ? 'now' : ''
  let end: (error?: Error) => void = () => undefined
  const started: (AbortSignal | undefined)[] = []
  const source = controlSource({
    stamp: () => Promise.resolve(stamp),
    read: () => Promise.resolve(stamp === '' ? [] : [{ ...control }]),
    isCurrent: () => Promise.resolve(stamp === 'now'),
    build: (signal) =>
      new Promise<void>((resolve, reject) => {
        started.push(signal)
        end = (error) => {
          if (error) reject(error)
          else {
            stamp = 'now'
            resolve()
          }
        }
      }),
  })
  const said: string[] = []
  return {
    source,
    said,
    started,
    prepare: (signal?: AbortSignal) => source.prepare((sentence) => said.push(sentence), signal),
    end: (error?: Error) => end(error),
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('the controls that the local app shows', () => {
  it('are those at hand, without a word, where they are of the sources of now', async () => {
    const { source, said, started, prepare } = build({ isCurrent: true })
    await prepare()
    expect(said).toEqual([])
    expect(started).toEqual([])
    expect((await source.current()).map(({ name }) => name)).toEqual([control.name])
    expect(await source.current()).toBe(await source.current())
  })

  it('are built where they are missing or old, which people are told, and shown after that', async () => {
    const { source, said, prepare, end } = build()
    const prepared = prepare()
    await turn()
    expect(source.isBuilding()).toBeTrue()
    expect(said).toEqual([jasmine.stringMatching(/^Building the controls/)])
    expect(await source.current()).toEqual([])
    end()
    await prepared
    expect(source.isBuilding()).toBeFalse()
    expect(said.at(-1)).toBe('The controls are built.')
    expect((await source.current()).length).toBe(1)
  })

  it('are left to stock grids where they cannot be built, with the reason', async () => {
    const { source, said, prepare, end } = build()
    const prepared = prepare()
    await turn()
    end(new Error('TS2322 in index.ts'))
    await expectAsync(prepared).toBeResolved()
    expect(said.at(-1)).toContain('stock grids')
    expect(said.at(-1)).toContain('TS2322 in index.ts')
    expect(await source.current()).toEqual([])
  })

  it('say nothing of a build that ends because the host does', async () => {
    const { said, started, prepare, end } = build()
    const closing = new AbortController()
    const prepared = prepare(closing.signal)
    await turn()
    closing.abort()
    expect(started[0]?.aborted).toBeTrue()
    end(new Error('The operation was aborted'))
    await prepared
    expect(said.length).toBe(1)
  })
})
