import type { AlternateKey } from '../../model/index.js'
import { DataverseError } from '../errors.js'
import type { KeyValue, ResourceKey } from '../query/resource-path.js'
import { systemColumn } from '../schema/index.js'
import type { HostedColumn, HostedTable } from '../schema/index.js'
import { quoted } from '../store/index.js'
import type { Statement, StatementCache } from './statement-cache.js'
import type { SqlValue } from './value-reader.js'
import { valueReader } from './value-reader.js'

/** An alternate key's values, as stored, in the order of the key's columns. */
export interface KeyMatch {
  readonly key: AlternateKey
  readonly values: readonly SqlValue[]
}

/** Finds rows by id or alternate key. */
export class RowFinder {
  readonly #statements: StatementCache
  readonly #versions = new Map<HostedTable, Statement>()

  constructor(statements: StatementCache) {
    this.#statements = statements
  }

  exists(table: HostedTable, id: string): boolean {
    return this.version(table, id) !== undefined
  }

  /** The row's version, or undefined when there is no such row. */
  version(table: HostedTable, id: string): number | undefined {
    let statement = this.#versions.get(table)
    if (!statement) {
      statement = this.#statements
        .prepare(
          `SELECT ${systemColumn.versionNumber} FROM ${quoted(table.logicalName)} ` +
            `WHERE ${quoted(table.primaryId)} = ?`,
        )
        .raw()
      this.#versions.set(table, statement)
    }
    const row = statement.get([id]) as readonly [number] | undefined
    return row?.[0]
  }

  /** The stored values of some columns of a row, or undefined when there is no such row. */
  values(
    table: HostedTable,
    id: string,
    columns: readonly string[],
  ): readonly SqlValue[] | undefined {
    const list = columns.map(quoted).join(', ')
    return this.#statements
      .prepare(
        `SELECT ${list} FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ?`,
      )
      .raw()
      .get([id]) as readonly SqlValue[] | undefined
  }

  byKey(table: HostedTable, { key, values }: KeyMatch): string | undefined {
    const condition = key.columns.map((column) => `${quoted(column)} = ?`).join(' AND ')
    const row = this.#statements
      .prepare(
        `SELECT ${quoted(table.primaryId)} FROM ${quoted(table.logicalName)} WHERE ${condition}`,
      )
      .raw()
      .get([...values]) as readonly [string] | undefined
    return row?.[0]
  }

  /**
   * The row's id. Throws when no row has it: 0x80040217 by id, 0x80060891 by alternate key.
   */
  require(table: HostedTable, key: ResourceKey): string {
    if (key.kind === 'id') {
      if (this.exists(table, key.id)) return key.id
      throw noSuchRow(table, key.id)
    }
    const id = this.byKey(table, this.matchKey(table, key.values))
    if (id === undefined) throw noSuchKey(table)
    return id
  }

  /** Throws 400 when the names are not those of one of the table's alternate keys. */
  matchKey(table: HostedTable, given: Readonly<Record<string, KeyValue>>): KeyMatch {
    const columns = new Map(
      Object.entries(given).map(([name, value]) => [keyColumn(table, name).logicalName, value]),
    )
    const key = table.keys.find(
      (one) =>
        one.columns.length === columns.size && one.columns.every((name) => columns.has(name)),
    )
    if (!key) {
      throw new DataverseError(
        'badKeyUrl',
        `The specified key attributes are not a defined key for the ${table.logicalName} entity: ` +
          `${Object.keys(given).join(', ')}.`,
      )
    }
    return {
      key,
      values: key.columns.map((name) => keyValue(table, name, columns.get(name))),
    }
  }
}

function keyValue(table: HostedTable, name: string, given: KeyValue | undefined): SqlValue {
  const column = table.columns.get(name)
  if (!column || !given) throw new Error(`Table ${table.logicalName} has no key column ${name}.`)
  if (column.targets.length > 0) return given.value.toLowerCase()
  return valueReader(table, column)(jsonValue(column, given))
}

/** A lookup in a key is named as rows show it, `_name_value`. */
function keyColumn(table: HostedTable, name: string): HostedColumn {
  const lookup = /^_(.+)_value$/.exec(name)?.[1]
  const column = table.columns.get(lookup ?? name)
  if (column) return column
  throw new DataverseError(
    'badKeyUrl',
    `'${name}' is no column of the ${table.logicalName} entity.`,
  )
}

function jsonValue(column: HostedColumn, { kind, value }: KeyValue): unknown {
  if (kind !== 'plain') return value
  if (value === 'null') return null
  if (value === 'true' || value === 'false') return value === 'true'
  const textual = column.kind === 'date' || column.kind === 'dateTime'
  return textual || Number.isNaN(Number(value)) ? value : Number(value)
}

export function noSuchRow(table: HostedTable, id: string): DataverseError {
  return new DataverseError(
    'objectDoesNotExist',
    `Entity '${table.logicalName}' With Id = ${id} Does Not Exist`,
  )
}

export function noSuchKey(table: HostedTable): DataverseError {
  return new DataverseError(
    'recordNotFoundByKey',
    `A record with the specified key values does not exist in ${table.logicalName} entity`,
  )
}
