import { DataverseError } from '../errors.js'
import { systemColumn } from '../schema/index.js'
import type { HostedRelationship, HostedSchema, HostedTable } from '../schema/index.js'
import type { Counters, KnownRows } from '../store/index.js'
import { quoted } from '../store/index.js'
import { businessUnit, systemUser } from '../../tables/index.js'
import type { WriteSession } from './session.js'
import type { StatementCache } from './statement-cache.js'

/** Rows of these tables are disabled, never deleted. */
const undeletable: ReadonlySet<string> = new Set([systemUser.logicalName, businessUnit.logicalName])

const recordDeletion =
  'INSERT INTO "$deletions" (tablename, id, versionnumber, deletedon) VALUES (?, ?, ?, ?)'

/** Deletes rows; lookups that pointed at them are emptied (the platform's Remove Link). */
export class RowDeleter {
  readonly #schema: HostedSchema
  readonly #statements: StatementCache
  readonly #counters: Counters
  readonly #knownRows: KnownRows

  constructor(
    schema: HostedSchema,
    statements: StatementCache,
    counters: Counters,
    knownRows: KnownRows,
  ) {
    this.#schema = schema
    this.#statements = statements
    this.#counters = counters
    this.#knownRows = knownRows
  }

  /** Throws where the platform keeps the row: users, business units, teams that own rows. */
  delete(table: HostedTable, id: string, session: WriteSession): void {
    if (undeletable.has(table.logicalName)) {
      throw new DataverseError(
        'unsupportedMessage',
        `The 'Delete' method does not support entities of type '${table.logicalName}'.`,
      )
    }
    for (const relationship of table.oneToMany) this.#unlink(relationship, id)
    this.#statements
      .prepare(`DELETE FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ?`)
      .run([id])
    this.#statements
      .prepare(recordDeletion)
      .run([table.logicalName, id, this.#counters.nextVersion(), session.now])
    this.#knownRows.forget(table.logicalName, id)
    session.knownBinds.clear()
    session.count(table.logicalName, 'deleted')
  }

  #unlink(relationship: HostedRelationship, id: string): void {
    const column = this.#schema.tables
      .get(relationship.referencingTable)
      ?.columns.get(relationship.referencingColumn)
    if (!column || column.generatedAs !== undefined) return
    if (column.kind === 'owner') {
      this.#refuseOwner(relationship, id)
      return
    }
    const lookup = quoted(column.logicalName)
    const changes = [`${lookup} = NULL`, `${systemColumn.versionNumber} = ?1`]
    if (column.typeColumn !== undefined) changes.push(`${quoted(column.typeColumn)} = NULL`)
    this.#statements
      .prepare(
        `UPDATE ${quoted(relationship.referencingTable)} SET ${changes.join(', ')} ` +
          `WHERE ${lookup} = ?2`,
      )
      .run([this.#counters.nextVersion(), id])
  }

  #refuseOwner(relationship: HostedRelationship, id: string): void {
    const owned = this.#statements
      .prepare(
        `SELECT 1 FROM ${quoted(relationship.referencingTable)} ` +
          `WHERE ${quoted(relationship.referencingColumn)} = ? LIMIT 1`,
      )
      .get([id])
    if (owned === undefined) return
    throw new DataverseError(
      'referencedByOthers',
      `The row ${id} owns rows of '${relationship.referencingTable}'. Assign them first.`,
    )
  }
}
