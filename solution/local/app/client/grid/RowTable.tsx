import { useTheme } from '@fluentui/react'
import * as React from 'react'

import type { Sort } from '../route.js'
import type { GridColumn, GridRow, GridRows } from './load-rows.js'
import { gridStyles } from './styles.js'

export interface RowTableProps {
  readonly name: string
  readonly data: GridRows
  readonly isBusy: boolean
  readonly onSort: (sort: Sort) => void
}

/** Rows as a table; each row leads to its record. */
export function RowTable({ name, data, isBusy, onSort }: RowTableProps): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => gridStyles(theme), [theme])
  const { columns, rows, sort } = data
  return (
    // Can be scrolled by keyboard where the columns need more room than there is.
    <div className={styles.scroll} role="region" aria-label={`Rows of ${name}`} tabIndex={0}>
      <table className={styles.table} aria-label={name} aria-busy={isBusy}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.name} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function HeaderCell({
  column,
  sort,
  onSort,
}: {
  readonly column: GridColumn
  readonly sort: Sort | undefined
  readonly onSort: (sort: Sort) => void
}): React.ReactElement {
  const { name, label, width, isNumber, canSort } = column
  const isSorted = sort?.column === name
  const descending = isSorted && sort.descending
  return (
    <th
      scope="col"
      style={{ minWidth: `min(${width}px, 40vw)`, textAlign: isNumber ? 'end' : 'start' }}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {canSort ? (
        <button
          type="button"
          onClick={() => onSort({ column: name, descending: isSorted && !descending })}
        >
          {label}
          <span aria-hidden="true">{isSorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
        </button>
      ) : (
        label
      )}
    </th>
  )
}

function Row({
  row,
  columns,
}: {
  readonly row: GridRow
  readonly columns: readonly GridColumn[]
}): React.ReactElement {
  return (
    <tr>
      {row.cells.map(({ text, address }, index) => {
        const column = columns[index]
        return (
          <td
            key={column?.name ?? index}
            title={text.slice(0, longestHint)}
            style={{ textAlign: column?.isNumber ? 'end' : 'start' }}
          >
            {address === undefined ? clipped(text) : <a href={address}>{clipped(text)}</a>}
          </td>
        )
      })}
    </tr>
  )
}

/** A cell shows the start of a long text; the record has all of it. */
const longestText = 300
const longestHint = 1_000
const clipped = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}…` : text
