import type { HostedSchema, HostedTable } from '../schema/index.js'
import type { Store } from '../store/index.js'
import { RowFinder } from '../write/row-finder.js'
import { StatementCache } from '../write/statement-cache.js'
import { planCount } from './collection-plan.js'
import { largestPage, parsePreferences } from './preferences.js'
import type { Preferences } from './preferences.js'
import { parseQueryString } from './query-string.js'
import type { QueryString } from './query-string.js'
import { QueryRunner } from './query-runner.js'
import { countChanges, readChanges } from './read-changes.js'
import { readCollection } from './read-collection.js'
import type { RowsTarget } from './read-collection.js'
import { emptyResult, textResult } from './read-contract.js'
import type { ReadRequest, ReadResult } from './read-contract.js'
import { readFetch } from './read-fetch.js'
import { readGroups } from './read-groups.js'
import { readProperty } from './read-property.js'
import { readReference, readReferences } from './read-references.js'
import { readRow } from './read-row.js'
import { refuseSegment } from './refuse.js'
import { parseResourcePath } from './resource-path.js'
import { lexQuery, parseRowQuery } from './row-query.js'
import { findTarget } from './target.js'

/** The read side of the Web API. Everything it refuses it throws as a `DataverseError`. */
export interface Reader {
  /** Answers a GET of a table's rows, a row, a property or a link. */
  readonly retrieve: (request: ReadRequest) => ReadResult
  /** One row by id, with the request's `$select` and `$expand`; what a write returns of it. */
  readonly row: (table: HostedTable, id: string, request: Omit<ReadRequest, 'path'>) => ReadResult
}

/** `now` is what relative date functions such as Today start from. */
export function createReader(
  schema: HostedSchema,
  database: Store,
  now: () => Date = () => new Date(),
): Reader {
  const runner = new QueryRunner(schema, database)
  const finder = new RowFinder(new StatementCache(database))
  return {
    retrieve: (request) => retrieve(runner, finder, request, now()),
    row: (table, id, request) => readRow(runner, table, id, request, now()),
  }
}

function retrieve(
  runner: QueryRunner,
  finder: RowFinder,
  request: ReadRequest,
  now: Date,
): ReadResult {
  const path = parseResourcePath(request.path)
  if (path.operation !== null) return refuseSegment(`Microsoft.Dynamics.CRM.${path.operation}`)
  const target = findTarget(runner.schema, finder, path)
  switch (target.kind) {
    case 'nothing':
      return emptyResult()
    case 'property':
      if (path.suffix !== null && path.suffix !== '$value') refuseSegment(path.suffix)
      return readProperty(runner, target, path.suffix === '$value', request, now)
    case 'row':
      if (path.suffix === '$ref') return readReference(finder, target.table, target.id, request)
      if (path.suffix !== null) refuseSegment(path.suffix)
      return readRow(runner, target.table, target.id, request, now)
    case 'rows':
      if (path.suffix === '$count') return countRows(runner, target, request, now)
      if (path.suffix === '$value') refuseSegment(path.suffix)
      return readRows(runner, target, request, now, path.suffix === '$ref')
  }
}

function readRows(
  runner: QueryRunner,
  target: RowsTarget,
  request: ReadRequest,
  now: Date,
  onlyReferences: boolean,
): ReadResult {
  const query = parseQueryString(request.search)
  const preferences = parsePreferences(request.prefer)
  const read = onlyReferences ? readReferences : wayToRead(query, preferences)
  return read(runner, target, query, preferences, request, now)
}

function wayToRead({ options }: QueryString, { trackChanges }: Preferences): typeof readCollection {
  if (trackChanges || options.has('$deltatoken')) return readChanges
  if (options.has('fetchXml')) return readFetch
  return options.has('$apply') ? readGroups : readCollection
}

/** `/$count` answers with a bare number, at most 5,000. */
function countRows(
  runner: QueryRunner,
  target: RowsTarget,
  request: ReadRequest,
  now: Date,
): ReadResult {
  const { table, parent } = target
  const query = parseQueryString(request.search)
  const { options, aliases } = query
  if (options.has('$deltatoken')) {
    return countChanges(runner, target, query, parsePreferences(request.prefer), request, now)
  }
  const lexed = lexQuery(options, aliases)
  const key = ['count', table.logicalName, parent?.column, lexed.shape].join('|')
  const statement = runner.plan(key, () =>
    planCount(runner.schema, parseRowQuery(lexed), {
      table,
      parent,
      annotated: false,
      afterNulls: null,
    }),
  )
  const given = { countLimit: largestPage, parent: parent?.id ?? null }
  const row = runner.row(statement, {
    literals: lexed.literals,
    now,
    callerId: request.callerId,
    given,
  })
  return textResult(String(row?.[0] ?? 0), 1)
}
