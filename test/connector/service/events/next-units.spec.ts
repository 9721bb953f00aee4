import fc from 'fast-check'

import { readCursor, writeCursor } from '../../../../connector/service/events/cursor.js'
import type { Cursor } from '../../../../connector/service/events/cursor.js'
import type { Unit } from '../../../../connector/service/events/feed.js'
import { nextUnits, startCursor } from '../../../../connector/service/events/next-units.js'
import type { ReadUnits } from '../../../../connector/service/events/next-units.js'

const lateSeconds = 300

/** Units of which each becomes visible some time after the second it bears. */
interface Arrival {
  readonly unit: Unit
  readonly visibleFrom: number
}

function arrival(index: number, time: number, lateBy: number): Arrival {
  const unit = { id: String(index), key: `unit ${index}`, time, sourceSystemKey: 'HRIS' }
  return { unit, visibleFrom: time + lateBy }
}

/** Reads what is visible at a second, page by page as the platform does: from the row after the last. */
function reader(
  arrivals: readonly Arrival[],
  second: () => number,
  longestPage: number,
): ReadUnits {
  return ({ from, until = Infinity }, cookie, pageSize) => {
    const visible = arrivals
      .filter(({ visibleFrom, unit }) => visibleFrom <= second() && unit.time >= from)
      .map(({ unit }) => unit)
      .filter(({ time }) => time < until)
      .sort((a, b) => a.time - b.time || (a.key < b.key ? -1 : 1))
    const start = cookie === undefined ? 0 : visible.findIndex((unit) => isAfter(unit, cookie))
    const rest = start === -1 ? [] : visible.slice(start)
    const units = rest.slice(0, Math.min(pageSize, longestPage))
    const last = units.at(-1)
    const isAll = units.length === rest.length
    return Promise.resolve({ units, cookie: last && !isAll ? placeOf(last) : undefined })
  }
}

const placeOf = ({ time, key }: Unit) => `${String(time).padStart(9, '0')} ${key}`

const isAfter = (unit: Unit, cookie: string) => placeOf(unit) > cookie

describe('Telling units', () => {
  it('tells each once, in whatever order they become visible and however often one looks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3_000), fc.nat(lateSeconds - 1)), { maxLength: 120 }),
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 5, maxLength: 30 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 3, max: 60 }),
        async (made, pauses, atOnce, longestPage) => {
          const start = 10_000
          const arrivals = made.map(([time, lateBy], index) =>
            arrival(index, start + 1 + time, lateBy),
          )
          let second = start
          const feed = { lateMs: lateSeconds * 1_000, atOnce }
          const read = reader(arrivals, () => second, longestPage)
          let cursor: Cursor = await startCursor(feed, read, second * 1_000)
          const told: string[] = []
          for (const pause of [...pauses, 4_000, 4_000]) {
            second += pause
            for (let hasMore = true; hasMore;) {
              const step = await nextUnits(cursor, feed, read, second * 1_000)
              told.push(...step.units.map(({ key }) => key))
              const text = JSON.stringify(writeCursor(step.cursor))
              const restored = readCursor(JSON.parse(text))
              if (!restored) throw new Error(`No cursor: ${text}`)
              cursor = restored
              hasMore = step.hasMore
            }
          }
          expect([...told].sort()).toEqual(arrivals.map(({ unit }) => unit.key).sort())
        },
      ),
      { numRuns: 150, seed: 5 },
    )
  })

  it('remembers a few hundred units at most, whatever comes in', async () => {
    const arrivals = Array.from({ length: 5_000 }, (_, index) =>
      arrival(index, 10_001 + (index % 60), 0),
    )
    let second = 10_000
    const feed = { lateMs: lateSeconds * 1_000, atOnce: 100 }
    const read = reader(arrivals, () => second, 5_000)
    let cursor = await startCursor(feed, read, second * 1_000)
    let told = 0
    let longest = 0
    for (let round = 0; round < 40; round++) {
      second += 20
      for (let hasMore = true; hasMore;) {
        const step = await nextUnits(cursor, feed, read, second * 1_000)
        told += step.units.length
        cursor = step.cursor
        longest = Math.max(longest, cursor.told.size)
        hasMore = step.hasMore
      }
    }

    expect(told).toBe(5_000)
    expect(longest).toBeLessThan(600)
    expect(cursor.told.size).toBe(0)
  })

  it('takes what was there at the start as told, late as it may be in the order of time', async () => {
    const arrivals = [arrival(0, 9_900, 50), arrival(1, 9_950, 200)]
    let second = 10_000
    const feed = { lateMs: lateSeconds * 1_000, atOnce: 100 }
    const read = reader(arrivals, () => second, 100)
    const cursor = await startCursor(feed, read, second * 1_000)
    second = 10_200
    const { units } = await nextUnits(cursor, feed, read, second * 1_000)

    expect(units.map(({ id }) => id)).toEqual(['1'])
  })
})
