import { systemColumn } from '../schema/index.js'
import type { HostedColumn, HostedSchema, HostedTable } from '../schema/index.js'
import { gridAddress } from './addresses.js'
import { cell } from './cell.js'
import { html } from './html.js'
import type { Html } from './html.js'
import { linkedCount } from './job-counts.js'
import type { PageContent } from './page.js'
import { readReferenceNames, referenceOf } from './references.js'
import { relatedListsOf } from './related-lists.js'
import type { RelatedList } from './related-lists.js'
import { rowTable } from './row-table.js'
import type { RowReader, StoredRow } from './rows.js'

const shownRelated = 20

/** One row: all its columns, then the rows that belong to it. */
export function recordPage(
  schema: HostedSchema,
  reader: RowReader,
  table: HostedTable,
  row: StoredRow,
): PageContent {
  const id = String(row[table.primaryId])
  const name = String(row[table.primaryName] ?? id)
  const columns = [...table.columns.values()]
  const declared = columns.filter((column) => !isPlatformMade(column))
  const platform = columns.filter(isPlatformMade)
  const related = relatedListsOf(schema, table, id).flatMap(
    (list) => relatedSection(schema, reader, list) ?? [],
  )
  return {
    title: `${name} - ${table.label}`,
    table,
    main: html`<p class="quiet">${table.label}</p>
      <h1>${name}</h1>
      ${columnList(schema, reader, declared, row)} ${related}
      <details>
        <summary>Columns of the platform</summary>
        ${columnList(schema, reader, platform, row)}
      </details>`,
  }
}

const systemColumns: ReadonlySet<string> = new Set(Object.values(systemColumn))

/** Stamps, owner, state and the id: every table has them, and they are seldom what one looks for. */
function isPlatformMade({ logicalName, primaryId }: HostedColumn): boolean {
  return primaryId || systemColumns.has(logicalName)
}

function columnList(
  schema: HostedSchema,
  reader: RowReader,
  columns: readonly HostedColumn[],
  row: StoredRow,
): Html {
  const names = readReferenceNames(
    reader,
    columns.flatMap((column) => referenceOf(schema, column, row) ?? []),
  )
  const entries = columns.map((column) => {
    const shown = cell(schema, names, column, row)
    const value = linkedCount(schema, column, row, shown) ?? shown
    return html`<div>
      <dt>${column.label}</dt>
      <dd>${value}</dd>
    </div>`
  })
  return html`<dl>${entries}</dl>`
}

/** The first rows of the list and the way to all of them; undefined where there is none. */
function relatedSection(
  schema: HostedSchema,
  reader: RowReader,
  { label, table, filters, columns, order }: RelatedList,
): Html | undefined {
  const total = reader.count(table, { filters, search: '' })
  if (total === 0) return undefined
  const rows = reader.rows(table, { filters, search: '', order, offset: 0, limit: shownRelated })
  return html`<section>
    <h2>${label}</h2>
    ${rowTable(schema, reader, { caption: label, table, columns, rows })}
    <p>
      <a href="${gridAddress(table, { filters })}"
        >${total === 1 ? 'Open as a list' : `All ${total.toLocaleString('en')} as a list`}</a
      >
    </p>
  </section>`
}
