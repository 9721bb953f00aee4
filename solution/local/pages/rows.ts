import type { HostedTable } from '../schema/index.js'
import { quoted } from '../store/index.js'
import type { Store } from '../store/index.js'
import type { GridRequest } from './addresses.js'

/** A stored row by logical name of the column, as the layout of the store describes it. */
export type StoredRow = Readonly<Record<string, string | number | null>>

export interface Order {
  readonly column: string
  readonly descending: boolean
}

/** In which order rows are shown where nobody asked for one; `newest`: the last one made first. */
export type DefaultOrder = Order | 'newest'

export interface RowsQuery {
  readonly filters: GridRequest['filters']
  readonly search: string
  readonly order: DefaultOrder
  readonly offset: number
  readonly limit: number
}

/** Reads rows for the pages; it writes nothing. */
export class RowReader {
  constructor(private readonly store: Store) {}

  rows(table: HostedTable, query: RowsQuery): readonly StoredRow[] {
    const { text, values } = condition(table, query)
    return this.store
      .prepare(
        `SELECT * FROM ${quoted(table.logicalName)} ${text} ORDER BY ${orderText(query.order)} LIMIT ? OFFSET ?`,
      )
      .all([...values, query.limit, query.offset]) as readonly StoredRow[]
  }

  count(table: HostedTable, query: Pick<RowsQuery, 'filters' | 'search'>): number {
    const { text, values } = condition(table, query)
    const row = this.store
      .prepare(`SELECT count(*) AS rows FROM ${quoted(table.logicalName)} ${text}`)
      .get(values) as { readonly rows: number }
    return row.rows
  }

  row(table: HostedTable, id: string): StoredRow | undefined {
    return this.store
      .prepare(`SELECT * FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} = ?`)
      .get([id]) as StoredRow | undefined
  }

  /** The primary names of the rows with these ids, by id; ids of no row are left out. */
  names(table: HostedTable, ids: readonly string[]): ReadonlyMap<string, string> {
    const rows = this.store
      .prepare(
        `SELECT ${quoted(table.primaryId)} AS id, ${quoted(table.primaryName)} AS name ` +
          `FROM ${quoted(table.logicalName)} WHERE ${quoted(table.primaryId)} IN (SELECT value FROM json_each(?))`,
      )
      .all([JSON.stringify(ids)]) as readonly {
      readonly id: string
      readonly name: string | null
    }[]
    return new Map(rows.map(({ id, name }) => [id, name ?? id]))
  }
}

function condition(
  table: HostedTable,
  { filters, search }: Pick<RowsQuery, 'filters' | 'search'>,
): { readonly text: string; readonly values: readonly string[] } {
  const terms: string[] = []
  const values: string[] = []
  for (const [column, value] of filters) {
    terms.push(`${quoted(column)} = ?`)
    values.push(value)
  }
  const searched = searchedColumns(table)
  if (search !== '' && searched.length > 0) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    terms.push(`(${searched.map((name) => `${quoted(name)} LIKE ? ESCAPE '\\'`).join(' OR ')})`)
    values.push(...searched.map(() => pattern))
  }
  return { text: terms.length > 0 ? `WHERE ${terms.join(' AND ')}` : '', values }
}

function searchedColumns(table: HostedTable): readonly string[] {
  return [...table.columns.values()]
    .filter(({ kind }) => kind === 'text')
    .map(({ logicalName }) => logicalName)
}

/** Rows of one value keep the order in which they were made. */
function orderText(order: DefaultOrder): string {
  if (order === 'newest') return 'rowid DESC'
  return `${quoted(order.column)} ${order.descending ? 'DESC' : 'ASC'}, rowid`
}
