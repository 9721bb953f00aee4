import { DataverseError } from '../errors.js'
import type { Callers } from '../identity/callers.js'
import type { MetadataService } from '../metadata/index.js'
import type { Reader } from '../query/index.js'
import { parseResourcePath } from '../query/resource-path.js'
import type { HostedSchema, HostedTable } from '../schema/index.js'
import type { Transactions } from '../store/index.js'
import type { RequestAccount } from '../trace/account.js'
import { WriteSession, etagOf, utcSeconds } from '../write/index.js'
import type { RowReference, RowWriter } from '../write/index.js'
import { jsonHeaders, noContent } from './operation.js'
import type { OperationRequest, OperationResponse } from './operation.js'
import { runWrite } from './write-operations.js'
import type { WriteOutcome } from './write-operations.js'

export interface OperationServices {
  readonly schema: HostedSchema
  readonly reader: Reader
  readonly writer: RowWriter
  readonly transactions: Transactions
  readonly callers: Callers
  readonly metadata: MetadataService
  readonly now: () => Date
}

export interface OperationResult {
  readonly response: OperationResponse
  /** The row the operation wrote, for later `$1` references in its change set. */
  readonly row: RowReference | undefined
}

/** Runs single operations: reads, writes, metadata and functions, but not `$batch`. */
export class Operations {
  constructor(private readonly services: OperationServices) {}

  get transactions(): Transactions {
    return this.services.transactions
  }

  get schema(): HostedSchema {
    return this.services.schema
  }

  /** Who and when; shared by the operations of a change set. Throws for an unknown caller. */
  session(request: OperationRequest): WriteSession {
    const caller = this.services.callers.resolve({
      callerObjectId: request.headers['callerobjectid'],
      mscrmCallerId: request.headers['mscrmcallerid'],
    })
    return new WriteSession(caller, utcSeconds(this.services.now().getTime()))
  }

  /** Runs an operation in a transaction of its own. Throws a `DataverseError` when it is refused. */
  execute(request: OperationRequest, account: RequestAccount): OperationResponse {
    account.operations += 1
    const session = this.session(request)
    if (request.method === 'GET') return this.#read(request, session, account)
    const { response } = this.services.transactions.run(() => this.write(request, session, account))
    account.committed(session)
    return response
  }

  /** Runs a write inside the caller's transaction and session. */
  write(
    request: OperationRequest,
    session: WriteSession,
    account: RequestAccount,
  ): OperationResult {
    const path = parseResourcePath(request.path)
    const table = this.services.schema.byEntitySetName.get(path.entitySet)
    if (!table) {
      throw new DataverseError(
        'unknownResource',
        `Resource not found for the segment '${path.entitySet}'.`,
      )
    }
    const { writer } = this.services
    const outcome = runWrite({ request, path, table, writer, session })
    return this.#answer(request, outcome, session.caller.userId, account)
  }

  #read(
    request: OperationRequest,
    session: WriteSession,
    account: RequestAccount,
  ): OperationResponse {
    const described = this.services.metadata.answer(request, session.caller)
    if (described) return described
    const { path, query, rootUrl, headers } = request
    const {
      status,
      headers: answered,
      text,
      rowsRead,
    } = this.services.reader.retrieve({
      path,
      search: query,
      prefer: headers['prefer'],
      ifNoneMatch: headers['if-none-match'],
      rootUrl,
      callerId: session.caller.userId,
    })
    account.read(rowsRead)
    return { status, headers: answered, body: text }
  }

  /** 204 with the row's address, or the row itself where the client prefers it. */
  #answer(
    request: OperationRequest,
    outcome: WriteOutcome,
    callerId: string,
    account: RequestAccount,
  ): OperationResult {
    if (outcome.kind === 'answer') return { response: outcome.response, row: undefined }
    const { table, row } = outcome
    const path = `${table.entitySetName}(${row.id})`
    const address = { 'OData-EntityId': `${request.rootUrl}${path}` }
    const reference = { table: table.logicalName, id: row.id }
    const { prefer } = request.headers
    if (!prefer?.includes('return=representation')) {
      return { response: noContent(address), row: reference }
    }
    const { text, rowsRead } = this.services.reader.row(table, row.id, {
      search: request.query,
      prefer,
      ifNoneMatch: undefined,
      rootUrl: request.rootUrl,
      callerId,
    })
    account.read(rowsRead)
    const headers = {
      ...jsonHeaders,
      'Preference-Applied': 'return=representation',
      ETag: this.#etag(table, row.id),
      ...(row.created ? { Location: address['OData-EntityId'] } : {}),
      ...address,
    }
    const response = { status: row.created ? 201 : 200, headers, body: text }
    return { response, row: reference }
  }

  #etag(table: HostedTable, id: string): string {
    return etagOf(this.services.writer.finder.version(table, id) ?? 0)
  }
}
