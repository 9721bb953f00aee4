import type { RowOutcome, RowUpdate } from '../row-writes.js'
import type { BatchAnswer } from './batch-message.js'

/** The row is not in the version that was asked for. */
const versionMismatch = '0x80060882'

/** What became of a write, from its answer; `id`: the row's, where the write names it. */
export function outcomeOf(answer: BatchAnswer | undefined, id?: string): RowOutcome {
  if (!answer) return { outcome: 'refused', message: '' }
  if (answer.status >= 200 && answer.status < 300) {
    return { outcome: 'done', id: id ?? idOf(answer) }
  }
  const { code = '', message = '' } = errorOf(answer.body)
  return code.toLowerCase() === versionMismatch
    ? { outcome: 'overtaken' }
    : { outcome: 'refused', message: message || `HTTP ${answer.status}` }
}

/** The message of whatever was thrown: the platform rejects with objects that are no errors. */
export function refusalOf(error: unknown): RowOutcome {
  const { message } = (typeof error === 'object' && error ? error : {}) as { message?: unknown }
  return { outcome: 'refused', message: typeof message === 'string' ? message : String(error) }
}

type Row = Readonly<Record<string, unknown>>

/** Whether the row is still as the person saw it. */
export function isAsSeen({ seen }: RowUpdate, row: Row): boolean {
  if (seen.etag !== undefined && row['@odata.etag'] !== seen.etag) return false
  return Object.entries(seen.values).every(([name, value]) => same(row[name], value))
}

/** The columns to read before an update that is to be compared. */
export function selectOf({ seen, changes }: RowUpdate): string {
  const seenColumns = Object.keys(seen.values)
  // Without a column the platform would hand out the whole row.
  const written = Object.keys(changes).filter((name) => !name.includes('@'))
  return `?$select=${(seenColumns.length > 0 ? seenColumns : written.slice(0, 1)).join(',')}`
}

/** Empty text and no value are one to the platform; moments count, not how they are written. */
function same(one: unknown, other: unknown): boolean {
  const a = one ?? ''
  const b = other ?? ''
  if (a === b) return true
  if (typeof a !== 'string' || typeof b !== 'string') return false
  return isMoment(a) && isMoment(b) && Date.parse(a) === Date.parse(b)
}

const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text)

function errorOf(body: unknown): { readonly code?: string; readonly message?: string } {
  return (body as { readonly error?: object } | undefined)?.error ?? {}
}

function idOf({ headers }: BatchAnswer): string {
  return /\(([^()]+)\)$/.exec(headers.get('odata-entityid') ?? '')?.[1] ?? ''
}
