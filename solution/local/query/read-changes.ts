import { planChanges, planLatestVersion } from './change-plans.js'
import type { ChangePlan } from './change-plans.js'
import { deltaToken, versionOfToken } from './delta-token.js'
import { decodeCookie, encodeCookie } from './paging-cookie.js'
import type { PagingCookie } from './paging-cookie.js'
import { contextUrl, selectionText } from './present/context-url.js'
import { largestPage } from './preferences.js'
import type { Preferences } from './preferences.js'
import type { QueryRunner } from './query-runner.js'
import { withoutOption } from './query-string.js'
import type { QueryString } from './query-string.js'
import { fingerprintOf, nextLink, rowTexts } from './read-collection.js'
import type { RowsTarget } from './read-collection.js'
import { jsonResult, textResult } from './read-contract.js'
import type { ReadRequest, ReadResult } from './read-contract.js'
import { refuseQuery } from './refuse.js'
import { lexQuery, parseRowQuery } from './row-query.js'
import type { LexedQuery } from './row-query.js'
import type { BindContext, SqlValue } from './sql/statement-builder.js'

interface CachedChangePlan extends ChangePlan {
  readonly selection: string
}

/** Where a page of changes starts: among the rows written, or among those deleted. */
interface Position {
  readonly list: 'changed' | 'deleted'
  readonly version: number
  readonly id: string
}

const refusedOptions = ['$filter', '$orderby', '$expand', '$top', '$apply']
const start: Position = { list: 'changed', version: -1, id: '' }

/**
 * Answers `Prefer: odata.track-changes` and `$deltatoken`: all rows, or those written since the
 * token, and then (only since a token) the ids of those deleted. The last page has the delta link
 * to go on from, which holds everything written after the first page was asked for.
 */
export function readChanges(
  runner: QueryRunner,
  target: RowsTarget,
  { options, aliases }: QueryString,
  preferences: Preferences,
  request: ReadRequest,
  now: Date,
): ReadResult {
  refuseOptions(target, options)
  const { table } = target
  const lexed = lexQuery(options, aliases)
  const plan = planFor(runner, target, lexed, preferences)
  const token = options.get('$deltatoken')
  const since = token === undefined ? -1 : versionOfToken(token, now)
  const query = fingerprintOf(target, `changes|${token ?? ''}`)
  const skip = options.get('$skiptoken')
  const cookie = skip === undefined ? null : decodeCookie(skip, query)
  const until = cookie?.version ?? latestVersion(runner, target, now)
  const size = preferences.pageSize ?? largestPage
  const context = { literals: lexed.literals, now, callerId: request.callerId }
  const page = readPage(
    runner,
    plan,
    positionOf(cookie),
    size,
    (position, limit) => ({
      ...context,
      given: { since, until, limit, afterVersion: position.version, afterId: position.id },
    }),
    token !== undefined,
  )

  const deleted = page.deleted.map((row) => deletedText(request.rootUrl, table.entitySetName, row))
  const rows = [...rowTexts(page.changed, plan, preferences), ...deleted]
  const fragment = `${table.entitySetName}${plan.selection}${token === undefined ? '' : '/$delta'}`
  const link = page.next
    ? {
        '@odata.nextLink': nextLink(
          request,
          encodeCookie(cookieFor(cookie, page.next, query, until)),
        ),
      }
    : { '@odata.deltaLink': deltaLink(request, deltaToken(until, now)) }
  const head = { '@odata.context': contextUrl(request.rootUrl, fragment), ...link }
  return jsonResult(
    `${JSON.stringify(head).slice(0, -1)},"value":[${rows.join(',')}]}`,
    rows.length,
    preferences.applied === '' ? {} : { 'Preference-Applied': preferences.applied },
  )
}

/** Answers `/$count?$deltatoken=`: how many rows were written or deleted since. */
export function countChanges(
  runner: QueryRunner,
  target: RowsTarget,
  { options, aliases }: QueryString,
  preferences: Preferences,
  { callerId }: ReadRequest,
  now: Date,
): ReadResult {
  refuseOptions(target, options)
  const plan = planFor(runner, target, lexQuery(options, aliases), preferences)
  const since = versionOfToken(options.get('$deltatoken') ?? '', now)
  const row = runner.row(plan.count, { literals: [], now, callerId, given: { since } })
  return textResult(String(row?.[0] ?? 0), 1)
}

function refuseOptions({ parent }: RowsTarget, options: ReadonlyMap<string, string>): void {
  const refused = refusedOptions.find((name) => options.has(name))
  if (refused !== undefined) {
    refuseQuery(`The "${refused}" query parameter isn't supported when Change Tracking is enabled.`)
  }
  if (parent) refuseQuery('Changes are tracked for whole tables, not for related rows.')
}

function planFor(
  runner: QueryRunner,
  { table }: RowsTarget,
  lexed: LexedQuery,
  { annotations }: Preferences,
): CachedChangePlan {
  const annotated = annotations.size > 0
  const key = ['changes', table.logicalName, annotated, lexed.shape].join('|')
  return runner.plan(key, () => {
    const query = parseRowQuery(lexed)
    const plan = planChanges(runner.schema, table, query, annotated)
    return { ...plan, selection: selectionText(query) }
  })
}

function latestVersion(runner: QueryRunner, { table }: RowsTarget, now: Date): number {
  const statement = runner.plan(`version|${table.logicalName}`, () => planLatestVersion(table))
  const row = runner.row(statement, { literals: [], now, callerId: '', given: {} })
  return Number(row?.[0] ?? 0)
}

interface Page {
  readonly changed: readonly (readonly SqlValue[])[]
  readonly deleted: readonly (readonly SqlValue[])[]
  readonly next: Position | null
}

/** Rows written first, then as many deleted ones as the page has room for. */
function readPage(
  runner: QueryRunner,
  plan: ChangePlan,
  from: Position,
  size: number,
  contextFor: (position: Position, limit: number) => BindContext,
  withDeleted: boolean,
): Page {
  const changed =
    from.list === 'changed' ? runner.rows(plan.changed, contextFor(from, size + 1)) : []
  if (changed.length > size) {
    const page = changed.slice(0, size)
    return { changed: page, deleted: [], next: after('changed', page) }
  }
  if (!withDeleted) return { changed, deleted: [], next: null }
  const room = size - changed.length
  const position: Position = from.list === 'deleted' ? from : { ...start, list: 'deleted' }
  const found = runner.rows(plan.deleted, contextFor(position, room + 1))
  if (found.length <= room) return { changed, deleted: found, next: null }
  const deleted = found.slice(0, room)
  return { changed, deleted, next: deleted.length > 0 ? after('deleted', deleted) : position }
}

function after(list: Position['list'], rows: readonly (readonly SqlValue[])[]): Position {
  const [, version, id] = rows.at(-1) ?? []
  return { list, version: Number(version), id: String(id) }
}

function positionOf(cookie: PagingCookie | null): Position {
  if (!cookie) return start
  const [list, version, id] = cookie.after
  return {
    list: list === 'deleted' ? 'deleted' : 'changed',
    version: Number(version),
    id: String(id),
  }
}

function cookieFor(
  cookie: PagingCookie | null,
  { list, version, id }: Position,
  query: string,
  until: number,
): PagingCookie {
  return { page: (cookie?.page ?? 1) + 1, after: [list, version, id], query, version: until }
}

function deltaLink({ rootUrl, path, search }: ReadRequest, token: string): string {
  const kept = withoutOption(withoutOption(search, '$skiptoken'), '$deltatoken')
  return `${rootUrl}${path}?${kept === '' ? '' : `${kept}&`}$deltatoken=${encodeURIComponent(token)}`
}

function deletedText(rootUrl: string, setName: string, [id]: readonly SqlValue[]): string {
  return JSON.stringify({
    '@odata.context': contextUrl(rootUrl, `${setName}/$deletedEntity`),
    id,
    reason: 'deleted',
  })
}
