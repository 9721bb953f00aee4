/**
 * What kind of literal a query holds. Queries that differ only in the values of their literals
 * share one compiled plan, so everything a plan depends on must show in the class:
 *
 * - `text`: plain ASCII. `pattern`: ASCII with `%` or `_`. `wideText`: with `[`, or not ASCII.
 * - `number`, `guid`, `date` (`2026-11-21`), `dateTime` (with time and offset).
 * - `list`: the values of an array, each as text.
 */
export type LiteralClass =
  'text' | 'pattern' | 'wideText' | 'number' | 'guid' | 'date' | 'dateTime' | 'list'

/** `value`: milliseconds since 1970 for a dateTime, a number for a number, else text. */
export interface Literal {
  readonly class: LiteralClass
  readonly value: string | number | readonly string[]
}

export function textLiteral(value: string): Literal {
  return { class: textClass(value), value }
}

/** ASCII letters are the only ones that SQLite compares without regard to case. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false
  return true
}

function textClass(value: string): LiteralClass {
  if (value.includes('[') || !isAscii(value)) return 'wideText'
  return value.includes('%') || value.includes('_') ? 'pattern' : 'text'
}

/** A literal's name in messages, as the platform puts it. */
export function edmTypeOfLiteral(literal: LiteralClass): string {
  switch (literal) {
    case 'text':
    case 'pattern':
    case 'wideText':
      return 'Edm.String'
    case 'number':
      return 'Edm.Decimal'
    case 'guid':
      return 'Edm.Guid'
    case 'date':
      return 'Edm.Date'
    case 'dateTime':
      return 'Edm.DateTimeOffset'
    case 'list':
      return 'Collection(Edm.String)'
  }
}
