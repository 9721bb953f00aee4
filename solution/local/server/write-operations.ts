import { DataverseError } from '../errors.js'
import type { ResourceKey, ResourcePath } from '../query/resource-path.js'
import type { HostedTable } from '../schema/index.js'
import type { CostedWork } from '../trace/published-costs.js'
import { writeSeconds } from '../trace/published-costs.js'
import { isBulkMessage, linkBack, removeFromCollection, runBulk, setLink } from '../write/index.js'
import type { JsonRow, RowWriter, WriteSession, WrittenRow } from '../write/index.js'
import { jsonBody } from './json-body.js'
import { jsonResponse, noContent } from './operation.js'
import type { OperationRequest, OperationResponse } from './operation.js'

/** A write that left a row behind, or an answer of its own. */
export type WriteOutcome =
  | { readonly kind: 'row'; readonly table: HostedTable; readonly row: WrittenRow }
  | { readonly kind: 'answer'; readonly response: OperationResponse }

const done: WriteOutcome = { kind: 'answer', response: noContent() }

/** One write: what its address names, and what it carries. */
export interface WriteContext {
  readonly request: OperationRequest
  readonly path: ResourcePath
  readonly table: HostedTable
  readonly writer: RowWriter
  readonly session: WriteSession
}

/**
 * Does what a writing request asks for, inside the caller's transaction. Throws a `DataverseError`
 * where it cannot.
 */
export function runWrite(context: WriteContext): WriteOutcome {
  switch (context.request.method) {
    case 'POST':
      return post(context)
    case 'PATCH':
      return patch(context)
    case 'PUT':
      return put(context)
    case 'DELETE':
      return remove(context)
    default:
      throw notAllowed(context)
  }
}

function post(context: WriteContext): WriteOutcome {
  const { request, path, table, writer, session } = context
  const [step, further] = path.steps
  if (path.operation !== null) return runOperation(context, path.operation)
  if (further) throw notAllowed(context)
  if (!step) {
    if (path.key) throw notAllowed(context)
    const id = writer.create(table, jsonBody(request), session)
    return wrote(context, 'create', table, { id, created: true })
  }
  const key = requireKey(context)
  if (path.suffix === '$ref') {
    setLink(writer, table, key, step.name, referenceOf(context), session)
    return finished(context, 'update')
  }
  const { related, row } = linkBack(writer, table, key, step.name)
  const id = writer.create(related, { ...jsonBody(request), ...row }, session)
  return wrote(context, 'create', related, { id, created: true })
}

function runOperation(context: WriteContext, operation: string): WriteOutcome {
  const { request, path, table, writer, session } = context
  if (!isBulkMessage(operation) || path.key || path.steps.length > 0) {
    throw new DataverseError(
      'unknownResource',
      `Resource not found for the segment 'Microsoft.Dynamics.CRM.${operation}'.`,
    )
  }
  const ids = runBulk(operation, table, jsonBody(request), writer, session)
  session.serverSeconds += ids.length * writeSeconds(operation, request.inBatch)
  if (operation !== 'CreateMultiple') return done
  const type = 'Microsoft.Dynamics.CRM.CreateMultipleResponse'
  const context_ = `${request.rootUrl}$metadata#${type}`
  return {
    kind: 'answer',
    response: jsonResponse(200, { '@odata.context': context_, Ids: ids }),
  }
}

function patch(context: WriteContext): WriteOutcome {
  const { request, path, table, writer, session } = context
  if (path.steps.length > 0 || path.suffix || path.operation !== null) throw notAllowed(context)
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers
  const conditions = { ifMatch, ifNoneMatch }
  const row = writer.upsert(table, requireKey(context), jsonBody(request), conditions, session)
  return wrote(context, row.created ? 'create' : 'update', table, row)
}

/** `PUT set(key)/column` with `{"value": ...}`, and `PUT set(key)/navigation/$ref`. */
function put(context: WriteContext): WriteOutcome {
  const { request, path, table, writer, session } = context
  const [step, further] = path.steps
  if (!step || further || step.key || path.operation !== null) throw notAllowed(context)
  const key = requireKey(context)
  if (path.suffix === '$ref') {
    setLink(writer, table, key, step.name, referenceOf(context), session)
    return finished(context, 'update')
  }
  const body = jsonBody(request)
  if (path.suffix || !('value' in body)) {
    throw new DataverseError('badPayload', `Expected a body {"value": ...} for '${step.name}'.`)
  }
  return changeProperty(context, key, { [step.name]: body['value'] })
}

function remove(context: WriteContext): WriteOutcome {
  const { request, path, table, writer, session } = context
  const [step, further] = path.steps
  const key = requireKey(context)
  if (further || path.operation !== null) throw notAllowed(context)
  if (!step) {
    if (path.suffix) throw notAllowed(context)
    const conditions = { ifMatch: request.headers['if-match'], ifNoneMatch: undefined }
    writer.delete(table, key, conditions, session)
    return finished(context, 'delete')
  }
  if (path.suffix !== '$ref') return changeProperty(context, key, { [step.name]: null })
  const member = step.key ?? new URLSearchParams(request.query).get('$id')
  if (member === null) setLink(writer, table, key, step.name, null, session)
  else if (table.navigation.has(step.name)) setLink(writer, table, key, step.name, null, session)
  else removeFromCollection(writer, table, key, step.name, member, session)
  return finished(context, 'update')
}

function changeProperty(context: WriteContext, key: ResourceKey, row: JsonRow): WriteOutcome {
  const { table, writer, session } = context
  writer.table(table).update(writer.finder.require(table, key), row, session)
  return finished(context, 'update')
}

/** The address in a `$ref` body: `{"@odata.id": "..."}`. */
function referenceOf({ request }: WriteContext): string {
  const address = jsonBody(request)['@odata.id']
  if (typeof address === 'string') return address
  throw new DataverseError('badPayload', `Expected a body {"@odata.id": "..."}.`)
}

function requireKey(context: WriteContext): ResourceKey {
  const { key } = context.path
  if (key) return key
  throw notAllowed(context)
}

function notAllowed({ request, path }: WriteContext): DataverseError {
  return new DataverseError(
    'methodNotAllowed',
    `The requested resource does not support http method '${request.method}': ${path.entitySet}.`,
  )
}

function wrote(
  { request, session }: WriteContext,
  work: CostedWork,
  table: HostedTable,
  row: WrittenRow,
): WriteOutcome {
  session.serverSeconds += writeSeconds(work, request.inBatch)
  return { kind: 'row', table, row }
}

function finished({ request, session }: WriteContext, work: CostedWork): WriteOutcome {
  session.serverSeconds += writeSeconds(work, request.inBatch)
  return done
}
