import type { RowOf, Table } from '../../solution/model/index.js'
import { ProtocolError, UnreadableRowError } from './errors.js'
import type { Filter, FilterName } from './filter.js'
import { filterText } from './filter-text.js'
import { alternateKeyText } from './key.js'
import type { Answer, Operation } from './operation.js'
import { codecOf, columnNamed, rowReader } from './row-codec.js'
import type { RowReader } from './row-codec.js'
import type { ColumnName, StoredRow } from './system-columns.js'
import { encodeQueryValue, queryText } from './url-text.js'
import { isRecord, parseGuid } from './wire.js'

/** Some rows of a query and where to go on. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Rows left out because they do not hold what their table declares; see `skipUnreadable`. */
  readonly unreadable: readonly UnreadableRowError[]
  /** Address of the next page; null after the last. */
  readonly nextLink: string | null
  /** How many rows match in all (at most 5,000 are counted); null when it was not asked for. */
  readonly count: number | null
}

export interface SelectOptions<Name> {
  /** Default: all declared columns. */
  readonly select?: readonly Name[]
}

export type Order<T extends Table> = `${FilterName<T>} ${'asc' | 'desc'}`

export interface QueryOptions<T extends Table, Name> extends SelectOptions<Name> {
  readonly filter?: Filter<T>
  readonly orderBy?: readonly Order<T>[]
  /** At most so many rows in all. Not together with `pageSize`: the platform ignores one of them. */
  readonly top?: number
  /** Rows a page, at most 5,000 (default: 5,000). */
  readonly pageSize?: number
  readonly count?: boolean
  /** True: rows that do not hold what their table declares go to `unreadable`. Default: throw. */
  readonly skipUnreadable?: boolean
}

/** One row by id. Refused as not found when it is not there. */
export function retrieve<T extends Table, Name extends ColumnName<T> = keyof T['columns'] & string>(
  table: T,
  id: string,
  { select }: SelectOptions<Name> = {},
): Operation<StoredRow<T, Name>> {
  return retrieval(`${table.entitySetName}(${parseGuid(id)})`, rowReader<T, Name>(table, select))
}

/** One row by the values of an alternate key, which must be one that the table declares. */
export function retrieveByKey<
  T extends Table,
  Name extends ColumnName<T> = keyof T['columns'] & string,
>(
  table: T,
  key: Partial<RowOf<T>>,
  { select }: SelectOptions<Name> = {},
): Operation<StoredRow<T, Name>> {
  return retrieval(
    `${table.entitySetName}(${alternateKeyText(table, key)})`,
    rowReader<T, Name>(table, select),
  )
}

function retrieval<Row>(path: string, reader: RowReader<Row>): Operation<Row> {
  return read(
    `${path}${queryText({ $select: reader.select.join(',') })}`,
    preferences(reader.annotations),
    ({ body }) => reader.decode(body),
  )
}

/** Rows of a declared table, a page at a time. */
export function query<T extends Table, Name extends ColumnName<T> = keyof T['columns'] & string>(
  table: T,
  options: QueryOptions<T, Name> = {},
): Operation<Page<StoredRow<T, Name>>> {
  const reader = rowReader<T, Name>(table, options.select)
  const text = queryText({
    $select: reader.select.join(','),
    $filter: options.filter && filterText(options.filter.node),
    $orderby: options.orderBy?.map((order) => orderText(table, order)).join(','),
    $top: options.top?.toString(),
    $count: options.count ? 'true' : undefined,
  })
  return read(
    `${table.entitySetName}${text}`,
    preferences(reader.annotations, options.pageSize),
    pageDecoder(reader.decode, options.skipUnreadable ?? false),
  )
}

function orderText(table: Table, order: string): string {
  const [name = '', way = 'asc'] = order.split(' ')
  const column = name === 'id' ? table.primaryId : columnNamed(codecOf(table), name).wireName
  return `${column} ${way}`
}

/**
 * Rows of an `$apply` expression (aggregation, grouping) as the platform answers them: property
 * names are the aliases and logical names of the expression. See `columnsOf` for the latter.
 *
 * `where`: the rows it is about. (Default: all)
 */
export function aggregate(
  table: Table,
  applyText: string,
  where?: Filter,
): Operation<readonly Readonly<Record<string, unknown>>[]> {
  const text = where ? `filter(${filterText(where.node)})/${applyText}` : applyText
  return read(`${table.entitySetName}?$apply=${encodeQueryValue(text)}`, {}, ({ body }) =>
    rowsOf(body).filter(isRecord),
  )
}

/** A GET with its decoder. */
export function read<Result>(
  path: string,
  headers: Readonly<Record<string, string>>,
  decode: (answer: Answer) => Result,
): Operation<Result> {
  return {
    kind: 'request',
    method: 'GET',
    path,
    headers,
    body: undefined,
    decode,
    idempotent: true,
    bulk: false,
  }
}

/** The Prefer header of a read. */
export function preferences(
  annotations: readonly string[],
  pageSize?: number,
): Readonly<Record<string, string>> {
  const wishes: string[] = []
  if (annotations.length > 0) wishes.push(`odata.include-annotations="${annotations.join(',')}"`)
  if (pageSize !== undefined) wishes.push(`odata.maxpagesize=${pageSize}`)
  return wishes.length === 0 ? {} : { prefer: wishes.join(',') }
}

/** Decodes the answer to a query of many rows. */
export function pageDecoder<Row>(
  decode: (wire: unknown) => Row,
  skipUnreadable: boolean,
): (answer: Answer) => Page<Row> {
  return ({ body }) => {
    const rows: Row[] = []
    const unreadable: UnreadableRowError[] = []
    for (const wire of rowsOf(body)) {
      try {
        rows.push(decode(wire))
      } catch (error) {
        if (!skipUnreadable || !(error instanceof UnreadableRowError)) throw error
        unreadable.push(error)
      }
    }
    const { '@odata.nextLink': nextLink, '@odata.count': count } = isRecord(body) ? body : {}
    return {
      rows,
      unreadable,
      nextLink: typeof nextLink === 'string' ? nextLink : null,
      count: typeof count === 'number' ? count : null,
    }
  }
}

function rowsOf(body: unknown): readonly unknown[] {
  const rows = isRecord(body) ? body['value'] : undefined
  if (!Array.isArray(rows)) throw new ProtocolError('A query was answered without a list of rows.')
  return rows
}
