import { integrationSyncJob } from '../../tables/index.js'
import type { HostedSchema } from '../schema/index.js'
import { gridAddress } from './addresses.js'
import { html } from './html.js'
import type { Html } from './html.js'
import { linkedCount } from './job-counts.js'
import { navigationOf } from './navigation.js'
import type { PageContent } from './page.js'
import { rowTable } from './row-table.js'
import type { RowReader } from './rows.js'
import { viewOf } from './views.js'

const shownJobs = 20
const everything = { filters: new Map<string, string>(), search: '' }

/** Where the app opens: the latest jobs with their outcome, and how much each table holds. */
export function frontPage(schema: HostedSchema, reader: RowReader): PageContent {
  const areas = navigationOf(schema).map(
    ({ label, tables }) =>
      html`<section>
        <h2>${label}</h2>
        <dl>
          ${tables.map(
            (table) =>
              html`<div>
                <dt><a href="${gridAddress(table)}">${table.pluralLabel}</a></dt>
                <dd>${reader.count(table, everything).toLocaleString('en')}</dd>
              </div>`,
          )}
        </dl>
      </section>`,
  )
  return {
    title: 'Overview',
    main: html`<h1>Overview</h1>
      ${latestJobs(schema, reader)} ${areas}`,
  }
}

function latestJobs(schema: HostedSchema, reader: RowReader): Html {
  const table = schema.tables.get(integrationSyncJob.logicalName)
  if (!table) return html``
  const { columns, order } = viewOf(table)
  const rows = reader.rows(table, { ...everything, order, offset: 0, limit: shownJobs })
  const jobs =
    rows.length === 0
      ? html`<p class="quiet">No job was submitted yet.</p>`
      : rowTable(schema, reader, {
          caption: 'Latest jobs',
          table,
          columns,
          rows,
          replace: (column, row, shown) => linkedCount(schema, column, row, shown),
        })
  return html`<section>
    <h2>Latest jobs</h2>
    ${jobs}
    <p><a href="${gridAddress(table)}">All jobs</a></p>
  </section>`
}
