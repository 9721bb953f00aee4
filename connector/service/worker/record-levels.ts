import { recordKey } from '../../engine/contract.js'
import type { CanonicalValue, RecordWrite } from '../../engine/contract.js'
import type { LeveledRecord } from './batch-plan.js'

/**
 * Orders record writes so that a new record stands before all that point at it. Where new records
 * point at each other in a circle, one pointer is left out of the creation and written afterwards.
 */
export function leveled(records: readonly RecordWrite[]): LeveledRecord[] {
  const created = new Map<string, RecordWrite>()
  for (const record of records) if (record.create) created.set(record.targetId, record)
  if (created.size === 0) return records.map((record) => ({ ...record, level: 0 }))
  return new Leveling(created).run(records)
}

class Leveling {
  readonly #created: ReadonlyMap<string, RecordWrite>
  readonly #levels = new Map<string, number>()
  readonly #underWay = new Set<string>()
  readonly #deferred = new Map<string, string[]>()

  constructor(created: ReadonlyMap<string, RecordWrite>) {
    this.#created = created
  }

  run(records: readonly RecordWrite[]): LeveledRecord[] {
    const placed = records.map((record) => ({ record, level: this.#levelOf(record) }))
    return placed.flatMap(({ record, level }) => this.#withDeferred(record, level))
  }

  #levelOf(record: RecordWrite): number {
    const key = recordKey(record.targetTable, record.targetId)
    const known = this.#levels.get(key)
    if (known !== undefined) return known
    this.#underWay.add(key)
    let level = 0
    for (const [column, value] of Object.entries(record.values)) {
      const pointedAt = this.#pointedAt(value)
      if (!pointedAt) continue
      if (this.#underWay.has(recordKey(pointedAt.targetTable, pointedAt.targetId))) {
        this.#deferred.set(key, [...(this.#deferred.get(key) ?? []), column])
      } else {
        level = Math.max(level, this.#levelOf(pointedAt) + 1)
      }
    }
    this.#underWay.delete(key)
    this.#levels.set(key, level)
    return level
  }

  #pointedAt(value: CanonicalValue): RecordWrite | undefined {
    // A lookup that points at several tables holds `table/id`, any other the id alone.
    return value === null ? undefined : this.#created.get(value.slice(value.lastIndexOf('/') + 1))
  }

  #withDeferred(record: RecordWrite, level: number): LeveledRecord[] {
    const columns = this.#deferred.get(recordKey(record.targetTable, record.targetId))
    if (!columns) return [{ ...record, level }]
    const last = Math.max(...this.#levels.values())
    return [
      { ...record, level, values: without(record.values, columns) },
      {
        ...record,
        level: last + 1,
        create: false,
        etag: null,
        values: only(record.values, columns),
        previousValues: Object.fromEntries(columns.map((column) => [column, null])),
      },
    ]
  }
}

type Values = Readonly<Record<string, CanonicalValue>>

function without(values: Values, columns: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([column]) => !columns.includes(column)))
}

function only(values: Values, columns: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([column]) => columns.includes(column)))
}
