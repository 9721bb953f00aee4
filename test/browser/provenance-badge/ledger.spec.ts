import {
  coversColumn,
  entryOfColumn,
  provenanceOf,
} from '../../../controls/ProvenanceBadge/model/column-entry.js'
import { ageOf } from '../../../controls/ProvenanceBadge/model/age.js'
import { heldLedgers, holdLedger } from '../../../controls/ProvenanceBadge/data/shared-ledger.js'
import { certified, day, entry } from '../ledger-timeline/entries.js'

const column = 'emailaddress1'
const target = { table: 'contact', id: 'c0000000-0000-4000-8000-000000000001' }

describe('The provenance of a column', () => {
  it('is the entry in force, though newer values wait', () => {
    const head = certified({ observed: day(1) })
    const held = entry({ source: 'ERP', observed: day(9) })
    expect(provenanceOf([held, head, entry({ aspectKey: 'fax' })], column)).toEqual({
      entry: head,
      waiting: 1,
    })
  })

  it('is the newest entry where none is in force', () => {
    const newest = entry({ observed: day(9) })
    expect(provenanceOf([entry({ observed: day(1) }), newest], column)?.entry).toBe(newest)
    expect(provenanceOf([], column)).toBeUndefined()
  })

  it('is that of the whole record where it brought the column', () => {
    const whole = certified({
      aspectKey: '*',
      value: `{"${column}":"ada@agency.gov","age":36}`,
      previousValue: '{}',
    })
    expect(provenanceOf([whole], column)?.entry).toBe(whole)
    expect(entryOfColumn(whole, 'age').value).toBe('36')
    expect(coversColumn(whole, 'fax')).toBeFalse()
    for (const value of ['', '{', '{"x', 'null', '[]']) {
      expect(coversColumn({ ...whole, value }, column)).toBeFalse()
    }
  })
})

describe('An age', () => {
  it('is told in the largest unit that there is one of', () => {
    const hour = 3_600_000
    expect(ageOf(0, 59_000)).toEqual({ unit: 'now' })
    expect(ageOf(5_000, 0)).toEqual({ unit: 'now' })
    expect(ageOf(0, 60_000)).toEqual({ unit: 'minute', count: 1 })
    expect(ageOf(0, 5 * hour)).toEqual({ unit: 'hour', count: 5 })
    expect(ageOf(0, 72 * hour)).toEqual({ unit: 'day', count: 3 })
    expect(ageOf(0, 100 * 24 * hour)).toEqual({ unit: 'month', count: 3 })
    expect(ageOf(0, 1_000 * 24 * hour)).toEqual({ unit: 'year', count: 2 })
  })
})

/** A Web API that answers when it is told to. */
function slowWebApi() {
  const waiting: ((answer: Answer) => void)[] = []
  const asked: string[] = []
  return {
    asked,
    answer: (answer: Answer = { entities: [], nextLink: '' }) => waiting.shift()?.(answer),
    webApi: {
      retrieveMultipleRecords: (_table: string, options = '') => {
        asked.push(options)
        return new Promise<Answer>((resolve) => {
          waiting.push(resolve)
        })
      },
    },
  }
}
type Answer = ComponentFramework.WebApi.RetrieveMultipleResponse

const settled = () => new Promise((resolve) => setTimeout(resolve, 250))

describe('Badges of one record', () => {
  it('share one request, and are all told the answer', async () => {
    const { webApi, asked, answer } = slowWebApi()
    const told: number[] = []
    const holds = [1, 2, 3].map((badge) => holdLedger(target, webApi, () => told.push(badge)))
    expect(asked.length).toBe(1)
    answer({ entities: [], nextLink: 'more' })
    await settled()
    expect(told).toEqual([1, 2, 3])
    expect(holds.map((hold) => hold.state())).toEqual(
      holds.map(() => ({ state: 'entries', entries: [], hasMore: true })),
    )
    for (const hold of holds) hold.release()
    expect(heldLedgers()).toBe(0)
  })

  it('ask once more after a save, however many of them noticed it, and never twice at a time', async () => {
    const { webApi, asked, answer } = slowWebApi()
    const holds = [1, 2].map(() => holdLedger(target, webApi, () => undefined))
    for (const hold of holds) hold.refresh(webApi)
    await settled()
    expect(asked.length).toBe(1)
    answer()
    await settled()
    expect(asked.length).toBe(2)
    answer()
    await settled()
    expect(asked.length).toBe(2)
    for (const hold of holds) hold.release()
  })

  it('let go of the record when the last one goes, and answers that come late are dropped', async () => {
    const { webApi, answer } = slowWebApi()
    const changed = jasmine.createSpy('changed')
    const [one, other] = [1, 2].map(() => holdLedger(target, webApi, () => void changed()))
    one?.release()
    expect(heldLedgers()).toBe(1)
    other?.refresh(webApi)
    changed.calls.reset()
    other?.release()
    expect(heldLedgers()).toBe(0)
    answer()
    await settled()
    expect(changed).not.toHaveBeenCalled()
  })

  it('tell a missing privilege from a failure', async () => {
    const states: unknown[] = []
    for (const error of [
      Object.assign(new Error('no'), { errorCode: -2147220960 }),
      new Error('SQL timeout'),
    ]) {
      const webApi = { retrieveMultipleRecords: () => Promise.reject(error) }
      const hold = holdLedger(target, webApi, () => undefined)
      await settled()
      states.push(hold.state())
      hold.release()
    }
    expect(states).toEqual([{ state: 'noAccess' }, { state: 'error', message: 'SQL timeout' }])
  })

  it('read the values of whole records besides, since only they tell their columns', async () => {
    const { webApi, asked, answer } = slowWebApi()
    const hold = holdLedger(target, webApi, () => undefined)
    answer({ entities: [{ govcdm_aspectkey: '*' }], nextLink: '' })
    await settled()
    expect(asked.map((query) => query.includes('govcdm_value'))).toEqual([false, true])
    hold.release()
    answer()
    await settled()
  })

  it('look for their record whatever its id holds', () => {
    const { webApi, asked } = slowWebApi()
    holdLedger({ table: "o'x", id: 'a&b' }, webApi, () => undefined).release()
    expect(asked[0]).toContain("eq 'o''x'")
    expect(asked[0]).toContain("eq 'a%26b'")
  })
})
