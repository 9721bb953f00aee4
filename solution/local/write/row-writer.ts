import type { ResourceKey } from '../query/resource-path.js'
import type { HostedSchema, HostedTable } from '../schema/index.js'
import type { Counters, KnownRows, Store } from '../store/index.js'
import { Binder } from './bind.js'
import { duplicateRecord } from './constraint-error.js'
import { rowOfKey } from './key-row.js'
import { createsOnly, requireVersion, updatesOnly } from './precondition.js'
import type { Preconditions } from './precondition.js'
import { RowDeleter } from './row-deleter.js'
import { RowFinder, noSuchKey, noSuchRow } from './row-finder.js'
import { RowProperties } from './row-property.js'
import { RowReader } from './row-shape.js'
import type { JsonRow } from './row-shape.js'
import type { WriteSession } from './session.js'
import { StatementCache } from './statement-cache.js'
import { TableWriter } from './table-writer.js'
import type { RowGuard } from './table-writer.js'

export interface RowWriterServices {
  readonly schema: HostedSchema
  readonly database: Store
  readonly counters: Counters
  readonly knownRows: KnownRows
  readonly guard: RowGuard
}

export interface WrittenRow {
  readonly id: string
  readonly created: boolean
}

/**
 * All ways to write rows. Every method throws a `DataverseError` where Dataverse would refuse, and
 * is to be called inside a transaction, which an error must roll back.
 */
export class RowWriter {
  readonly finder: RowFinder
  readonly binder: Binder
  readonly #schema: HostedSchema
  readonly #tables = new Map<string, TableWriter>()
  readonly #deleter: RowDeleter

  constructor(services: RowWriterServices) {
    const { schema, counters, knownRows } = services
    const statements = new StatementCache(services.database)
    this.finder = new RowFinder(statements)
    this.binder = new Binder(schema, this.finder, knownRows)
    this.#schema = schema
    this.#deleter = new RowDeleter(schema, statements, counters, knownRows)
    for (const table of schema.tables.values()) {
      const rows = new RowReader(table, new RowProperties(table, this.binder))
      this.#tables.set(
        table.logicalName,
        new TableWriter(table, rows, this.finder, statements, services),
      )
    }
  }

  get schema(): HostedSchema {
    return this.#schema
  }

  table(table: HostedTable): TableWriter {
    const writer = this.#tables.get(table.logicalName)
    if (!writer) throw new Error(`The local schema hosts no table ${table.logicalName}.`)
    return writer
  }

  create(table: HostedTable, row: JsonRow, session: WriteSession): string {
    return this.table(table).create(row, session)
  }

  /**
   * PATCH: changes the row, or creates it where it is missing.
   *
   * | condition            | row is there      | row is missing             |
   * | -------------------- | ----------------- | -------------------------- |
   * | none                 | update            | create                     |
   * | `If-Match: *`        | update            | 404 0x80040217, 0x80060891 |
   * | `If-Match: W/"n"`    | update, 412 stale | 404 0x80040217, 0x80060891 |
   * | `If-None-Match: *`   | 412 0x80040237    | create                     |
   */
  upsert(
    table: HostedTable,
    key: ResourceKey,
    row: JsonRow,
    preconditions: Preconditions,
    session: WriteSession,
  ): WrittenRow {
    const match = key.kind === 'id' ? undefined : this.finder.matchKey(table, key.values)
    const id = key.kind === 'id' ? key.id : match && this.finder.byKey(table, match)
    const version = id === undefined ? undefined : this.finder.version(table, id)
    if (id !== undefined && version !== undefined) {
      if (createsOnly(preconditions)) throw duplicateRecord()
      requireVersion(preconditions.ifMatch, version)
      this.table(table).update(id, row, session)
      return { id, created: false }
    }
    if (updatesOnly(preconditions)) throw id === undefined ? noSuchKey(table) : noSuchRow(table, id)
    const writer = this.table(table)
    const newId = match
      ? writer.create({ ...row, ...rowOfKey(this.#schema, table, match) }, session)
      : writer.createWithId(id ?? '', row, session)
    return { id: newId, created: true }
  }

  delete(
    table: HostedTable,
    key: ResourceKey,
    preconditions: Preconditions,
    session: WriteSession,
  ): string {
    const id = this.finder.require(table, key)
    requireVersion(preconditions.ifMatch, this.finder.version(table, id) ?? 0)
    this.#deleter.delete(table, id, session)
    return id
  }
}
