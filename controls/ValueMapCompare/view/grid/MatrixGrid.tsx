import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import type { MatrixRow } from '../../model/matrix.js'
import type { Selection } from '../../model/shown-rows.js'
import type { Numbers } from '../props.js'
import { headerHeight, rowHeight } from '../styles.js'
import type { Styles } from '../styles.js'
import { columnsOf, columnWidths } from './columns.js'
import type { Column } from './columns.js'
import { GridRow } from './GridRow.js'
import { HeaderRow } from './HeaderRow.js'
import { rowWindow } from './row-window.js'
import { positionOf, useGridFocus } from './use-grid-focus.js'
import { useScrollWindow } from './use-scroll-window.js'

export interface MatrixGridProps {
  readonly label: string
  readonly rows: readonly MatrixRow[]
  readonly selection: Selection
  readonly strings: Strings
  readonly numbers: Numbers
  readonly styles: Styles
  readonly isRightToLeft: boolean
  readonly mayAdd: boolean
  /** Pixels; undefined: what room there is. */
  readonly maxHeight: number | undefined
  /** Grows when the focus is to come back to the grid. */
  readonly focusTurn: number
  readonly onOpenCell: (row: MatrixRow, system: string, element: HTMLElement) => void
  readonly onOpenHeader: (column: Column, element: HTMLElement) => void
}

/** The matrix as an ARIA grid: only what is in sight is drawn, and arrows lead to the rest. */
export function MatrixGrid(props: MatrixGridProps): React.ReactElement {
  const { rows, selection, strings, styles, isRightToLeft, mayAdd, onOpenCell, onOpenHeader } =
    props
  const { sort, pair } = selection
  const scroller = React.useRef<HTMLDivElement>(null)
  const { scrollTop, width, height } = useScrollWindow(scroller)
  const columns = React.useMemo(() => columnsOf(selection), [selection])
  const codes = React.useMemo(() => rows.map(({ code }) => code), [rows])
  const { pinned, all, template } = columnWidths(columns.length, width)
  const focus = useGridFocus({
    codes,
    columns: columns.length,
    pageRows: Math.max(1, Math.floor((height - headerHeight) / rowHeight) - 1),
    isRightToLeft,
    scroller,
    focusTurn: props.focusTurn,
  })
  const drawn = rowWindow({
    rowHeight,
    rows: rows.length,
    scrollTop,
    height,
    focused: focus.active.row - 1,
  })

  const open = (target: EventTarget) => {
    const position = positionOf(target)
    const column = position && columns[position.column]
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
    if (!column || !element) return
    focus.select(position)
    if (position.row === 0) {
      if (column.kind !== 'comparison') onOpenHeader(column, element)
      return
    }
    const row = rows[position.row - 1]
    if (row && column.kind === 'system') onOpenCell(row, column.system, element)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (focus.onKey(event)) return
    if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ') {
      event.preventDefault()
      open(event.target)
    }
  }

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      style={{
        maxHeight: props.maxHeight,
        scrollPaddingTop: headerHeight,
        scrollPaddingInlineStart: pinned,
      }}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        className={styles.grid}
        style={{ minWidth: all, height: headerHeight + rows.length * rowHeight }}
        onKeyDown={onKeyDown}
        onClick={({ target }) => open(target)}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
      >
        <HeaderRow
          columns={columns}
          template={template}
          sort={sort}
          active={focus.active.row === 0 ? focus.active.column : undefined}
          strings={strings}
          styles={styles}
        />
        {drawn.map((index) => {
          const row = rows[index]
          return (
            row && (
              <GridRow
                key={row.code}
                row={row}
                index={index}
                columns={columns}
                template={template}
                pair={pair}
                active={focus.active.row === index + 1 ? focus.active.column : undefined}
                strings={strings}
                numbers={props.numbers}
                styles={styles}
                mayAdd={mayAdd}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
