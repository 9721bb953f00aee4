/** The rows to draw: those in sight and some around, and the one that has the focus. */
export function rowWindow(options: {
  readonly rowHeight: number
  readonly rows: number
  readonly scrollTop: number
  readonly height: number
  /** Kept drawn wherever it is, or the focus would be lost with it. */
  readonly focused: number
}): readonly number[] {
  const { rowHeight, rows, scrollTop, height, focused } = options
  const around = 4
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - around)
  const last = Math.min(rows - 1, Math.ceil((scrollTop + height) / rowHeight) + around)
  const drawn = []
  for (let row = first; row <= last; row += 1) drawn.push(row)
  if (focused < 0 || focused >= rows) return drawn
  if (focused < first) return [focused, ...drawn]
  return focused > last ? [...drawn, focused] : drawn
}
