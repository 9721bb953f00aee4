import { createHash } from 'node:crypto'

import type { Unit } from './feed.js'

/**
 * How far the events of a feed were told. Rows become visible some time after the second that they
 * bear, in any order. So what is younger than that time is told at once and remembered by key; what
 * is older is complete, and one second says that all of it was told.
 */
export interface Cursor {
  /** All units before this second were told. */
  readonly from: number
  /** Short keys of the units from there on that were told, each with its second. */
  readonly told: ReadonlyMap<string, number>
  /** Where a long stretch is being gone through page by page. */
  readonly stretch?: { readonly until: number; readonly cookie: string | undefined }
  /** Where the events of one unit are being told page by page. */
  readonly within?: { readonly key: string; readonly cookie: string }
}

/** What a cursor remembers a unit by: 48 bits of its key's hash. */
export function shortKey({ key }: Pick<Unit, 'key'>): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 8)
}

export function wasTold({ told }: Cursor, unit: Unit): boolean {
  return told.has(shortKey(unit))
}

/** The cursor after these units were told too. */
export function withTold(cursor: Cursor, units: readonly Unit[]): Cursor {
  const told = new Map(cursor.told)
  for (const unit of units) told.set(shortKey(unit), unit.time)
  return { ...cursor, told }
}

/** The cursor when all before a second was told. */
export function movedTo(cursor: Cursor, from: number): Cursor {
  const told = [...cursor.told].filter(([, time]) => time >= from)
  return { from, told: new Map(told), ...(cursor.within ? { within: cursor.within } : {}) }
}

/** JSON by which `readCursor` gives the same cursor. */
export function writeCursor({ from, told, stretch, within }: Cursor): readonly unknown[] {
  const bySecond = new Map<number, string>()
  for (const [key, time] of told) bySecond.set(time, (bySecond.get(time) ?? '') + key)
  const text = [...bySecond].map(([time, keys]) => `${(time - from).toString(36)}:${keys}`).join()
  return [
    from,
    text,
    stretch ? [stretch.until, stretch.cookie ?? null] : null,
    within ? [within.key, within.cookie] : null,
  ]
}

/** Undefined for what `writeCursor` did not write. */
export function readCursor(content: unknown): Cursor | undefined {
  if (!Array.isArray(content)) return undefined
  const [from, text, stretch, within] = content as readonly unknown[]
  if (typeof from !== 'number' || typeof text !== 'string') return undefined
  const told = text.split(',').flatMap((group) => keysOf(group, from))
  return {
    from,
    told: new Map(told),
    ...(Array.isArray(stretch) ? { stretch: stretchOf(stretch as readonly unknown[]) } : {}),
    ...(Array.isArray(within) ? { within: withinOf(within as readonly unknown[]) } : {}),
  }
}

function keysOf(group: string, from: number): readonly (readonly [string, number])[] {
  const [offset = '', keys = ''] = group.split(':')
  const time = from + Number.parseInt(offset, 36)
  return (keys.match(/.{8}/g) ?? []).map((key) => [key, time] as const)
}

function stretchOf([until, cookie]: readonly unknown[]) {
  return { until: Number(until), cookie: typeof cookie === 'string' ? cookie : undefined }
}

function withinOf([key, cookie]: readonly unknown[]) {
  return { key: String(key), cookie: String(cookie) }
}
