import type { HostedColumn, HostedSchema, HostedTable } from '../schema/index.js'
import { recordAddress } from './addresses.js'
import { cell, isNumeric } from './cell.js'
import { html } from './html.js'
import type { Html, HtmlPart } from './html.js'
import { readReferenceNames, referenceOf } from './references.js'
import type { RowReader, StoredRow } from './rows.js'

export interface RowTableOptions {
  /** Names the table for people who do not see it. */
  readonly caption: string
  readonly table: HostedTable
  readonly columns: readonly HostedColumn[]
  readonly rows: readonly StoredRow[]
  /** What stands in a column's header, for example a link that sorts; default: its label. */
  readonly header?: (column: HostedColumn) => { readonly text: HtmlPart; readonly sorted?: string }
  /** Replaces what a cell would show; undefined: leaves it. */
  readonly replace?: (column: HostedColumn, row: StoredRow, shown: Html) => Html | undefined
}

/** Rows as an HTML table. The primary name of each row leads to its record. */
export function rowTable(
  schema: HostedSchema,
  reader: RowReader,
  { caption, table, columns, rows, header, replace }: RowTableOptions,
): Html {
  const references = rows.flatMap((row) =>
    columns.flatMap((column) => referenceOf(schema, column, row) ?? []),
  )
  const names = readReferenceNames(reader, references)

  const headers = columns.map((column) => {
    const { text, sorted } = header?.(column) ?? { text: column.label }
    const sort = sorted === undefined ? '' : html` aria-sort="${sorted}"`
    return html`<th scope="col" ${columnClass(column)}${sort}>${text}</th>`
  })
  const body = rows.map((row) => {
    const cells = columns.map((column) => {
      const shown = cell(schema, names, column, row)
      const content = replace?.(column, row, shown) ?? shown
      if (!column.primaryName) return html`<td ${columnClass(column)}><div>${content}</div></td>`
      const id = String(row[table.primaryId])
      const name = row[column.logicalName] ?? id
      return html`<th scope="row"><a href="${recordAddress(table, id)}">${name}</a></th>`
    })
    return html`<tr>
      ${cells}
    </tr>`
  })
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headers}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`
}

function columnClass(column: HostedColumn): HtmlPart {
  if (isNumeric(column)) return html`class="number"`
  return column.kind === 'text' && (column.maxLength ?? 0) >= longText ? html`class="long"` : ''
}

/** Columns of that many characters hold sentences, which a narrow column would break up. */
const longText = 2_000
