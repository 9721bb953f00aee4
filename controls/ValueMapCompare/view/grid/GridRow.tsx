import { css } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import { cellOf } from '../../model/matrix.js'
import type { Mark, MatrixRow } from '../../model/matrix.js'
import { pairKind } from '../../model/pair.js'
import type { Pair } from '../../model/pair.js'
import { Glyph } from '../icons.js'
import type { Numbers } from '../props.js'
import { headerHeight, rowHeight } from '../styles.js'
import type { Styles } from '../styles.js'
import { clipped, codeText, kindName } from '../words.js'
import { CellContent } from './CellContent.js'
import { columnKey } from './columns.js'
import type { Column } from './columns.js'

export interface GridRowProps {
  readonly row: MatrixRow
  /** Among the rows shown, from 0. */
  readonly index: number
  readonly columns: readonly Column[]
  readonly template: string
  readonly pair: Pair | undefined
  /** The column whose cell takes the focus; undefined: none of this row. */
  readonly active: number | undefined
  readonly strings: Strings
  readonly numbers: Numbers
  readonly styles: Styles
  readonly mayAdd: boolean
}

/** The mark that colours a cell, the gravest first. */
const gravest: readonly Mark[] = ['conflict', 'low', 'several', 'gap']

/** Drawn anew only when something of it changed: a grid has dozens in sight. */
export const GridRow = React.memo(function GridRow(props: GridRowProps): React.ReactElement {
  const { row, index, columns, template, styles } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ top: headerHeight + index * rowHeight, gridTemplateColumns: template }}
    >
      {columns.map((column, place) => (
        <GridCell key={columnKey(column)} {...props} row={row} column={column} place={place} />
      ))}
    </div>
  )
})

function GridCell(
  props: GridRowProps & { readonly column: Column; readonly place: number },
): React.ReactElement {
  const { row, index, column, place, active, pair, strings, styles, mayAdd } = props
  const common = {
    'data-cell': `${index + 1},${place}`,
    'aria-colindex': place + 1,
    tabIndex: active === place ? 0 : -1,
  }
  if (column.kind === 'canonical') {
    return (
      <div role="rowheader" {...common} className={css(styles.cell, styles.pinned)}>
        <div className={styles.line}>
          <bdi>{codeText(strings, row.code)}</bdi>
        </div>
        <div className={css(styles.line, styles.subtle)}>
          <bdi>{clipped(row.label)}</bdi>
        </div>
      </div>
    )
  }
  if (column.kind === 'comparison') {
    const kind = pair && pairKind(row, pair)
    return (
      <div role="gridcell" {...common} className={styles.cell}>
        {kind && (
          <span className={styles.mark}>
            <Glyph name={kind} />
            {kindName(strings, kind, pair)}
          </span>
        )}
      </div>
    )
  }
  const cell = cellOf(row, column.system)
  const colour = gravest.find((mark) => cell.marks.includes(mark))
  const opens = cell.mappings.length + cell.inherited.length > 0 || mayAdd
  return (
    <div
      role="gridcell"
      {...common}
      className={css(styles.cell, colour && styles[colour], opens && styles.actionable)}
    >
      <CellContent {...props} cell={cell} />
    </div>
  )
}
