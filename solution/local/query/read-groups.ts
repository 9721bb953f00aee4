import { DataverseError } from '../errors.js'
import { parseApply } from './apply-parser.js'
import { lex } from './lexer.js'
import type { Literal } from './literal.js'
import { decodeCookie, encodeCookie } from './paging-cookie.js'
import { annotateValue } from './present/annotate.js'
import type { JsonRow } from './present/annotate.js'
import { contextUrl } from './present/context-url.js'
import { formattedNumber } from './present/formatted-value.js'
import { annotation, largestPage } from './preferences.js'
import type { Preferences } from './preferences.js'
import type { QueryRunner } from './query-runner.js'
import type { QueryString } from './query-string.js'
import { bodyText, fingerprintOf, nextLink } from './read-collection.js'
import type { RowsTarget } from './read-collection.js'
import { jsonResult } from './read-contract.js'
import type { ReadRequest, ReadResult } from './read-contract.js'
import { refuseQuery } from './refuse.js'
import { parseOrderBy, whole } from './row-query.js'
import { compileApply, shownMember } from './sql/apply-compiler.js'
import type { GroupMember } from './sql/apply-compiler.js'
import { topOf } from './sql/row-compiler.js'
import { RowSource } from './sql/row-source.js'
import { StatementBuilder } from './sql/statement-builder.js'
import type { BindContext, CompiledStatement } from './sql/statement-builder.js'

/** The platform aggregates no more rows than this. */
const mostRows = 50_000

interface GroupPlan {
  readonly rows: CompiledStatement
  readonly count: CompiledStatement
  readonly members: readonly GroupMember[]
}

const refusedBeside = ['$select', '$filter', '$expand', '$count']

/** Answers `$apply`: groups and aggregates, without etags, empty values left out. */
export function readGroups(
  runner: QueryRunner,
  target: RowsTarget,
  { options, aliases }: QueryString,
  preferences: Preferences,
  request: ReadRequest,
  now: Date,
): ReadResult {
  const beside = refusedBeside.find((name) => options.has(name))
  if (beside !== undefined) refuseQuery(`The query option ${beside} cannot be used with $apply.`)
  const literals: Literal[] = []
  const apply = lex(options.get('$apply') ?? '', literals, aliases)
  const orderBy = lex(options.get('$orderby') ?? '', literals, aliases)
  const { table, parent } = target
  const key = ['apply', table.logicalName, parent?.column, apply.shape, orderBy.shape].join('|')
  const plan = runner.plan(key, () => {
    const source = new RowSource(new StatementBuilder(), runner.schema, table)
    const query = whole(apply, (reader) => parseApply(reader, literals))
    const order = orderBy.tokens.length > 1 ? whole(orderBy, parseOrderBy) : []
    const compiled = compileApply(query, order, source, parent)
    return planOf(source.builder, compiled)
  })

  const fingerprint = fingerprintOf(target, key)
  const token = options.get('$skiptoken')
  const cookie = token === undefined ? null : decodeCookie(token, fingerprint)
  const offset = Number(cookie?.after[0] ?? 0)
  const top = options.get('$top')
  const size =
    preferences.pageSize ?? Math.min(top === undefined ? largestPage : topOf(top), largestPage)
  const context: BindContext = {
    literals,
    now,
    callerId: request.callerId,
    given: { limit: size + 1, offset, countLimit: mostRows + 1, parent: parent?.id ?? null },
  }
  const aggregated = Number(runner.row(plan.count, context)?.[0] ?? 0)
  if (aggregated > mostRows) {
    throw new DataverseError(
      'aggregateLimit',
      'AggregateQueryRecordLimit exceeded. Cannot perform this operation.',
    )
  }
  const found = runner.rows(plan.rows, context)
  const groups = found
    .slice(0, size)
    .map(([json]) => groupText(JSON.parse(String(json)) as JsonRow, plan, preferences))
  const continues = found.length > size && (top === undefined || preferences.pageSize !== null)
  const next = continues
    ? nextLink(
        request,
        encodeCookie({
          page: (cookie?.page ?? 1) + 1,
          after: [offset + size],
          query: fingerprint,
          version: null,
        }),
      )
    : null
  const head = { '@odata.context': contextUrl(request.rootUrl, table.entitySetName) }
  return jsonResult(
    bodyText(head, groups, next),
    aggregated,
    preferences.applied === '' ? {} : { 'Preference-Applied': preferences.applied },
  )
}

function planOf(
  builder: StatementBuilder,
  { rows, count, members }: ReturnType<typeof compileApply>,
): GroupPlan {
  return { rows: builder.finish(rows), count: builder.finish(count), members }
}

function groupText(row: JsonRow, { members }: GroupPlan, { annotations }: Preferences): string {
  const shown: JsonRow = {}
  for (const { name, column } of members) {
    const value = row[name]
    if (value === null) continue
    const lookup = row[shownMember(name)]
    if (column && typeof lookup !== 'string') {
      annotateValue(shown, name, column, value, annotations)
    } else if (annotations.has(annotation.formattedValue)) {
      shown[`${name}@${annotation.formattedValue}`] = lookup ?? formattedNumber(Number(value), 0)
    }
    shown[name] = value
  }
  return JSON.stringify(shown)
}
