import type { Table } from '../../solution/model/index.js'
import { ProtocolError } from './errors.js'
import type { Answer, Operation } from './operation.js'
import { addEncoded, codecOf, restoredRow } from './row-codec.js'
import type { RowChanges } from './system-columns.js'
import { isRecord, parseGuid } from './wire.js'
import type { WireRow } from './wire.js'
import type { RawTarget } from './write.js'

/** A row of a bulk message with the id it has or is to have. */
export interface BulkRow<T extends Table> {
  readonly id: string
  readonly row: RowChanges<T>
}

/** As BulkRow, by logical names. */
export interface RawBulkRow {
  readonly id: string
  readonly row: WireRow
}

/** Adds rows, all or none. Decodes to their ids in order. */
export function createMultiple<T extends Table>(
  table: T,
  rows: readonly BulkRow<T>[],
): Operation<readonly string[]> {
  return { ...bulk(table, 'CreateMultiple', encoded(table, rows, byPrimaryId(table))), decode: ids }
}

/** Changes rows that are there, all or none, whatever their versions. */
export function updateMultiple<T extends Table>(
  table: T,
  rows: readonly BulkRow<T>[],
): Operation<void> {
  return bulk(table, 'UpdateMultiple', encoded(table, rows, byPrimaryId(table)))
}

/** Changes rows or adds them with these ids, all or none. */
export function upsertMultiple<T extends Table>(
  table: T,
  rows: readonly BulkRow<T>[],
): Operation<void> {
  return bulk(table, 'UpsertMultiple', encoded(table, rows, byAddress(table)))
}

/** As `createMultiple`, rows as the wire has them. */
export function rawCreateMultiple(
  target: RawTarget,
  rows: readonly RawBulkRow[],
): Operation<readonly string[]> {
  return {
    ...bulk(target, 'CreateMultiple', typed(target, rows, byPrimaryId(target))),
    decode: ids,
  }
}

/** As `updateMultiple`, rows as the wire has them. */
export function rawUpdateMultiple(target: RawTarget, rows: readonly RawBulkRow[]): Operation<void> {
  return bulk(target, 'UpdateMultiple', typed(target, rows, byPrimaryId(target)))
}

/** As `upsertMultiple`, rows as the wire has them. */
export function rawUpsertMultiple(target: RawTarget, rows: readonly RawBulkRow[]): Operation<void> {
  return bulk(target, 'UpsertMultiple', typed(target, rows, byAddress(target)))
}

/** The rows in the body of one of these messages, as they were given for it. */
export function rowsOfMessage<T extends Table>(table: T, body: unknown): readonly BulkRow<T>[] {
  const targets = isRecord(body) ? body['Targets'] : undefined
  if (!Array.isArray(targets)) throw new ProtocolError('A bulk message without Targets.')
  const codec = codecOf(table)
  return targets.filter(isRecord).map((wire) => {
    const address = wire['@odata.id']
    const id = typeof address === 'string' ? address.slice(-37, -1) : wire[table.primaryId]
    return { id: parseGuid(id), row: restoredRow(codec, wire) as RowChanges<T> }
  })
}

type Identify = (id: string, wire: Record<string, unknown>) => void

const byPrimaryId =
  ({ primaryId }: Pick<RawTarget, 'primaryId'>): Identify =>
  (id, wire) => {
    wire[primaryId] = parseGuid(id)
  }

/** On the create path UpsertMultiple refuses a body that repeats the key, so only the address has it. */
const byAddress =
  ({ entitySetName }: Pick<RawTarget, 'entitySetName'>): Identify =>
  (id, wire) => {
    wire['@odata.id'] = `${entitySetName}(${parseGuid(id)})`
  }

function encoded<T extends Table>(
  table: T,
  rows: readonly BulkRow<T>[],
  identify: Identify,
): readonly WireRow[] {
  const codec = codecOf(table)
  const type = typeName(table)
  return rows.map(({ id, row }) => {
    const wire: Record<string, unknown> = { '@odata.type': type }
    identify(id, wire)
    addEncoded(codec, row, wire)
    return wire
  })
}

function typed(
  target: RawTarget,
  rows: readonly RawBulkRow[],
  identify: Identify,
): readonly WireRow[] {
  const type = typeName(target)
  return rows.map(({ id, row }) => {
    const wire: Record<string, unknown> = { '@odata.type': type, ...row }
    identify(id, wire)
    return wire
  })
}

function typeName({ logicalName }: Pick<RawTarget, 'logicalName'>): string {
  return `Microsoft.Dynamics.CRM.${logicalName}`
}

function bulk(
  { entitySetName }: Pick<RawTarget, 'entitySetName'>,
  message: 'CreateMultiple' | 'UpdateMultiple' | 'UpsertMultiple',
  rows: readonly WireRow[],
): Operation<void> {
  if (rows.length === 0) throw new RangeError(`${message} of ${entitySetName} without any rows.`)
  return {
    kind: 'request',
    method: 'POST',
    path: `${entitySetName}/Microsoft.Dynamics.CRM.${message}`,
    headers: {},
    body: { Targets: rows },
    decode: () => undefined,
    // The ids are ours: repeated, an update or upsert writes the same and a create is refused.
    idempotent: true,
    bulk: true,
  }
}

function ids({ body }: Answer): readonly string[] {
  const list = isRecord(body) ? body['Ids'] : undefined
  if (!Array.isArray(list)) throw new ProtocolError('CreateMultiple was answered without ids.')
  return list.map(parseGuid)
}
