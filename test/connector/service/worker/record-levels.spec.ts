import type { RecordWrite } from '../../../../connector/engine/contract.js'
import { leveled } from '../../../../connector/service/worker/record-levels.js'

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`

function write(n: number, values: RecordWrite['values'] = {}, create = true): RecordWrite {
  return { targetTable: 'account', targetId: id(n), create, etag: null, values, previousValues: {} }
}

function levelsOf(records: readonly RecordWrite[]): readonly (readonly [string, number])[] {
  return leveled(records).map((record) => [record.targetId, record.level] as const)
}

describe('the order of record writes', () => {
  it('puts a new record before all that point at it, whatever the order they came in', () => {
    const child = write(1, { parentaccountid: id(2) })
    const parent = write(2, { parentaccountid: id(3) })
    expect(levelsOf([child, parent, write(3)])).toEqual([
      [id(1), 2],
      [id(2), 1],
      [id(3), 0],
    ])
  })

  it('understands a lookup that names its table', () => {
    const contact = write(1, { parentcustomerid: `account/${id(2)}` })
    expect(levelsOf([contact, write(2)])[0]).toEqual([id(1), 1])
  })

  it('ignores pointers at records that are there already', () => {
    expect(levelsOf([write(1, { parentaccountid: id(9) })])).toEqual([[id(1), 0]])
  })

  it('breaks a circle of new records by one later write, and loses no value', () => {
    const a = write(1, { name: 'A', parentaccountid: id(2) })
    const b = write(2, { name: 'B', parentaccountid: id(1) })
    const result = leveled([a, b])
    expect(result.length).toBe(3)
    const deferred = result.find((record) => !record.create)
    expect(deferred?.level).toBeGreaterThan(1)
    const merged = new Map<string, Record<string, unknown>>()
    for (const record of result) {
      merged.set(record.targetId, { ...merged.get(record.targetId), ...record.values })
    }
    expect(merged.get(id(1))).toEqual(a.values)
    expect(merged.get(id(2))).toEqual(b.values)
  })

  it('lets a new record point at itself', () => {
    const result = leveled([write(1, { name: 'A', parentaccountid: id(1) })])
    expect(result.map(({ create, values }) => ({ create, values }))).toEqual([
      { create: true, values: { name: 'A' } },
      { create: false, values: { parentaccountid: id(1) } },
    ])
  })
})
