import { systemColumn } from '../schema/index.js'
import type { HostedTable } from '../schema/index.js'
import { noSuchRow } from '../write/row-finder.js'
import { annotateRow } from './present/annotate.js'
import type { JsonRow } from './present/annotate.js'
import { contextUrl, selectionText } from './present/context-url.js'
import { parsePreferences } from './preferences.js'
import { parseQueryString } from './query-string.js'
import type { QueryRunner } from './query-runner.js'
import { jsonResult, readResult } from './read-contract.js'
import type { ReadRequest, ReadResult } from './read-contract.js'
import { refuseQuery } from './refuse.js'
import { lexQuery, parseRowQuery } from './row-query.js'
import type { RowShape } from './row-shape.js'
import { compileRow } from './sql/row-compiler.js'
import { RowSource } from './sql/row-source.js'
import { StatementBuilder } from './sql/statement-builder.js'
import type { CompiledStatement } from './sql/statement-builder.js'

interface RowPlan {
  /** Gives the row's JSON text and its version. */
  readonly statement: CompiledStatement
  readonly shape: RowShape
  readonly selection: string
}

const onlyOnCollections = ['$filter', '$orderby', '$top', '$count', '$apply', '$skiptoken']

/**
 * Reads one row with `$select` and `$expand`. 404 (0x80040217) when it does not exist, 304 when
 * `If-None-Match` has its version.
 */
export function readRow(
  runner: QueryRunner,
  table: HostedTable,
  id: string,
  request: Omit<ReadRequest, 'path'>,
  now: Date,
): ReadResult {
  const { options, aliases } = parseQueryString(request.search)
  const misplaced = onlyOnCollections.find((name) => options.has(name))
  if (misplaced !== undefined) {
    refuseQuery(`The query option ${misplaced} can be applied only to collections of rows.`)
  }
  const preferences = parsePreferences(request.prefer)
  const annotated = preferences.annotations.size > 0
  const lexed = lexQuery(options, aliases)
  const plan = runner.plan(`row|${table.logicalName}|${String(annotated)}|${lexed.shape}`, () =>
    planRow(runner, table, parseRowQuery(lexed), annotated),
  )
  const row = runner.row(plan.statement, {
    literals: lexed.literals,
    now,
    callerId: request.callerId,
    given: { id },
  })
  if (!row) throw noSuchRow(table, id)
  const [json, version] = row
  const etag = `W/"${String(version)}"`
  if (isCurrent(request.ifNoneMatch, etag)) {
    return readResult(304, { 'OData-Version': '4.0', ETag: etag }, null, 1)
  }
  const context = contextUrl(request.rootUrl, `${table.entitySetName}${plan.selection}/$entity`)
  const members = annotated
    ? JSON.stringify(
        annotateRow(JSON.parse(String(json)) as JsonRow, plan.shape, preferences.annotations),
      )
    : String(json)
  return jsonResult(`{"@odata.context":${JSON.stringify(context)},${members.slice(1)}`, 1, {
    ETag: etag,
    ...(preferences.applied === '' ? {} : { 'Preference-Applied': preferences.applied }),
  })
}

function planRow(
  runner: QueryRunner,
  table: HostedTable,
  query: ReturnType<typeof parseRowQuery>,
  annotated: boolean,
): RowPlan {
  const source = new RowSource(new StatementBuilder(), runner.schema, table)
  const { json, shape } = compileRow(source, query, annotated)
  const id = source.builder.bindGiven('id')
  const text =
    `SELECT ${json}, ${source.sql(systemColumn.versionNumber)} FROM ${source.from} ` +
    `WHERE ${source.primaryId} = ${id}`
  return { statement: source.builder.finish(text), shape, selection: selectionText(query) }
}

function isCurrent(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((one) => one.trim() === etag || one.trim() === '*')
}
