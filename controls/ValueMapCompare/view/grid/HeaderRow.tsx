import { css } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../../shared/strings.js'
import type { Sort } from '../../model/shown-rows.js'
import { Glyph } from '../icons.js'
import type { Styles } from '../styles.js'
import { systemName } from '../words.js'
import { columnKey } from './columns.js'
import type { Column } from './columns.js'

interface HeaderRowProps {
  readonly columns: readonly Column[]
  readonly template: string
  readonly sort: Sort
  readonly active: number | undefined
  readonly strings: Strings
  readonly styles: Styles
}

/** The names of the columns; each but the comparison's opens a menu. */
export function HeaderRow(props: HeaderRowProps): React.ReactElement {
  const { columns, template, sort, active, strings, styles } = props
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.header}
      style={{ gridTemplateColumns: template }}
    >
      {columns.map((column, place) => {
        const sorted = isSorted(column, sort)
        const focusable = { 'data-cell': `0,${place}`, tabIndex: active === place ? 0 : -1 }
        return (
          <div
            key={columnKey(column)}
            role="columnheader"
            aria-colindex={place + 1}
            aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={css(styles.cell, place === 0 && styles.pinned, styles.head)}
          >
            <button
              type="button"
              {...focusable}
              className={styles.headButton}
              aria-haspopup={column.kind === 'comparison' ? undefined : 'menu'}
            >
              <bdi>{columnName(strings, column)}</bdi>
              {sorted && <Glyph name={sort.descending ? 'sortDown' : 'sortUp'} />}
            </button>
          </div>
        )
      })}
    </div>
  )
}

export function columnName(strings: Strings, column: Column): string {
  if (column.kind === 'system') return systemName(strings, column.system)
  return strings(column.kind === 'canonical' ? 'CanonicalCode' : 'Comparison')
}

function isSorted(column: Column, { key }: Sort): boolean {
  if (column.kind === 'system') return key.by === 'system' && key.system === column.system
  return column.kind === 'canonical' && key.by !== 'system'
}
