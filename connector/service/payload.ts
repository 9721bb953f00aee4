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

/** gzip + base64 of the items' JSON, divided where one column cannot hold it. */
export async function encodePayload(items: readonly SubmittedItem[]): Promise<EncodedPayload> {
  const compressed = await compress(JSON.stringify(items), compression)
  const text = compressed.toString('base64')
  if (text.length <= longestText) return { payload: text, parts: [] }
  const parts: string[] = []
  for (let start = 0; start < text.length; start += longestText) {
    parts.push(text.slice(start, start + longestText))
  }
  return { payload: null, parts }
}

/**
 * The items of `encodePayload`'s text (parts joined in their order).
 *
 * @throws Error where the text is no payload of ours, for example because a part is missing.
 */
export async function decodePayload(text: string): Promise<readonly SubmittedItem[]> {
  const json = await decompress(Buffer.from(text, 'base64'), expansion)
  return JSON.parse(json.toString('utf8')) as readonly SubmittedItem[]
}
