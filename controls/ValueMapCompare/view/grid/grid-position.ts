/** A cell of the grid: row 0 is the header, column 0 the canonical code. */
export interface Position {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  /** The header counted. */
  readonly rows: number
  readonly columns: number
  /** Rows in sight. */
  readonly page: number
}

export interface GridKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly isRightToLeft: boolean
}

/** Where a key leads from here, as in the ARIA grid pattern; undefined for keys that lead nowhere. */
export function positionAfter(
  key: GridKey,
  { row, column }: Position,
  { rows, columns, page }: GridSize,
): Position | undefined {
  const forward = key.isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const moved = ((): Position | undefined => {
    switch (key.key) {
      case 'ArrowUp':
        return { row: row - 1, column }
      case 'ArrowDown':
        return { row: row + 1, column }
      case 'ArrowLeft':
      case 'ArrowRight':
        return { row, column: column + (key.key === forward ? 1 : -1) }
      case 'PageUp':
        return { row: Math.max(row - page, Math.min(row, 1)), column }
      case 'PageDown':
        return { row: row + page, column }
      case 'Home':
        return { row: key.ctrlKey ? 0 : row, column: 0 }
      case 'End':
        return { row: key.ctrlKey ? rows - 1 : row, column: columns - 1 }
      default:
        return undefined
    }
  })()
  return moved && withinGrid(moved, { rows, columns })
}

/** The nearest cell that there is. */
export function withinGrid(
  { row, column }: Position,
  { rows, columns }: Pick<GridSize, 'rows' | 'columns'>,
): Position {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  }
}
