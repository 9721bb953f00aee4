import { entityRecord } from '../../../../../controls/host/data-set/entity-record.js'
import type { WebApiRow } from '../../../../../controls/host/data-set/entity-record.js'
import { pageFetchXml } from '../../../../../controls/host/data-set/page-query.js'
import { isLookup } from '../../../../../controls/host/data-type.js'
import type { TableMetadata } from '../../../../../controls/host/table-metadata.js'
import { requestJson } from '../../../../../controls/host/web-api-request.js'
import type { AppDefinition, TablePart, ViewColumnPart, ViewPart } from '../../shape.js'
import { mainFormOf } from '../record/forms.js'
import { addressOf } from '../route.js'
import type { Sort } from '../route.js'
import type { Services } from '../services.js'
import { quickFindFilter } from './quick-find.js'

/** Rows of one page of a table's grid. */
export const gridPageSize = 50

export interface GridQuery {
  readonly table: TablePart
  readonly view: ViewPart
  readonly search: string
  readonly sort?: Sort
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  /** In a subgrid: the lookup column that must hold the form's record. */
  readonly related?: { readonly column: string; readonly id: string }
}

export interface GridRows {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
  /** Undefined where the platform counts no further. */
  readonly total: number | undefined
  readonly hasNextPage: boolean
  /** Rows on the pages before. */
  readonly before: number
  /** The order that the rows are in. */
  readonly sort: Sort | undefined
}

export interface GridColumn {
  readonly name: string
  readonly label: string
  /** Pixels. */
  readonly width: number
  readonly isNumber: boolean
  readonly canSort: boolean
}

export interface GridRow {
  readonly id: string
  /** In the order of the columns. */
  readonly cells: readonly GridCell[]
}

export interface GridCell {
  readonly text: string
  /** The page of the record that the cell names. */
  readonly address?: string
}

const totalCount = '@Microsoft.Dynamics.CRM.totalrecordcount'
const totalExceeded = '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'
const moreRecords = '@Microsoft.Dynamics.CRM.morerecords'

/** Reads one page of a view, searched and sorted. Rejects with the Web API's refusal. */
export async function loadRows(
  query: GridQuery,
  { tables, webApi, formatting }: Services,
  addresses: RecordAddresses,
  signal: AbortSignal,
): Promise<GridRows> {
  const { table, view, search, sort, page, pageSize, related } = query
  const metadata = await tables.read(table.logicalName)
  const [columns, answer] = await Promise.all([
    Promise.all(view.columns.map((column) => gridColumn(column, table, tables.read.bind(tables)))),
    requestJson(
      `${webApi}${metadata.entitySetName}?fetchXml=${encodeURIComponent(
        pageFetchXml({
          fetchXml: view.fetchXml,
          columns: [metadata.primaryName, ...view.columns.map(({ name }) => name)],
          filter: quickFindFilter(table, metadata, search),
          sorting: sort ? [{ name: sort.column, sortDirection: sort.descending ? 1 : 0 }] : [],
          links: [],
          page,
          pageSize,
          ...(related ? { related } : {}),
        }),
      )}`,
      { signal },
    ),
  ])
  return {
    columns,
    rows: (answer.value as readonly WebApiRow[]).map((row) =>
      gridRow(entityRecord(metadata, row, formatting), columns, metadata, addresses),
    ),
    total: answer[totalExceeded] === true ? undefined : countOf(answer[totalCount]),
    hasNextPage: answer[moreRecords] === true,
    before: (page - 1) * pageSize,
    sort: sort ?? orderOf(view.fetchXml),
  }
}

function countOf(count: unknown): number | undefined {
  return typeof count === 'number' && count >= 0 ? count : undefined
}

const numberTypes: ReadonlySet<string> = new Set([
  'Integer',
  'BigInt',
  'Decimal',
  'Double',
  'Money',
])

async function gridColumn(
  { name, table, width }: ViewColumnPart,
  own: TablePart,
  read: (table: string) => Promise<TableMetadata>,
): Promise<GridColumn> {
  const metadata = await read(table)
  const isLinked = table !== own.logicalName || name.includes('.')
  const column = metadata.columns.get(name.slice(name.indexOf('.') + 1))
  const label = column?.label ?? name
  return {
    name,
    label: isLinked ? `${label} (${metadata.label})` : label,
    width,
    isNumber: numberTypes.has(column?.type ?? ''),
    canSort: !isLinked,
  }
}

/** The address of a record's page; undefined where its table has none. */
export type RecordAddresses = (table: string, id: string) => string | undefined

/** Records open in their main form; those of hosted tables without one on a read-only page. */
export function recordAddresses({ tables }: AppDefinition, app: string): RecordAddresses {
  return (table, id) => {
    const part = tables[table]
    if (!part) return undefined
    return mainFormOf(part)
      ? addressOf({ app, place: { kind: 'record', table, id } })
      : `/tables/${part.entitySetName}/${encodeURIComponent(id)}`
  }
}

/** The name leads to the record, or the first column where the view shows no name. */
function gridRow(
  record: ComponentFramework.PropertyHelper.DataSetApi.EntityRecord,
  columns: readonly GridColumn[],
  metadata: TableMetadata,
  addresses: RecordAddresses,
): GridRow {
  const id = record.getRecordId()
  const showsName = columns.some(({ name }) => name === metadata.primaryName)
  const cells = columns.map(({ name }, index): GridCell => {
    const text = record.getFormattedValue(name)
    if (showsName ? name === metadata.primaryName : index === 0) {
      return cellOf(text || '(no name)', addresses(metadata.logicalName, id))
    }
    const column = metadata.columns.get(name)
    const reference =
      column && isLookup(column)
        ? (record.getValue(name) as ComponentFramework.EntityReference | null)
        : null
    return cellOf(
      text,
      reference?.etn === undefined ? undefined : addresses(reference.etn, reference.id.guid),
    )
  })
  return { id, cells }
}

const cellOf = (text: string, address: string | undefined): GridCell =>
  address === undefined ? { text } : { text, address }

/** The view's own order, by the first of its columns. */
function orderOf(fetchXml: string): Sort | undefined {
  const fetch = new DOMParser().parseFromString(fetchXml, 'text/xml')
  const order = fetch.querySelector('fetch > entity > order')
  const column = order?.getAttribute('attribute')
  return column ? { column, descending: order?.getAttribute('descending') === 'true' } : undefined
}
