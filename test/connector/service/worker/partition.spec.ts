import * as fc from 'fast-check'

import { laneOf } from '../../../../connector/engine/index.js'
import type { ItemWrite, RecordWrite, WritePlan } from '../../../../connector/engine/index.js'
import { laneText, partition } from '../../../../connector/service/worker/partition.js'
import type { BatchPart } from '../../../../connector/service/worker/partition.js'

const targetTable = 'contact'

function id(record: number): string {
  return `00000000-0000-4000-8000-${String(record).padStart(12, '0')}`
}

function item(sequence: number, record: number | null): ItemWrite {
  return {
    id: id(1_000_000 + sequence),
    sequence,
    targetTable,
    targetId: record === null ? null : id(record),
    create: true,
    status: record === null ? 'held' : 'applied',
    row: {},
  }
}

function record(of: number, create: boolean): RecordWrite {
  const versions = create ? null : 'W/"1"'
  return { targetTable, targetId: id(of), create, etag: versions, values: {}, previousValues: {} }
}

function planOf(
  owners: readonly (number | null)[],
  create: (record: number) => boolean,
): WritePlan {
  const records = [...new Set(owners)].filter((owner) => owner !== null)
  return {
    records: records.map((owner) => record(owner, create(owner))),
    entries: owners.flatMap((owner, sequence) =>
      owner === null
        ? []
        : [{ id: id(sequence), targetTable, targetId: id(owner), itemSequence: sequence, row: {} }],
    ),
    entryChanges: [],
    identifiers: [],
    items: owners.map((owner, sequence) => item(sequence, owner)),
  }
}

function allParts(waves: ReturnType<typeof partition>): readonly BatchPart[] {
  return waves.flat(2)
}

const owners = fc.array(fc.option(fc.nat(60)), { minLength: 1, maxLength: 200 })
const limits = fc.record({
  items: fc.integer({ min: 1, max: 40 }),
  updates: fc.integer({ min: 1, max: 20 }),
})

describe('the division of a chunk into batches', () => {
  it('writes each row exactly once, in the order of the items', () => {
    fc.assert(
      fc.property(owners, limits, (list, limit) => {
        const parts = allParts(
          partition(
            planOf(list, (owner) => owner % 2 === 0),
            limit,
          ),
        )
        const sequences = parts.flatMap((part) => part.items.map((written) => written.sequence))
        expect([...sequences].sort((a, b) => a - b)).toEqual(list.map((_, index) => index))
        for (const part of parts) {
          const order = part.items.map((written) => written.sequence)
          expect(order).toEqual([...order].sort((a, b) => a - b))
        }
      }),
    )
  })

  it('lets no two queues of a wave share a lane, and names the lanes of all that a batch writes', () => {
    fc.assert(
      fc.property(owners, limits, (list, limit) => {
        for (const queues of partition(
          planOf(list, () => true),
          limit,
        )) {
          const lanes = queues.map(
            (queue) => new Set(queue.flatMap((part) => part.lanes.map(laneText))),
          )
          const all = lanes.flatMap((set) => [...set])
          expect(new Set(all).size).toBe(all.length)
          for (const part of queues.flat()) {
            const named = new Set(part.lanes.map(laneText))
            for (const written of part.records) {
              const laneNumber = laneOf(targetTable, written.targetId)
              expect(named.has(laneText({ targetTable, laneNumber }))).toBeTrue()
            }
          }
        }
      }),
    )
  })

  it('keeps all writes of one record in one batch', () => {
    fc.assert(
      fc.property(owners, limits, (list, limit) => {
        const homes = new Map<string, number>()
        allParts(
          partition(
            planOf(list, () => false),
            limit,
          ),
        ).forEach((part, home) => {
          for (const { targetId } of [...part.records, ...part.entries, ...part.items]) {
            if (targetId === null) continue
            expect(homes.get(targetId) ?? home).toBe(home)
            homes.set(targetId, home)
          }
        })
      }),
    )
  })

  it('exceeds its limits only for a record that alone exceeds them', () => {
    fc.assert(
      fc.property(owners, limits, (list, limit) => {
        for (const part of allParts(
          partition(
            planOf(list, () => false),
            limit,
          ),
        )) {
          const records = new Set(part.items.map((written) => written.targetId))
          const fits = part.items.length <= limit.items && part.records.length <= limit.updates
          expect(fits || records.size === 1).toBeTrue()
        }
      }),
    )
  })

  it('makes one batch of a plan that fits into one', () => {
    const plan = planOf([1, 2, 3, 4, 5, 6, 7, 8], () => true)
    expect(allParts(partition(plan, { items: 8, updates: 1 })).length).toBe(1)
  })

  it('writes a new record in an earlier wave than those of other lanes that point at it', () => {
    const parent = record(1, true)
    const children = Array.from({ length: 20 }, (_, index) => ({
      ...record(index + 2, true),
      values: { parentcustomerid: id(1) },
    }))
    const plan: WritePlan = {
      ...planOf([...children.keys()].map((index) => index + 2).concat(1), () => true),
      records: [...children, parent],
    }
    const [first, ...later] = partition(plan, { items: 4, updates: 4 })
    expect(
      first?.flat(2).flatMap((part) => part.records.map((written) => written.targetId)),
    ).toEqual([id(1)])
    expect(later.flat(2).flatMap((part) => part.records).length).toBe(20)
  })
})
