import { randomInt } from 'node:crypto'

import type { Counters } from '../store/index.js'

/** The platform starts a table's automatic numbers here. */
const firstNumber = 1_000
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'
const placeholder = /\{(SEQNUM|RANDSTRING|DATETIMEUTC):([^{}]*)\}/g

/**
 * The next value of an automatic number, for example `JOB-{SEQNUM:6}` -> `JOB-001000`. Knows
 * `{SEQNUM:digits}`, `{RANDSTRING:length}` and `{DATETIMEUTC:pattern}` (`now` is ISO 8601, UTC).
 */
export function autoNumber(counter: string, format: string, counters: Counters, now: string) {
  return format.replace(placeholder, (_, kind: string, argument: string) => {
    if (kind === 'SEQNUM') {
      return String(counters.next(counter, firstNumber)).padStart(Number(argument), '0')
    }
    return kind === 'RANDSTRING' ? randomText(Number(argument)) : formatted(now, argument)
  })
}

function randomText(length: number): string {
  let text = ''
  for (let at = 0; at < length; at += 1) text += letters[randomInt(letters.length)] ?? ''
  return text
}

/** The parts of .NET's custom date patterns that such formats are made of. */
function formatted(now: string, pattern: string): string {
  const parts: Readonly<Record<string, string>> = {
    yyyy: now.slice(0, 4),
    yy: now.slice(2, 4),
    MM: now.slice(5, 7),
    dd: now.slice(8, 10),
    HH: now.slice(11, 13),
    hh: String(((Number(now.slice(11, 13)) + 11) % 12) + 1).padStart(2, '0'),
    mm: now.slice(14, 16),
    ss: now.slice(17, 19),
  }
  return pattern.replace(/yyyy|yy|MM|dd|HH|hh|mm|ss/g, (part) => parts[part] ?? part)
}
