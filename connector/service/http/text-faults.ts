import type { ErrorDetail } from './errors.js'
import { mostDetails } from './errors.js'
import { shorten } from './shorten.js'

/**
 * What no store keeps as it is: control characters but tab and line ends, half of a surrogate pair,
 * and the two code points that are no characters.
 */
const unstorable = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u007f-\u009f])\p{Cc}/u

/** Bodies nest three deep: the request, a list's entries, the fields of a record. */
const deepest = 4

/** Texts (and property names) of a value that the store would refuse or change, with their places. */
export function textFaults(value: unknown): readonly ErrorDetail[] {
  const faults: ErrorDetail[] = []
  look(value, '', 0, faults)
  return faults
}

function look(value: unknown, path: string, depth: number, faults: ErrorDetail[]): void {
  if (faults.length >= mostDetails || depth > deepest) return
  if (typeof value === 'string') {
    if (unstorable.test(value)) faults.push(textFault(path, value))
  } else if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      look(entry, `${path}[${index}]`, depth + 1, faults)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value)) {
      const place = path === '' ? name : `${path}.${name}`
      if (unstorable.test(name)) faults.push(textFault(path, name))
      look(entry, place, depth + 1, faults)
    }
  }
}

function textFault(path: string, value: string): ErrorDetail {
  return {
    path,
    message: `${path} holds a control character or half of a character.`,
    value: shorten(value),
    expected: 'a text of whole characters; of control characters only tabs and line ends',
  }
}
