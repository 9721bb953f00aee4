import type { HostedColumn, HostedSchema, HostedTable } from '../schema/index.js'
import { gridAddress } from './addresses.js'
import type { GridRequest } from './addresses.js'
import { cell } from './cell.js'
import { html } from './html.js'
import type { Html } from './html.js'
import { linkedCount } from './job-counts.js'
import type { PageContent } from './page.js'
import { readReferenceNames, referenceOf } from './references.js'
import { rowTable } from './row-table.js'
import type { RowReader } from './rows.js'
import { orderWithin, viewOf } from './views.js'

const pageSize = 50

/** The rows of one table: searched, filtered, sorted, a page at a time. */
export function gridPage(
  schema: HostedSchema,
  reader: RowReader,
  table: HostedTable,
  request: GridRequest,
): PageContent {
  const total = reader.count(table, request)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const current = { ...request, page: Math.min(request.page, pages) }
  const { columns, order } = viewOf(table)
  const defaultOrder = request.filters.size > 0 ? orderWithin(table) : order
  const rows = reader.rows(table, {
    ...current,
    order:
      current.sort === undefined
        ? defaultOrder
        : { column: current.sort, descending: current.descending },
    offset: (current.page - 1) * pageSize,
    limit: pageSize,
  })
  const grid =
    rows.length === 0
      ? html`<p class="quiet">No rows to show.</p>`
      : rowTable(schema, reader, {
          caption: table.pluralLabel,
          table,
          columns,
          rows,
          header: (column) => sortHeader(table, current, column),
          replace: (column, row, shown) => linkedCount(schema, column, row, shown),
        })
  return {
    title: table.pluralLabel,
    table,
    main: html`<h1>${table.pluralLabel}</h1>
      <p class="quiet">${table.description}</p>
      ${searchForm(table, current)} ${filterList(schema, reader, table, current)}
      <p role="status">${total.toLocaleString('en')} ${total === 1 ? 'row' : 'rows'}</p>
      ${grid} ${pageLinks(table, current, pages)}`,
  }
}

function sortHeader(table: HostedTable, request: GridRequest, column: HostedColumn) {
  const sorted = request.sort === column.logicalName
  const address = gridAddress(table, {
    ...request,
    page: 1,
    sort: column.logicalName,
    descending: sorted && !request.descending,
  })
  if (!sorted) return { text: html`<a href="${address}">${column.label}</a>` }
  const arrow = request.descending ? '↓' : '↑'
  return {
    text: html`<a href="${address}">${column.label} <span aria-hidden="true">${arrow}</span></a>`,
    sorted: request.descending ? 'descending' : 'ascending',
  }
}

/** Searching keeps the filters and the order, and starts at the first page again. */
function searchForm(table: HostedTable, request: GridRequest): Html {
  const kept = new URLSearchParams(
    gridAddress(table, { ...request, page: 1, search: '' }).split('?')[1] ?? '',
  )
  return html`<form method="get" action="${gridAddress(table)}" role="search">
    ${[...kept].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <label
      >Search in text columns<br /><input type="search" name="q" value="${request.search}"
    /></label>
    <button type="submit">Search</button>
  </form>`
}

/** The filters in force, each with a link that takes it away. */
function filterList(
  schema: HostedSchema,
  reader: RowReader,
  table: HostedTable,
  request: GridRequest,
): Html {
  const items = [...request.filters].flatMap(([name, value]) => {
    const column = table.columns.get(name)
    if (!column) return []
    const row = { [name]: value }
    const reference = referenceOf(schema, column, row)
    const names = readReferenceNames(reader, reference ? [reference] : [])
    const without = new Map([...request.filters].filter(([other]) => other !== name))
    const address = gridAddress(table, { ...request, page: 1, filters: without })
    return html`<li>
      ${column.label}: ${cell(schema, names, column, row)}
      <a href="${address}" aria-label="Remove the filter on ${column.label}">remove</a>
    </li>`
  })
  return items.length === 0
    ? html``
    : html`<ul class="filters" aria-label="Filters">
        ${items}
      </ul>`
}

function pageLinks(table: HostedTable, request: GridRequest, pages: number): Html {
  if (pages === 1) return html``
  const link = (page: number, label: string, rel: string) =>
    page < 1 || page > pages
      ? html`<span class="quiet">${label}</span>`
      : html`<a href="${gridAddress(table, { ...request, page })}" rel="${rel}">${label}</a>`
  return html`<nav class="pages" aria-label="Pages">
    ${link(request.page - 1, 'Previous', 'prev')}
    <span>Page ${request.page} of ${pages.toLocaleString('en')}</span>
    ${link(request.page + 1, 'Next', 'next')}
  </nav>`
}
