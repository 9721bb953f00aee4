import type { Filter } from './filter.js'
import { filterText } from './filter-text.js'
import { lookupTableAnnotation } from './column-codec.js'
import type { Operation } from './operation.js'
import { pageDecoder, preferences, read } from './read.js'
import type { Page } from './read.js'
import { queryText } from './url-text.js'
import { isRecord, parseGuid } from './wire.js'
import type { WireRow } from './wire.js'
import { ProtocolError } from './errors.js'

export interface RawQuery {
  readonly entitySetName: string
  /** Logical names; lookups as `_name_value`. Name the primary id to get it. */
  readonly select: readonly string[]
  readonly filter?: Filter
  /** For example `createdon asc`. */
  readonly orderBy?: readonly string[]
  readonly top?: number
  readonly pageSize?: number
  readonly count?: boolean
  /** True: each lookup comes with `_name_value@Microsoft.Dynamics.CRM.lookuplogicalname`. */
  readonly lookupTables?: boolean
}

/** Rows of a table known by metadata, as the wire has them (with `@odata.etag`). */
export function rawQuery(options: RawQuery): Operation<Page<WireRow>> {
  const text = queryText({
    $select: options.select.join(','),
    $filter: options.filter && filterText(options.filter.node),
    $orderby: options.orderBy?.join(','),
    $top: options.top?.toString(),
    $count: options.count ? 'true' : undefined,
  })
  return read(
    `${options.entitySetName}${text}`,
    preferences(options.lookupTables ? [lookupTableAnnotation] : [], options.pageSize),
    pageDecoder(wireRow, false),
  )
}

/** One row of a table known by metadata. Refused as not found when it is not there. */
export function rawRetrieve(
  { entitySetName }: { readonly entitySetName: string },
  id: string,
  select: readonly string[],
): Operation<WireRow> {
  return read(
    `${entitySetName}(${parseGuid(id)})${queryText({ $select: select.join(',') })}`,
    preferences([]),
    ({ body }) => wireRow(body),
  )
}

function wireRow(wire: unknown): WireRow {
  if (!isRecord(wire)) throw new ProtocolError('A row is no JSON object.')
  return wire
}
