export * from './bulk.js'
export { changedRows } from './changes.js'
export type { ChangedRows } from './changes.js'
export * from './client.js'
export { createDataverseClient } from './create-client.js'
export * from './errors.js'
export * from './filter.js'
export { KeyValueError } from './key.js'
export * from './metadata.js'
export { fetchTableDefinitions } from './fetch-metadata.js'
export { createMetadataCache } from './metadata-cache.js'
export type { MetadataCache } from './metadata-cache.js'
export type { TableSummary } from './table-list.js'
export { changeSet, written } from './operation.js'
export type {
  AnyOperation,
  Answer,
  ChangeSet,
  Operation,
  ResultOf,
  WrittenOperation,
} from './operation.js'
export * from './raw-read.js'
export { aggregate, query, retrieve, retrieveByKey } from './read.js'
export type { Order, Page, QueryOptions, SelectOptions } from './read.js'
export { encodeRow } from './row-codec.js'
export { decodeRow } from './decode-row.js'
export type { ColumnName, RowChanges, StoredRow, SystemColumnName } from './system-columns.js'
export type { WireRow } from './wire.js'
export * from './write.js'
export { slices } from './slices.js'
