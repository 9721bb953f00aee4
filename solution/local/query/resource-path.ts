import { DataverseError } from '../errors.js'
import { refuseQuery, refuseSegment } from './refuse.js'

/** A value in a key, as written: `'abc'`, `12`, `true`, `2026-11-21`, a GUID. */
export interface KeyValue {
  readonly kind: 'text' | 'guid' | 'plain'
  readonly value: string
}

export type ResourceKey =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'alternate'; readonly values: Readonly<Record<string, KeyValue>> }

/** One step along a property, for example `parentcustomerid_account` or `contact_accounts(guid)`. */
export interface PathStep {
  readonly name: string
  readonly key: ResourceKey | null
}

export type PathSuffix = '$ref' | '$value' | '$count'

/**
 * A path below the service root. `contacts(guid)/parentcustomerid_account/$ref` has the set
 * `contacts`, an id, one step and a suffix. Whether the names exist is for the reader to say.
 */
export interface ResourcePath {
  readonly entitySet: string
  readonly key: ResourceKey | null
  readonly steps: readonly PathStep[]
  readonly suffix: PathSuffix | null
  /** The bound action or function (or cast) at the end, without `Microsoft.Dynamics.CRM.`. */
  readonly operation: string | null
}

const guidPattern = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i
const namePattern = /^[A-Za-z_$][\w$.]*$/
const namespacePrefix = 'Microsoft.Dynamics.CRM.'
/** The platform refuses these in key values, encoded or not. */
const refusedInKeys = /[/<>*%&:\\?+#]/
const longestPath = 8_192

export function isGuid(text: string): boolean {
  return guidPattern.test(text)
}

/** A GUID in the form rows hold it: lower case, no braces. */
export function normalGuid(text: string): string {
  return text.toLowerCase().replace(/[{}]/g, '')
}

/**
 * Parses a path below the service root, still percent-encoded and without its query:
 * `contacts(guid)`, `set(key='v',other=1)`, `set/$count`, `contacts(guid)/name/$value`,
 * `set/Microsoft.Dynamics.CRM.CreateMultiple`.
 *
 * Throws a `DataverseError` (400) that names the segment when the path is not well formed, or when a key
 * value holds one of the characters that the platform refuses in URLs.
 */
export function parseResourcePath(path: string): ResourcePath {
  if (path.length > longestPath) {
    throw new DataverseError('badKeyUrl', `The path is longer than ${longestPath} characters.`)
  }
  const segments = splitOutsideQuotes(decode(path), '/').filter((segment) => segment !== '')
  const [first, ...rest] = segments.map(parseSegment)
  if (!first) throw new DataverseError('badKeyUrl', 'The request names no resource.')

  const last = rest.at(-1)
  const suffix = last && isSuffix(last.name) ? last.name : null
  if (suffix) rest.pop()
  const end = rest.at(-1)
  const operation = end?.name.startsWith(namespacePrefix)
    ? end.name.slice(namespacePrefix.length)
    : null
  if (operation !== null) rest.pop()
  const stray = rest.find((step) => step.name.startsWith('$'))
  if (stray) refuseSegment(stray.name)
  return { entitySet: first.name, key: first.key, steps: rest, suffix, operation }
}

function isSuffix(name: string): name is PathSuffix {
  return name === '$ref' || name === '$value' || name === '$count'
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new DataverseError('badKeyUrl', `The path '${path}' holds a malformed percent-encoding.`)
  }
}

function parseSegment(segment: string): PathStep {
  const open = segment.indexOf('(')
  const name = open < 0 ? segment : segment.slice(0, open)
  if (!namePattern.test(name)) {
    throw new DataverseError('badKeyUrl', `Bad segment '${segment}': expected a name.`)
  }
  if (open < 0) return { name, key: null }
  if (!segment.endsWith(')')) {
    throw new DataverseError('badKeyUrl', `Bad segment '${segment}': expected ')' at its end.`)
  }
  return { name, key: parseKey(segment, segment.slice(open + 1, -1)) }
}

function parseKey(segment: string, inside: string): ResourceKey | null {
  const trimmed = inside.trim()
  if (trimmed === '') return null
  if (isGuid(trimmed)) return { kind: 'id', id: normalGuid(trimmed) }

  const values: Record<string, KeyValue> = {}
  for (const part of splitOutsideQuotes(trimmed, ',')) {
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(equals, 0)).trim()
    if (!namePattern.test(name)) {
      refuseQuery(`Bad key '${part}' in '${segment}': expected a GUID or name=value.`)
    }
    if (Object.hasOwn(values, name)) refuseQuery(`The key '${segment}' names '${name}' twice.`)
    values[name] = parseKeyValue(segment, part.slice(equals + 1).trim())
  }
  return { kind: 'alternate', values }
}

function parseKeyValue(segment: string, text: string): KeyValue {
  const value = text.startsWith("'") ? unquote(segment, text) : text
  const refused = refusedInKeys.exec(value)
  if (refused) {
    throw new DataverseError(
      'badKeyUrl',
      `A potentially dangerous Request.Path value was detected from the client (${refused[0]}). ` +
        `Key values in URLs may not hold / < > * % & : \\ ? + or #.`,
    )
  }
  if (text.startsWith("'")) return { kind: 'text', value }
  if (value === '' || /['"()\s]/.test(value)) {
    refuseQuery(`Bad key value '${text}' in '${segment}': expected a literal.`)
  }
  return isGuid(value) ? { kind: 'guid', value: normalGuid(value) } : { kind: 'plain', value }
}

function unquote(segment: string, text: string): string {
  const inside = text.slice(1, -1)
  const closed = text.length > 1 && text.endsWith("'")
  if (!closed || inside.replaceAll("''", '').includes("'")) {
    refuseQuery(`Unterminated or unescaped text ${text} in '${segment}'.`)
  }
  return inside.replaceAll("''", "'")
}

/** Splits at `separator`, but not inside a quoted text (where a quote is written twice). */
function splitOutsideQuotes(text: string, separator: '/' | ','): readonly string[] {
  const parts: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === "'") quoted = !quoted
    else if (character === separator && !quoted) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}
