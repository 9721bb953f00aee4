import { clientSource } from '../../../../solution/local/app/server/client.js'
import type { ClientSource, ClientState } from '../../../../solution/local/app/server/client.js'
import { createLocalApp } from '../../../../solution/local/app/server/index.js'
import type { AppDefinition } from '../../../../solution/local/app/shape.js'
import { country, localTables } from '../../../../solution/tables/index.js'
import { closeHosts, startHost } from '../host.js'

const inState = (state: ClientState): ClientSource => ({ current: () => Promise.resolve(state) })
const appWith = (client: ClientSource) =>
  createLocalApp({ tables: localTables, solutions: [], client })

describe('serving the local app', () => {
  afterEach(closeHosts)

  it('serves the definition beside the read-only pages and the Web API', async () => {
    const { local } = await startHost()
    const response = await fetch(`${local.origin}/app/definition.json`)
    const definition = (await response.json()) as AppDefinition
    expect(definition.apps.map(({ name }) => name)).toEqual([
      'Data Integration',
      'Data Integration Example',
    ])
    for (const path of ['/tables/', `/tables/${country.entitySetName}`, '/api/data/v9.2/']) {
      expect((await fetch(local.origin + path)).status).toBe(200)
    }
    expect((await fetch(`${local.origin}/app`)).url).toBe(`${local.origin}/app/`)
    expect((await fetch(`${local.origin}/app/definition.json`, { method: 'POST' })).status).toBe(
      404,
    )
  })

  it('says that the client is being built, and asks again by itself', async () => {
    const app = appWith(inState({ state: 'building' }))
    const page = await app.answer('/app/')
    expect(page?.status).toBe(200)
    expect(page?.body).toContain('Preparing the app')
    expect(page?.body).toContain('http-equiv="refresh"')
    expect(page?.body).toContain('src="/app/waiting.js"')
    expect((await app.answer('/app/waiting.js'))?.body).toContain('location.reload()')
    expect((await app.answer('/app/client.js'))?.status).toBe(503)
  })

  it('serves the built client under an address of its own sources, and nothing from elsewhere', async () => {
    const app = appWith(inState({ state: 'ready', stamp: 'abc', script: 'start()' }))
    const page = await app.answer('/app/')
    expect(page?.body).toContain('<script src="/app/client.js?v=abc" defer>')
    expect(page?.headers['content-security-policy']).toContain("script-src 'self'")
    expect((await app.answer('/app/client.js'))?.body).toBe('start()')
  })

  it('shows why the client could not be built, as text', async () => {
    const app = appWith(inState({ state: 'failed', message: '<b>TS1005</b>' }))
    const page = await app.answer('/app/')
    expect(page?.status).toBe(500)
    expect(page?.body).toContain('&lt;b&gt;TS1005&lt;/b&gt;')
  })

  it('leaves other paths to others', async () => {
    const app = appWith(inState({ state: 'building' }))
    for (const path of [
      '/tables/',
      '/app/toString',
      `/app/${country.entitySetName}`,
      '/app/../x',
    ]) {
      expect(await app.answer(path)).toBeNull()
    }
  })

  it('tells a failed build once, and builds again when asked again', async () => {
    let builds = 0
    const nothing = () => Promise.resolve(undefined)
    const source = clientSource({
      built: nothing,
      build: () => {
        builds += 1
        return Promise.reject(new Error('no disk'))
      },
    })
    expect(await source.current()).toEqual({ state: 'building' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(await source.current()).toEqual({ state: 'failed', message: 'no disk' })
    expect(await source.current()).toEqual({ state: 'building' })
    expect(builds).toBe(2)
  })
})
