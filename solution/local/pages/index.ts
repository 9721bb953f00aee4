import type { HostedSchema } from '../schema/index.js'
import type { Store } from '../store/index.js'
import { readGridRequest } from './addresses.js'
import { frontPage } from './front-page.js'
import { gridPage } from './grid-page.js'
import { html } from './html.js'
import { page, pageHeaders } from './page.js'
import type { PageContent } from './page.js'
import { recordPage } from './record-page.js'
import { RowReader } from './rows.js'

export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Answers a GET of `path` (still percent-encoded, without query) and `search` (with or without its
 * `?`); null where no page is at that path.
 */
export type Pages = (path: string, search: string) => PageAnswer | null

/**
 * The hosted tables as pages a person can read: `/tables/` the overview, `/tables/<set>`
 * a table, `/tables/<set>/<id>` one row. They are drawn from the schema alone and change nothing, so
 * that tables without views and forms, as those of the platform, can be read, too.
 */
export function createPages(schema: HostedSchema, store: Store): Pages {
  const reader = new RowReader(store)
  const answer = (status: number, content: PageContent): PageAnswer => ({
    status,
    headers: pageHeaders,
    body: page(schema, content),
  })
  const missing = (what: string) =>
    answer(404, {
      title: 'Not found',
      main: html`<h1>Not found</h1>
        <p>${what}</p>`,
    })

  return (path, search) => {
    if (path === '/tables' || path === '/tables/') return answer(200, frontPage(schema, reader))
    const [, root, set, id, ...rest] = path.split('/').map(decoded)
    if (root !== 'tables' || set === undefined) return null
    const table = schema.byEntitySetName.get(set)
    if (!table) return missing(`No table is hosted as "${set}".`)
    if (id === undefined || id === '') {
      return answer(200, gridPage(schema, reader, table, readGridRequest(table, search)))
    }
    const row = rest.length > 0 ? undefined : reader.row(table, id.toLowerCase())
    return row
      ? answer(200, recordPage(schema, reader, table, row))
      : missing(`${table.pluralLabel} have no row "${[id, ...rest].join('/')}".`)
  }
}

/** Text that is no valid percent-encoding names nothing, and stays as it is. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
