import { entityRecord } from '../../../../../controls/host/data-set/entity-record.js'
import type { WebApiRow } from '../../../../../controls/host/data-set/entity-record.js'
import type { TableMetadata } from '../../../../../controls/host/table-metadata.js'
import { request, requestJson, WebApiError } from '../../../../../controls/host/web-api-request.js'
import type { Services } from '../services.js'
import type { Draft } from './draft.js'
import { requestBody } from './request-body.js'
import type { RequestBody } from './request-body.js'

export interface LoadedRecord {
  readonly metadata: TableMetadata
  readonly row: WebApiRow
  readonly record: ComponentFramework.PropertyHelper.DataSetApi.EntityRecord
  /** The version that was read; a save names it. */
  readonly etag: string
}

/** Reads a record with all its columns; undefined where there is none. */
export async function loadRecord(
  table: string,
  id: string,
  { tables, webApi, formatting }: Services,
  signal?: AbortSignal,
): Promise<LoadedRecord | undefined> {
  const metadata = await tables.read(table)
  try {
    const row = await requestJson(
      `${webApi}${metadata.entitySetName}(${encodeURIComponent(id)})`,
      signal ? { signal } : {},
    )
    return {
      metadata,
      row,
      record: entityRecord(metadata, row, formatting),
      etag: String(row['@odata.etag']),
    }
  } catch (error) {
    if (error instanceof WebApiError && error.status === 404) return undefined
    throw error
  }
}

/** How a write upon a version that was read ended, where the Web API did not refuse it. */
export type Written = 'done' | 'conflict'

/** Saves a draft, but only upon the version that was read. Rejects with other refusals. */
export async function saveRecord(
  loaded: LoadedRecord,
  draft: Draft,
  before: Draft,
  services: Services,
): Promise<Written> {
  const body = await requestBody(loaded.metadata.logicalName, draft, before, services)
  return writeVersion(loaded, services, { method: 'PATCH', body })
}

/** Makes a record inactive, or active again. */
export const setState = (loaded: LoadedRecord, state: number, services: Services) =>
  writeVersion(loaded, services, { method: 'PATCH', body: { statecode: state } })

export const deleteRecord = (loaded: LoadedRecord, services: Services) =>
  writeVersion(loaded, services, { method: 'DELETE' })

/** Makes a record of a draft; resolves to its id. */
export async function createRecord(
  metadata: TableMetadata,
  draft: Draft,
  services: Services,
): Promise<string> {
  const body = await requestBody(metadata.logicalName, draft, {}, services)
  const response = await request(`${services.webApi}${metadata.entitySetName}`, {
    method: 'POST',
    body,
  })
  const address = response.headers.get('OData-EntityId') ?? ''
  const id = /\(([0-9a-fA-F-]{36})\)$/.exec(address)?.[1]
  if (id === undefined) throw new Error(`The Web API named no new record: “${address}”.`)
  return id
}

async function writeVersion(
  { metadata, record, etag }: LoadedRecord,
  { webApi }: Services,
  write: { readonly method: string; readonly body?: RequestBody },
): Promise<Written> {
  try {
    await request(`${webApi}${metadata.entitySetName}(${record.getRecordId()})`, {
      ...write,
      headers: { 'If-Match': etag },
    })
    return 'done'
  } catch (error) {
    if (error instanceof WebApiError && error.status === 412 && isMismatch(error)) return 'conflict'
    throw error
  }
}

/** 0x80060882: the record is of another version than the one named. */
const versionMismatch = 0x80060882 | 0
const isMismatch = ({ errorCode }: WebApiError): boolean => errorCode === versionMismatch
