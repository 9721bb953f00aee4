import { DefaultButton, useTheme } from '@fluentui/react'
import * as React from 'react'

import type { GridRows } from './load-rows.js'
import { gridStyles } from './styles.js'

export interface PageBarProps {
  readonly data: GridRows
  /** From 1. */
  readonly page: number
  readonly onTurn: (page: number) => void
  /** Whether it stays in sight while the page is scrolled (default: no). */
  readonly isSticky?: boolean
}

/** Which rows are shown, of how many, and the way to the others. */
export function PageBar({
  data,
  page,
  onTurn,
  isSticky = false,
}: PageBarProps): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => gridStyles(theme), [theme])
  return (
    <div className={isSticky ? styles.stickyPages : styles.pages}>
      <span>{rangeText(data)}</span>
      <nav aria-label="Pages" className={styles.tools}>
        <DefaultButton
          text="Previous"
          allowDisabledFocus
          disabled={page <= 1}
          onClick={() => onTurn(page - 1)}
        />
        <span>Page {page}</span>
        <DefaultButton
          text="Next"
          allowDisabledFocus
          disabled={!data.hasNextPage}
          onClick={() => onTurn(page + 1)}
        />
      </nav>
    </div>
  )
}

/** `51-100 of 205`, `1-50 of 5,000+` where the platform counts no further. */
export function rangeText({ rows, total, hasNextPage, before }: GridRows): string {
  if (rows.length === 0) return before > 0 ? 'No rows on this page' : 'No rows'
  const last = before + rows.length
  const shown = `${number(before + 1)}-${number(last)} of`
  if (!hasNextPage) return `${shown} ${number(last)}`
  return total === undefined || total <= last
    ? `${shown} ${number(Math.max(largestCount, last))}+`
    : `${shown} ${number(total)}`
}

/** The platform counts rows up to here. */
const largestCount = 5_000
const number = (value: number): string => value.toLocaleString(navigator.language)
