import { createHash } from 'node:crypto'

import { planCollection } from './collection-plan.js'
import type { CollectionOptions, CollectionPlan } from './collection-plan.js'
import { decodeCookie, encodeCookie } from './paging-cookie.js'
import type { PagingCookie } from './paging-cookie.js'
import { annotateRow } from './present/annotate.js'
import type { JsonRow } from './present/annotate.js'
import { contextUrl, selectionText } from './present/context-url.js'
import { annotation, largestPage } from './preferences.js'
import type { Preferences } from './preferences.js'
import type { QueryRunner } from './query-runner.js'
import { withoutOption } from './query-string.js'
import type { QueryString } from './query-string.js'
import { jsonResult } from './read-contract.js'
import type { ReadRequest, ReadResult } from './read-contract.js'
import { refuseQuery } from './refuse.js'
import { lexQuery, parseRowQuery } from './row-query.js'
import type { LexedQuery } from './row-query.js'
import { topOf } from './sql/row-compiler.js'
import type { BindContext, SqlValue } from './sql/statement-builder.js'
import type { Target } from './target.js'

export type RowsTarget = Extract<Target, { kind: 'rows' }>

interface Page {
  readonly size: number
  /** Whether rows beyond the page are to be had by a next link; `$top` alone just ends. */
  readonly continues: boolean
}

interface CachedPlan extends CollectionPlan {
  readonly selection: string
}

/** Reads a page of a table's rows, or of the rows that point at one row. */
export function readCollection(
  runner: QueryRunner,
  target: RowsTarget,
  { options, aliases }: QueryString,
  preferences: Preferences,
  request: ReadRequest,
  now: Date,
): ReadResult {
  const lexed = lexQuery(options, aliases)
  const fingerprint = () => fingerprintOf(target, lexed.orderBy?.shape ?? '')
  const token = options.get('$skiptoken')
  const cookie = token === undefined ? null : decodeCookie(token, fingerprint())
  const plan = planFor(runner, target, lexed, preferences.annotations.size > 0, cookie)
  const page = pageOf(options.get('$top'), preferences)
  const context: BindContext = {
    literals: lexed.literals,
    now,
    callerId: request.callerId,
    given: {
      limit: page.continues ? page.size + 1 : page.size,
      countLimit: largestPage + 1,
      parent: target.parent?.id ?? null,
      ...afterValues(cookie),
    },
  }
  const applied = preferences.applied === '' ? {} : { 'Preference-Applied': preferences.applied }
  const head = {
    '@odata.context': contextUrl(request.rootUrl, target.table.entitySetName + plan.selection),
    ...countMembers(runner, plan, options.get('$count'), preferences, context),
  }
  const together = asksForList(lexed, cookie, preferences)
    ? readTogether(runner, plan, page, context)
    : null
  if (together) return jsonResult(bodyText(head, [together.text], null), together.rows, applied)

  const found = runner.rows(plan.rows, context)
  const rows = found.length > page.size ? found.slice(0, page.size) : found
  const next =
    page.continues && found.length > page.size
      ? nextLink(request, encodeCookie(followingCookie(cookie, rows.at(-1) ?? [], fingerprint())))
      : null
  return jsonResult(bodyText(head, rowTexts(rows, plan, preferences), next), rows.length, applied)
}

/** Reads by a list of keys are the hot path, and nobody asked for their order. */
function asksForList(
  { literals, orderBy }: LexedQuery,
  cookie: PagingCookie | null,
  { annotations }: Preferences,
): boolean {
  const listed = literals.some((literal) => literal.class === 'list')
  return listed && !orderBy && !cookie && annotations.size === 0
}

/** All rows in one text; null when they do not fit on the page. */
function readTogether(
  runner: QueryRunner,
  { together }: CollectionPlan,
  page: Page,
  context: BindContext,
): { readonly rows: number; readonly text: string } | null {
  const [count, text] = runner.row(together, context) ?? []
  const rows = Number(count ?? 0)
  return rows > page.size ? null : { rows, text: String(text ?? '') }
}

function planFor(
  runner: QueryRunner,
  { table, parent }: RowsTarget,
  lexed: LexedQuery,
  annotated: boolean,
  cookie: PagingCookie | null,
): CachedPlan {
  const afterNulls = cookie ? cookie.after.map((value) => value === null) : null
  const options: CollectionOptions = { table, parent, annotated, afterNulls }
  const key = ['rows', table.logicalName, parent?.column, annotated, afterNulls, lexed.shape]
  return runner.plan(key.join('|'), () => {
    const query = parseRowQuery(lexed)
    return { ...planCollection(runner.schema, query, options), selection: selectionText(query) }
  })
}

/** With a page size asked for, `$top` is passed over, as the Web API documents. */
function pageOf(top: string | undefined, { pageSize }: Preferences): Page {
  const most = top === undefined ? null : topOf(top.trim())
  if (most !== null && most > largestPage) {
    refuseQuery(`Invalid value '${most}' for $top: at most ${largestPage} rows can be asked for.`)
  }
  if (pageSize !== null) return { size: pageSize, continues: true }
  return most === null ? { size: largestPage, continues: true } : { size: most, continues: false }
}

function afterValues(cookie: PagingCookie | null): Record<string, SqlValue> {
  return Object.fromEntries(cookie?.after.map((value, index) => [`after${index}`, value]) ?? [])
}

function followingCookie(
  cookie: PagingCookie | null,
  lastRow: readonly SqlValue[],
  query: string,
): PagingCookie {
  return { page: (cookie?.page ?? 1) + 1, after: lastRow.slice(1), query, version: null }
}

/** Tells queries apart whose cookies do not fit each other: another table or another order. */
export function fingerprintOf({ table, parent }: RowsTarget, order: string): string {
  const text = [table.logicalName, parent?.column, parent?.id, order].join('|')
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

export function nextLink({ rootUrl, path, search }: ReadRequest, token: string): string {
  const kept = withoutOption(search, '$skiptoken')
  const separator = kept === '' ? '' : '&'
  return `${rootUrl}${path}?${kept}${separator}$skiptoken=${encodeURIComponent(token)}`
}

export function rowTexts(
  rows: readonly (readonly SqlValue[])[],
  { shape }: Pick<CollectionPlan, 'shape'>,
  { annotations }: Preferences,
): readonly string[] {
  if (annotations.size === 0) return rows.map((row) => String(row[0]))
  return rows.map((row) =>
    JSON.stringify(annotateRow(JSON.parse(String(row[0])) as JsonRow, shape, annotations)),
  )
}

/** Rows are JSON text already, so the body is put together rather than serialised. */
export function bodyText(
  head: Readonly<Record<string, unknown>>,
  rows: readonly string[],
  next: string | null,
): string {
  const link = next === null ? '' : `,"@odata.nextLink":${JSON.stringify(next)}`
  return `${JSON.stringify(head).slice(0, -1)},"value":[${rows.join(',')}]${link}}`
}

function countMembers(
  runner: QueryRunner,
  plan: CollectionPlan,
  wanted: string | undefined,
  { annotations }: Preferences,
  context: BindContext,
): Record<string, unknown> {
  if (wanted !== undefined && wanted !== 'true' && wanted !== 'false') {
    refuseQuery(`Invalid value '${wanted}' for $count: expected true or false.`)
  }
  const counted = wanted === 'true' ? Number(runner.row(plan.count, context)?.[0] ?? 0) : null
  const shown = counted === null ? null : Math.min(counted, largestPage)
  return {
    ...(shown === null ? {} : { '@odata.count': shown }),
    ...(annotations.has(annotation.totalCount)
      ? { [`@${annotation.totalCount}`]: shown ?? -1 }
      : {}),
    ...(annotations.has(annotation.totalCountExceeded)
      ? { [`@${annotation.totalCountExceeded}`]: (counted ?? 0) > largestPage }
      : {}),
  }
}
