import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

import { integrationPayload } from '../../solution/tables/index.js'

/**
 * An item as the service accepted it: validated, defaults filled in, in the shape its job's payload
 * keeps. Exactly one of three contents: `fieldName` with `newValue`; `record`; `fieldName` with
 * `relatedTable` and `relatedExternalKey`.
 */
export interface SubmittedItem {
  readonly targetTable: string
  readonly externalKey?: string
  /** A GUID in lower case without braces. */
  readonly targetId?: string
  readonly codeList?: string
  /** ISO 8601 in UTC, whole seconds; absent: the job's Submitted Date Time. */
  readonly occurredDateTime?: string
  readonly fieldName?: string
  readonly newValue?: string | null
  readonly record?: Readonly<Record<string, string | number | boolean | null>>
  readonly relatedTable?: string
  /** Null clears the relationship. */
  readonly relatedExternalKey?: string | null
  /** Absent: the job's own source. */
  readonly relatedSourceSystemKey?: string
}

/** Items as text for the store: in the job's own row, or divided into payload rows. */
export interface EncodedPayload {
  /** Null where the text is longer than the job's column; then `parts` hold it. */
  readonly payload: string | null
  readonly parts: readonly string[]
}

const compress = promisify(gzip)
const decompress = promisify(gunzip)

/** Speed matters more than the last percent: a payload is read once or twice and then purged. */
const compression = { level: 1 }

/** Far above what the service accepts in one body; keeps a forged payload from filling memory. */
const expansion = { maxOutputLength: 256 * 1024 * 1024 }

/** Longest text of one memo column, in characters. */
const longestText = integrationPayload.columns.content.maxLength ?? 1_048_576

/** Items packed together in a long payload, so that it can be read piece by piece. */
const itemsPerGroup = 5_000

/** gzip + base64 of the items' JSON: one text, or payload rows where one column cannot hold it. */
export async function encodePayload(items: readonly SubmittedItem[]): Promise<EncodedPayload> {
  if (items.length <= itemsPerGroup) {
    const text = await packed(items)
    if (text.length <= longestText) return { payload: text, parts: [] }
  }
  return { payload: null, parts: await encodeRows(items) }
}

/** The items as payload rows, one or more. */
export async function encodeRows(items: readonly SubmittedItem[]): Promise<readonly string[]> {
  const rows: string[] = []
  for (let first = 0; first < items.length; first += itemsPerGroup) {
    rows.push(...groupRows(await packed(items.slice(first, first + itemsPerGroup))))
  }
  return rows
}

async function packed(items: readonly SubmittedItem[]): Promise<string> {
  return (await compress(JSON.stringify(items), compression)).toString('base64')
}

const groupMark = '|'

/** A group's rows: the first says how many there are. */
function groupRows(text: string): string[] {
  const room = longestText - 10
  const rows: string[] = []
  for (let start = 0; start < text.length; start += room) rows.push(text.slice(start, start + room))
  return rows.map((row, index) => (index === 0 ? `${rows.length}${groupMark}${row}` : row))
}

/** Reads a long payload group by group; a group is one payload row or a few. */
export const payloadGroups = {
  /** How many rows the group has that begins with this row. */
  rowsOf: (firstRow: string): number => Number.parseInt(firstRow, 10),
  /** The items of a group, given all its rows in their order. */
  decode: (rows: readonly string[]): Promise<readonly SubmittedItem[]> => {
    const text = rows.join('')
    return decodePayload(text.slice(text.indexOf(groupMark) + groupMark.length))
  },
} as const

/** All items of a payload that is divided into rows. */
export async function decodeParts(parts: readonly string[]): Promise<readonly SubmittedItem[]> {
  const items: SubmittedItem[] = []
  for (let at = 0; at < parts.length;) {
    const count = payloadGroups.rowsOf(parts[at] ?? '')
    if (!(count > 0)) throw new Error(`Part ${at} of the payload does not begin a group.`)
    for (const item of await payloadGroups.decode(parts.slice(at, at + count))) items.push(item)
    at += count
  }
  return items
}

/**
 * The items of a payload that is one text.
 *
 * @throws Error where the text is no payload of ours, for example because a part is missing.
 */
export async function decodePayload(text: string): Promise<readonly SubmittedItem[]> {
  const json = await decompress(Buffer.from(text, 'base64'), expansion)
  return JSON.parse(json.toString('utf8')) as readonly SubmittedItem[]
}
