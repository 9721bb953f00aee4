import { randomUUID } from 'node:crypto'

import { DataverseError } from '../../errors.js'
import { ConnectionCut } from '../../faults/connection-cut.js'
import type { RequestAccount } from '../../trace/account.js'
import type { WriteSession } from '../../write/index.js'
import { failureResponse } from '../failure.js'
import type { OperationRequest, OperationResponse } from '../operation.js'
import type { Operations } from '../operations.js'
import { readBatch } from './batch-parts.js'
import type { BatchItem, BatchOperation } from './batch-parts.js'
import { composeBatch } from './batch-response.js'
import type { ItemResponse } from './batch-response.js'

/**
 * Called around an operation or a change set of a batch, to inject faults: `before` returns an
 * answer to give instead of running it; both may throw a `ConnectionCut`.
 */
export interface OperationHooks {
  readonly before: (request: OperationRequest) => Promise<OperationResponse | undefined>
  readonly after: () => void
}

/** Others get their turn when a batch has run this long, in milliseconds. */
const longestTurn = 25

/**
 * Runs the operations of a `$batch` in order, each in its own transaction, a change set in one. It
 * stops at the first error unless the client prefers `odata.continue-on-error`: the response then
 * has that error's status, and what was answered up to and including it as its body.
 */
export async function runBatch(
  request: OperationRequest,
  operations: Operations,
  account: RequestAccount,
  hooksFor: () => OperationHooks,
): Promise<OperationResponse> {
  const items = readBatch(request)
  const goesOn = request.headers['prefer']?.includes('odata.continue-on-error') ?? false
  const responses: ItemResponse[] = []
  let status = 200
  let turn = performance.now()
  for (const item of items) {
    const response = await runItem(item, operations, account, hooksFor())
    responses.push(response)
    if (response.kind === 'single' && response.part.response.status >= 400 && !goesOn) {
      status = response.part.response.status
      break
    }
    if (performance.now() - turn > longestTurn) {
      await new Promise((resolve) => setImmediate(resolve))
      turn = performance.now()
    }
  }
  return { ...composeBatch(responses, randomUUID()), status }
}

async function runItem(
  item: BatchItem,
  operations: Operations,
  account: RequestAccount,
  hooks: OperationHooks,
): Promise<ItemResponse> {
  if (item.kind === 'changeSet') return runChangeSet(item.operations, operations, account, hooks)
  const { contentId, request } = item.operation
  const injected = await hooks.before(request)
  if (injected) return { kind: 'single', part: { contentId, response: injected } }
  const response = attempt(() => operations.execute(request, account))
  hooks.after()
  return { kind: 'single', part: { contentId, response } }
}

function attempt(work: () => OperationResponse): OperationResponse {
  try {
    return work()
  } catch (error) {
    return failureResponse(error)
  }
}

/** All operations are committed, or none; the first error is then the set's only answer. */
async function runChangeSet(
  set: readonly BatchOperation[],
  operations: Operations,
  account: RequestAccount,
  hooks: OperationHooks,
): Promise<ItemResponse> {
  for (const { contentId, request } of set) {
    const injected = await hooks.before(request)
    if (injected) return { kind: 'single', part: { contentId, response: injected } }
  }
  const [first] = set
  if (!first) return { kind: 'changeSet', parts: [] }
  account.operations += set.length
  let current: BatchOperation = first
  try {
    const session = operations.session(first.request)
    const parts = operations.transactions.run(() =>
      set.map((operation) => {
        current = operation
        return runInSet(operation, operations, session, account)
      }),
    )
    account.committed(session)
    hooks.after()
    return { kind: 'changeSet', parts }
  } catch (error) {
    if (error instanceof ConnectionCut) throw error
    const response = failureResponse(error)
    return { kind: 'single', part: { contentId: current.contentId, response } }
  }
}

function runInSet(
  { contentId, request }: BatchOperation,
  operations: Operations,
  session: WriteSession,
  account: RequestAccount,
) {
  const path = withReference(request.path, operations, session)
  const { response, row } = operations.write({ ...request, path }, session, account)
  if (contentId !== undefined && row) session.contentIds.set(contentId, row)
  return { contentId, response }
}

/** `$1/...` stands for the address of the row that the operation with Content-ID 1 wrote. */
function withReference(path: string, operations: Operations, session: WriteSession): string {
  const [, contentId, rest = ''] = /^\$([^/()]+)(.*)$/.exec(path) ?? []
  if (contentId === undefined) return path
  const row = session.contentIds.get(contentId)
  const table = operations.schema.tables.get(row?.table ?? '')
  if (!row || !table) {
    throw new DataverseError(
      'badPayload',
      `Content-ID Reference: '$${contentId}' does not exist in the batch context.`,
    )
  }
  return `${table.entitySetName}(${row.id})${rest}`
}
