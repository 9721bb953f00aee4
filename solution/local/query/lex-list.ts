import { refuseQuery, refuseSyntax } from './refuse.js'

export interface LexedList {
  readonly values: readonly string[]
  /** Where the text goes on after the closing bracket. */
  readonly end: number
}

const bare = /[\w.:+-]+/y
const blank = /\s*/y

/**
 * Reads `['a','b']`, `["O'Brian"]` or `[1,2]` from its opening bracket on. It is JSON that allows
 * single quotes, as the platform reads it: a quote is never doubled, values may be bare.
 */
export function lexList(source: string, start: number): LexedList {
  const values: string[] = []
  let at = skipBlank(source, start + 1)
  if (source[at] === ']') return { values, end: at + 1 }
  for (;;) {
    at = readValue(source, at, values)
    at = skipBlank(source, at)
    if (source[at] === ']') return { values, end: at + 1 }
    if (source[at] !== ',') {
      refuseQuery(
        `Invalid JSON. A comma character ',' was expected in scope 'Array' at position ${at}. ` +
          'Every two elements in an array and properties of an object must be separated by commas.',
      )
    }
    at = skipBlank(source, at + 1)
  }
}

function skipBlank(source: string, at: number): number {
  blank.lastIndex = at
  return at + (blank.exec(source)?.[0].length ?? 0)
}

function readValue(source: string, at: number, values: string[]): number {
  const quote = source[at]
  if (quote === '"' || quote === "'") {
    let end = source.indexOf(quote, at + 1)
    while (end > 0 && isEscaped(source, end)) end = source.indexOf(quote, end + 1)
    if (end < 0) refuseSyntax(source, at, 'There is an unterminated literal.')
    const inside = source.slice(at + 1, end)
    values.push(inside.includes('\\') ? unescaped(source, at, inside) : inside)
    return end + 1
  }
  bare.lastIndex = at
  const value = bare.exec(source)?.[0]
  if (value === undefined) refuseSyntax(source, at, 'Expected a value or the end of the array.')
  values.push(value)
  return at + value.length
}

/** An odd number of backslashes before the quote escapes it. */
function isEscaped(source: string, quote: number): boolean {
  let backslashes = 0
  while (source[quote - 1 - backslashes] === '\\') backslashes += 1
  return backslashes % 2 === 1
}

function unescaped(source: string, at: number, inside: string): string {
  try {
    const json = inside.replace(/\\'/g, "'").replace(/(?<!\\)((?:\\\\)*)"/g, '$1\\"')
    return JSON.parse(`"${json}"`) as string
  } catch {
    return refuseSyntax(source, at, 'A backslash starts no known escape.')
  }
}
