import * as React from 'react'

import { positionAfter, withinGrid } from './grid-position.js'
import type { Position } from './grid-position.js'

interface GridFocusOptions {
  /** Codes of the rows, in order; the header is not among them. */
  readonly codes: readonly string[]
  readonly columns: number
  readonly pageRows: number
  readonly isRightToLeft: boolean
  readonly scroller: React.RefObject<HTMLElement>
  /** Grows when the focus is to come back, as from a form. */
  readonly focusTurn: number
}

interface GridFocus {
  readonly active: Position
  /** Makes a cell the tab stop without taking the focus to it. */
  readonly select: (position: Position) => void
  /** Whether the key was one of the grid's. */
  readonly onKey: (event: React.KeyboardEvent) => boolean
  readonly onFocus: (event: React.FocusEvent) => void
  readonly onBlur: (event: React.FocusEvent) => void
}

/**
 * One cell of the grid is its tab stop. It stays with its row when rows are ordered anew; where its
 * row is gone, it goes to the nearest one, and the focus with it.
 */
export function useGridFocus(options: GridFocusOptions): GridFocus {
  const { codes, columns, pageRows, isRightToLeft, scroller, focusTurn } = options
  const [at, setAt] = React.useState<Position & { readonly code?: string }>({ row: 1, column: 0 })
  const wanted = React.useRef(false)
  const hasFocus = React.useRef(false)
  const size = { rows: codes.length + 1, columns }
  const place = at.code === undefined || codes[at.row - 1] === at.code ? -1 : codes.indexOf(at.code)
  const active = withinGrid({ row: place < 0 ? at.row : place + 1, column: at.column }, size)

  const select = (position: Position) => {
    const code = codes[position.row - 1]
    setAt(code === undefined ? position : { ...position, code })
  }
  const moveTo = (position: Position) => {
    wanted.current = true
    select(withinGrid(position, size))
  }

  React.useLayoutEffect(() => {
    if (focusTurn > 0) wanted.current = true
  }, [focusTurn])

  React.useLayoutEffect(() => {
    const lost = hasFocus.current && document.activeElement === document.body
    if (!wanted.current && !lost) return
    wanted.current = false
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-cell="${active.row},${active.column}"]`,
    )
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  return {
    active,
    select,
    onKey: (event) => {
      const { key, ctrlKey, altKey, metaKey } = event
      if (altKey || metaKey) return false
      const next = positionAfter({ key, ctrlKey, isRightToLeft }, active, {
        ...size,
        page: pageRows,
      })
      if (!next) return false
      event.preventDefault()
      moveTo(next)
      return true
    },
    onFocus: ({ target }) => {
      hasFocus.current = true
      const position = positionOf(target)
      if (position && (position.row !== active.row || position.column !== active.column)) {
        select(position)
      }
    },
    onBlur: ({ relatedTarget, currentTarget }) => {
      // Without a next element the focused one may just have gone: that is seen after drawing.
      if (relatedTarget instanceof Node) hasFocus.current = currentTarget.contains(relatedTarget)
    },
  }
}

/** The cell that an element stands in. */
export function positionOf(target: EventTarget): Position | undefined {
  const cell = target instanceof Element ? target.closest('[data-cell]') : null
  const [row, column] = (cell?.getAttribute('data-cell') ?? '').split(',').map(Number)
  return row === undefined || column === undefined ? undefined : { row, column }
}
