import type { Selection } from '../../model/shown-rows.js'

export type Column =
  | { readonly kind: 'canonical' }
  | { readonly kind: 'system'; readonly system: string }
  | { readonly kind: 'comparison' }

/** The pinned canonical code, the systems shown, and for a pair how they compare. */
export function columnsOf({
  systems,
  pair,
}: Pick<Selection, 'systems' | 'pair'>): readonly Column[] {
  return [
    { kind: 'canonical' },
    ...systems.map((system) => ({ kind: 'system', system }) as const),
    ...(pair ? [{ kind: 'comparison' } as const] : []),
  ]
}

export function columnKey(column: Column): string {
  return column.kind === 'system' ? `system ${column.system}` : column.kind
}

export interface ColumnWidths {
  readonly pinned: number
  /** All columns at their narrowest. */
  readonly all: number
  /** For `grid-template-columns`. */
  readonly template: string
}

/** Where there is little room, the pinned column leaves most of it to the others. */
export function columnWidths(columns: number, room: number): ColumnWidths {
  const isNarrow = room < 560
  const pinned = isNarrow ? 116 : 220
  const other = isNarrow ? 186 : 190
  return {
    pinned,
    all: pinned + (columns - 1) * other,
    template: `minmax(${pinned}px, 1fr) repeat(${columns - 1}, minmax(${other}px, 1fr))`,
  }
}
