import { createReader } from '../../../solution/local/query/index.js'
import type { ReadRequest, ReadResult, Reader } from '../../../solution/local/query/index.js'
import { hostedSchema, hostedTable } from '../../../solution/local/schema/index.js'
import type { HostedSchema, HostedTable } from '../../../solution/local/schema/index.js'
import { openDatabase, quoted, quotedList } from '../../../solution/local/store/index.js'
import type { Store } from '../../../solution/local/store/index.js'
import { localTables } from '../../../solution/tables/index.js'

export const rootUrl = 'http://localhost/api/data/v9.2/'
/** The instant that the reader of a fixture takes as now. A Saturday. */
export const now = new Date('2026-11-21T10:30:00Z')
export const callerId = guid(1)

/** `guid(7)` -> `00000000-0000-0000-0000-000000000007` */
export function guid(number: number): string {
  return `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`
}

export type StoredRow = Readonly<Record<string, string | number | null>>

/** An in-memory database with a reader over it. Rows are put into the store as it holds them. */
export interface Fixture {
  readonly schema: HostedSchema
  readonly database: Store
  readonly reader: Reader
  readonly insert: (table: string, rows: readonly StoredRow[]) => void
  readonly get: (url: string, over?: Partial<ReadRequest>) => ReadResult
  /** The JSON body of a GET. */
  readonly body: (url: string, over?: Partial<ReadRequest>) => Row
  /** The rows of a GET's `value`. */
  readonly rows: (url: string, over?: Partial<ReadRequest>) => readonly Row[]
  readonly close: () => void
}

export type Row = Record<string, unknown>

export function openFixture(): Fixture {
  const schema = hostedSchema(localTables)
  const database = openDatabase(':memory:', schema)
  const reader = createReader(schema, database, () => now)
  let version = 1000
  const get = (url: string, over: Partial<ReadRequest> = {}): ReadResult => {
    const [path = '', search = ''] = url.split(/\?(.*)/s)
    return reader.retrieve({
      path,
      search,
      prefer: undefined,
      ifNoneMatch: undefined,
      rootUrl,
      callerId,
      ...over,
    })
  }
  return {
    schema,
    database,
    reader,
    get,
    insert: (name, rows) => {
      const table = hostedTable(schema, name)
      database.exec('BEGIN')
      for (const row of rows) insertRow(database, table, { versionnumber: ++version, ...row })
      database.exec('COMMIT')
    },
    body: (url, over) => bodyOf(get(url, over)),
    rows: (url, over) => bodyOf(get(url, over)).value as readonly Row[],
    close: () => {
      database.close()
    },
  }
}

function insertRow(database: Store, table: HostedTable, row: StoredRow): void {
  const names = Object.keys(row)
  const places = names.map((_, index) => `?${index + 1}`).join(', ')
  database
    .prepare(`INSERT INTO ${quoted(table.logicalName)} (${quotedList(names)}) VALUES (${places})`)
    .run(Object.values(row))
}

export function bodyOf({ text }: ReadResult): Row {
  return JSON.parse(text ?? 'null') as Row
}

/** What a call throws, for its code and message. */
export function refusalOf(call: () => unknown): { status: number; code: string; message: string } {
  try {
    call()
  } catch (error) {
    const { status, code, message } = error as { status: number; code: string; message: string }
    return { status, code, message }
  }
  throw new Error('Expected a refusal.')
}
