import { entityRecord } from '../../../../../controls/host/data-set/entity-record.js'
import type { WebApiRow } from '../../../../../controls/host/data-set/entity-record.js'
import type { TableMetadata } from '../../../../../controls/host/table-metadata.js'
import { request, requestJson, WebApiError } from '../../../../../controls/host/web-api-request.js'
import type { Services } from '../services.js'
import { changesOf } from './draft.js'
import type { Draft } from './draft.js'

export interface LoadedRecord {
  readonly metadata: TableMetadata
  readonly row: WebApiRow
  readonly record: ComponentFramework.PropertyHelper.DataSetApi.EntityRecord
  /** The version that was read; a save names it. */
  readonly etag: string
}

/** Reads a record with all its columns. */
export async function loadRecord(
  table: string,
  id: string,
  { tables, webApi, formatting }: Services,
  signal: AbortSignal,
): Promise<LoadedRecord> {
  const metadata = await tables.read(table)
  const row = await requestJson(`${webApi}${metadata.entitySetName}(${encodeURIComponent(id)})`, {
    signal,
  })
  return {
    metadata,
    row,
    record: entityRecord(metadata, row, formatting),
    etag: String(row['@odata.etag']),
  }
}

export type Saved = 'saved' | 'conflict'

/** Saves a draft, but only upon the version that was read. Rejects with other refusals. */
export async function saveRecord(
  { metadata, record, etag }: LoadedRecord,
  draft: Draft,
  { webApi }: Services,
): Promise<Saved> {
  try {
    await request(`${webApi}${metadata.entitySetName}(${record.getRecordId()})`, {
      method: 'PATCH',
      body: changesOf(draft, metadata.columns),
      headers: { 'If-Match': etag },
    })
    return 'saved'
  } catch (error) {
    if (
      error instanceof WebApiError &&
      error.status === 412 &&
      error.errorCode === versionMismatch
    ) {
      return 'conflict'
    }
    throw error
  }
}

/** 0x80060882: the record is of another version than the one named. */
const versionMismatch = 0x80060882 | 0
