import type { Table } from '../../solution/model/index.js'
import { ProtocolError } from './errors.js'
import type { Answer, Operation } from './operation.js'
import { encodeRow } from './row-codec.js'
import type { RowChanges } from './system-columns.js'
import { isRecord, parseGuid } from './wire.js'
import type { WireRow } from './wire.js'

export interface UpdateOptions {
  /** The version that may be overwritten; `*` (default): any, as long as the row is there. */
  readonly ifMatch?: string
}

export interface UpsertOptions {
  /** `*`: only when the row is not there yet. */
  readonly ifNoneMatch?: '*'
  readonly ifMatch?: string
}

/** What a write that asks for the new version decodes to. */
export interface WrittenVersion {
  readonly etag: string
  /** False when the row was there already. */
  readonly created: boolean
}

interface ReturnEtag {
  /** Asks for the row's new version. */
  readonly returnEtag: true
}

/** One row of a set, addressed by logical names: how a table known by metadata is written. */
export interface RawTarget {
  readonly entitySetName: string
  readonly logicalName: string
  /** Logical name of the primary id column. */
  readonly primaryId: string
}

/**
 * Adds one row. With an id it may be repeated: the second time it is refused as a duplicate record.
 * With null the platform chooses the id, and a repetition would add a second row.
 */
export function create<T extends Table>(
  table: T,
  id: string | null,
  row: RowChanges<T>,
): Operation<{ readonly id: string }> {
  return rawCreate(table, id, encodeRow(table, row))
}

/** Changes a row that is there; refused as not found when it is not. */
export function update<T extends Table>(
  table: T,
  id: string,
  row: RowChanges<T>,
  options: UpdateOptions & ReturnEtag,
): Operation<WrittenVersion>
export function update<T extends Table>(
  table: T,
  id: string,
  row: RowChanges<T>,
  options?: UpdateOptions,
): Operation<void>
export function update<T extends Table>(
  table: T,
  id: string,
  row: RowChanges<T>,
  options: UpdateOptions & Partial<ReturnEtag> = {},
): Operation<WrittenVersion | undefined> {
  const { ifMatch = '*' } = options
  return patch(table, id, encodeRow(table, row), { ifMatch }, options.returnEtag ?? false)
}

/** Changes a row, or adds it with this id when it is not there. */
export function upsert<T extends Table>(
  table: T,
  id: string,
  row: RowChanges<T>,
  options: UpsertOptions & ReturnEtag,
): Operation<WrittenVersion>
export function upsert<T extends Table>(
  table: T,
  id: string,
  row: RowChanges<T>,
  options?: UpsertOptions,
): Operation<void>
export function upsert<T extends Table>(
  table: T,
  id: string,
  row: RowChanges<T>,
  options: UpsertOptions & Partial<ReturnEtag> = {},
): Operation<WrittenVersion | undefined> {
  return patch(table, id, encodeRow(table, row), options, options.returnEtag ?? false)
}

/** Deletes a row; refused as not found when it is not there. */
export function remove(table: RawTarget, id: string, options: UpdateOptions = {}): Operation<void> {
  return {
    kind: 'request',
    method: 'DELETE',
    path: `${table.entitySetName}(${parseGuid(id)})`,
    headers: conditions(options),
    body: undefined,
    decode: nothing,
    idempotent: true,
    bulk: false,
  }
}

/** As `create`, the row as the wire has it. */
export function rawCreate(
  table: RawTarget,
  id: string | null,
  row: WireRow,
): Operation<{ readonly id: string }> {
  return {
    kind: 'request',
    method: 'POST',
    path: table.entitySetName,
    headers: {},
    body: id === null ? row : { [table.primaryId]: parseGuid(id), ...row },
    decode: (answer) => ({ id: createdId(answer) }),
    idempotent: id !== null,
    bulk: false,
  }
}

/** As `update`, the row as the wire has it. */
export function rawUpdate(
  table: Pick<RawTarget, 'entitySetName'>,
  id: string,
  row: WireRow,
  { ifMatch = '*' }: UpdateOptions = {},
): Operation<void> {
  return { ...patch(table, id, row, { ifMatch }, false), decode: nothing }
}

/** As `upsert`, the row as the wire has it. */
export function rawUpsert(
  table: Pick<RawTarget, 'entitySetName'>,
  id: string,
  row: WireRow,
  options: UpsertOptions = {},
): Operation<void> {
  return { ...patch(table, id, row, options, false), decode: nothing }
}

function patch(
  table: Pick<RawTarget, 'entitySetName'> & Partial<RawTarget>,
  id: string,
  row: WireRow,
  options: UpsertOptions,
  returnEtag: boolean,
): Operation<WrittenVersion | undefined> {
  const select = returnEtag ? `?$select=${table.primaryId ?? ''}` : ''
  const headers = conditions(options)
  return {
    kind: 'request',
    method: 'PATCH',
    path: `${table.entitySetName}(${parseGuid(id)})${select}`,
    headers: returnEtag ? { ...headers, prefer: 'return=representation' } : headers,
    body: row,
    decode: returnEtag ? writtenVersion : nothing,
    idempotent: true,
    bulk: false,
  }
}

function conditions({ ifMatch, ifNoneMatch }: UpsertOptions): Readonly<Record<string, string>> {
  return {
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
  }
}

function nothing(): undefined {
  return undefined
}

function writtenVersion({ status, body }: Answer): WrittenVersion {
  const etag = isRecord(body) ? body['@odata.etag'] : undefined
  if (typeof etag !== 'string') throw new ProtocolError('A written row came back without its etag.')
  return { etag, created: status === 201 }
}

const idInParentheses = /\(([0-9a-f-]{36})\)\s*$/i

function createdId({ headers }: Answer): string {
  const id = idInParentheses.exec(headers['odata-entityid'] ?? '')?.[1]
  if (id === undefined) throw new ProtocolError('A created row came back without OData-EntityId.')
  return id.toLowerCase()
}
