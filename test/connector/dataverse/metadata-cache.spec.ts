import { createMetadataCache } from '../../../connector/dataverse/index.js'
import { environment } from './metadata-environment.js'

describe('The metadata cache', () => {
  function cached(ages: { readonly maxAgeMs?: number; readonly missingMaxAgeMs?: number } = {}) {
    let time = 0
    const place = environment()
    return {
      ...place,
      cache: createMetadataCache(place.client, { ...ages, now: () => time }),
      passTime: (milliseconds: number) => {
        time += milliseconds
      },
    }
  }

  it('asks once for tables that are asked for at the same time', async () => {
    const { cache, batches } = cached()
    const [first, second] = await Promise.all([
      cache.tables(['x_thing']),
      cache.tables(['x_thing']),
    ])

    expect(first.get('x_thing')).toBe(second.get('x_thing') ?? null)
    expect(batches.length).toBe(2)
  })

  it('asks again only when a definition has grown old', async () => {
    const { cache, batches, passTime } = cached({ maxAgeMs: 1_000 })
    await cache.tables(['x_thing'])
    passTime(999)
    await cache.tables(['x_thing'])
    expect(batches.length).toBe(2)

    passTime(1)
    await cache.tables(['x_thing'])
    expect(batches.length).toBe(4)
  })

  it('believes a table missing for a shorter time', async () => {
    const { cache, batches, passTime } = cached({ maxAgeMs: 1_000, missingMaxAgeMs: 10 })
    await cache.tables(['x_none'])
    await cache.tables(['x_none'])
    expect(batches.length).toBe(1)

    passTime(10)
    expect((await cache.tables(['x_none'])).get('x_none')).toBeNull()
    expect(batches.length).toBe(2)
  })

  it('asks only for the tables it does not know', async () => {
    const { cache, batches } = cached()
    await cache.tables(['x_none'])
    const both = await cache.tables(['x_none', 'x_thing'])

    expect([...both.keys()]).toEqual(['x_none', 'x_thing'])
    expect(batches[1]?.every((path) => path.includes('x_thing'))).toBeTrue()
  })

  it('does not keep a failure', async () => {
    const place = cached()
    place.break()
    await expectAsync(place.cache.tables(['x_thing'])).toBeRejectedWithError('No route.')

    place.mend()
    expect((await place.cache.tables(['x_thing'])).get('x_thing')).not.toBeNull()
  })

  it('forgets everything when told to', async () => {
    const { cache, batches } = cached()
    await cache.tables(['x_thing'])
    cache.clear()
    await cache.tables(['x_thing'])

    expect(batches.length).toBe(4)
  })
})
