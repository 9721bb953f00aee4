import { mostDetails } from './errors.js'
import type { ErrorDetail } from './errors.js'
import { pathOf } from './place.js'
import type { Place } from './place.js'
import { shorten } from './shorten.js'

/** What no plain text has: a control character, a half of a pair, a code point that is none. */
const suspicious = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/

/**
 * What no store keeps as it is: control characters but tab and line ends, half of a surrogate pair,
 * and the two code points that are no characters.
 */
const unstorable = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/u

/** Bodies nest four deep: the request, its list, an entry, the fields of a record. */
const deepest = 4

/** Texts (and property names) of a value that the store would refuse or change, with their places. */
export function textFaults(value: unknown): readonly ErrorDetail[] {
  const faults: ErrorDetail[] = []
  look(value, null, 0, faults)
  return faults
}

function look(value: unknown, place: Place | null, depth: number, faults: ErrorDetail[]): void {
  if (typeof value === 'string') {
    if (isUnstorable(value)) faults.push(textFault(place, value))
    return
  }
  if (typeof value !== 'object' || value === null || depth === deepest) return
  if (Array.isArray(value)) {
    for (let key = 0; key < value.length && faults.length < mostDetails; key++) {
      look(value[key], { owner: place, key }, depth + 1, faults)
    }
    return
  }
  const entries = value as Readonly<Record<string, unknown>>
  for (const key in entries) {
    if (faults.length >= mostDetails) return
    const entry = { owner: place, key }
    if (isUnstorable(key)) faults.push(textFault(entry, key))
    look(entries[key], entry, depth + 1, faults)
  }
}

function isUnstorable(text: string): boolean {
  return suspicious.test(text) && unstorable.test(text)
}

function textFault(place: Place | null, value: string): ErrorDetail {
  const path = pathOf(place)
  const expected = 'a text of whole characters; of control characters only tabs and line ends'
  const message = `${path} holds a control character or half of a character, expected ${expected}.`
  return { path, message, value: shorten(value), expected }
}
