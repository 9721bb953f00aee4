import { readFileSync } from 'node:fs'

import { solutions } from './all-solutions.js'
import { componentIds } from './component-ids.js'

/** What has been published: an id in it never changes, and a line is only ever added. */
const published = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('component-ids.json', import.meta.url), 'utf8')) as Record<
      string,
      string
    >,
  ),
)

describe('the ids of the solutions’ components', () => {
  const ids = componentIds(solutions)

  it('are GUIDs in lower case without braces', () => {
    const odd = ids.filter(([, id]) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))

    expect(odd).toEqual([])
  })

  it('are unique over all solutions', () => {
    const seen = new Map<string, string>()
    const twins = ids.flatMap(([path, id]) => {
      const earlier = seen.get(id)
      seen.set(id, path)
      return earlier === undefined ? [] : [`${earlier} and ${path}`]
    })

    expect(twins).toEqual([])
    expect(new Set(ids.map(([path]) => path)).size).toBe(ids.length)
  })

  it('are those that were published', () => {
    const changed = ids.filter(([path, id]) => published.has(path) && published.get(path) !== id)

    expect(changed).toEqual([])
  })

  it('are all in the list of published ids, to which a new component adds its line', () => {
    const missing = ids.filter(([path]) => !published.has(path))
    const gone = [...published.keys()].filter((path) => !ids.some(([one]) => one === path))

    expect(Object.fromEntries(missing)).toEqual({})
    expect(gone).withContext('no longer declared').toEqual([])
  })
})
