import type { HostedTable } from '../schema/index.js'
import type { RowFinder } from '../write/row-finder.js'
import { noSuchRow } from '../write/row-finder.js'
import { contextUrl } from './present/context-url.js'
import type { JsonRow } from './present/annotate.js'
import type { Preferences } from './preferences.js'
import type { QueryRunner } from './query-runner.js'
import type { QueryString } from './query-string.js'
import { readCollection } from './read-collection.js'
import type { RowsTarget } from './read-collection.js'
import { jsonResult } from './read-contract.js'
import type { ReadRequest, ReadResult } from './read-contract.js'

/** The address of one row, for `contacts(id)/parentcustomerid_account/$ref`. */
export function readReference(
  finder: RowFinder,
  table: HostedTable,
  id: string,
  { rootUrl }: ReadRequest,
): ReadResult {
  if (!finder.exists(table, id)) throw noSuchRow(table, id)
  return jsonResult(
    JSON.stringify({
      '@odata.context': contextUrl(rootUrl, '$ref'),
      '@odata.id': addressOf(rootUrl, table, id),
    }),
    1,
  )
}

/** The addresses of a page of rows, for `accounts(id)/contact_customer_accounts/$ref`. */
export function readReferences(
  runner: QueryRunner,
  target: RowsTarget,
  query: QueryString,
  preferences: Preferences,
  request: ReadRequest,
  now: Date,
): ReadResult {
  const { table } = target
  const options = new Map([...query.options, ['$select', table.primaryId]])
  const page = readCollection(
    runner,
    target,
    { ...query, options },
    { ...preferences, annotations: new Set() },
    request,
    now,
  )
  const { value, ...rest } = JSON.parse(page.text ?? '{}') as { readonly value: readonly JsonRow[] }
  const body = {
    ...rest,
    '@odata.context': contextUrl(request.rootUrl, 'Collection($ref)'),
    value: value.map((row) => ({
      '@odata.id': addressOf(request.rootUrl, table, String(row[table.primaryId])),
    })),
  }
  return { ...page, text: JSON.stringify(body) }
}

function addressOf(rootUrl: string, table: HostedTable, id: string): string {
  return `${rootUrl}${table.entitySetName}(${id})`
}
