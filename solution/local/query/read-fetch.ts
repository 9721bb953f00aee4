import { parseFetch } from './fetch/fetch-query.js'
import { compileFetch } from './fetch/fetch-compiler.js'
import { annotation, largestPage } from './preferences.js'
import type { Preferences } from './preferences.js'
import { contextUrl } from './present/context-url.js'
import type { QueryRunner } from './query-runner.js'
import type { QueryString } from './query-string.js'
import { bodyText, rowTexts } from './read-collection.js'
import type { RowsTarget } from './read-collection.js'
import { jsonResult } from './read-contract.js'
import type { ReadRequest, ReadResult } from './read-contract.js'
import { refuseQuery } from './refuse.js'

const morePagesMember = '@Microsoft.Dynamics.CRM.morerecords'
const cookieMember = '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'

/** Answers `fetchXml=`: pages by the query's own `count` and `page`. */
export function readFetch(
  runner: QueryRunner,
  { table, parent }: RowsTarget,
  { options }: QueryString,
  preferences: Preferences,
  request: ReadRequest,
  now: Date,
): ReadResult {
  const beside = [...options.keys()].find((name) => name.startsWith('$'))
  if (beside !== undefined) refuseQuery(`The query option ${beside} cannot be used with fetchXml.`)
  if (parent) refuseQuery('fetchXml reads a whole set, not the rows related to one.')
  const query = parseFetch(options.get('fetchXml') ?? '')
  const compiled = compileFetch(runner.schema, table, query, preferences.annotations.size > 0)
  const size = query.top ?? query.count ?? preferences.pageSize ?? largestPage
  const offset = (query.page - 1) * size
  const context = {
    literals: compiled.literals,
    now,
    callerId: request.callerId,
    given: { limit: size + 1, offset, countLimit: largestPage + 1 },
  }
  const found = runner.rows(compiled.rows, context)
  const more = query.top === null && found.length > size
  const rows = found.slice(0, size)
  const head = {
    '@odata.context': contextUrl(request.rootUrl, table.entitySetName),
    ...(query.totalCount || preferences.annotations.has(annotation.totalCount)
      ? totals(query.totalCount ? Number(runner.row(compiled.count, context)?.[0] ?? 0) : null)
      : {}),
    ...(more ? { [cookieMember]: cookie(query.page + 1), [morePagesMember]: true } : {}),
  }
  return jsonResult(
    bodyText(head, rowTexts(rows, compiled, preferences), null),
    rows.length,
    preferences.applied === '' ? {} : { 'Preference-Applied': preferences.applied },
  )
}

function totals(count: number | null): Record<string, unknown> {
  return {
    [`@${annotation.totalCount}`]: count === null ? -1 : Math.min(count, largestPage),
    [`@${annotation.totalCountExceeded}`]: (count ?? 0) > largestPage,
  }
}

/** Pages are found by their number, so the cookie says no more than that. */
function cookie(page: number): string {
  return `<cookie pagenumber="${page}" pagingcookie="" istracking="False" />`
}
