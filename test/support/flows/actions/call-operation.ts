import type { Json } from '../connector/definition.js'
import type { HttpAnswer } from '../connector/http.js'
import type { Given } from '../connector/request.js'
import type { RetryPolicy } from '../connector/retry.js'
import type { Connection } from '../connection.js'
import type { OperationInputs } from '../workflow.js'
import { httpOutcome } from './action-type.js'
import type { ActionType } from './action-type.js'

/** Calls an operation of a connector; with a pagination policy, page after page. */
export const callOperation: ActionType = async ({ action, run }) => {
  const inputs = run.resolve(action.inputs) as OperationInputs
  const { connectionName, operationId } = inputs.host
  const connection = run.context.connections[connectionName]
  if (!connection) throw new Error(`The flow has no connection ${connectionName}.`)
  const retry = inputs.retryPolicy as RetryPolicy | undefined
  const answer = await connection.call(operationId, given(inputs), retry)
  const most = action.runtimeConfiguration?.paginationPolicy?.minimumItemCount
  if (most === undefined || answer.status !== 200) return httpOutcome(inputs, answer)
  return httpOutcome(inputs, await allPages(connection, operationId, answer, { most, retry }))
}

const given = ({ parameters = {} }: OperationInputs): Given =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))

interface PageLimits {
  readonly most: number
  readonly retry: RetryPolicy | undefined
}

/** The first page with the entries of the others, until there are enough. */
async function allPages(
  connection: Connection,
  operationId: string,
  first: HttpAnswer,
  { most, retry }: PageLimits,
): Promise<HttpAnswer> {
  const linkName = connection.nextLinkName(operationId)
  if (linkName === undefined) throw new Error(`${operationId} has no pages to follow.`)
  const value: unknown[] = []
  for (let page = first; ;) {
    if (page.status !== 200) return page
    const body = page.body as Json
    value.push(...(body['value'] as readonly unknown[]))
    const link = body[linkName]
    if (typeof link !== 'string' || value.length >= most) {
      return { ...page, body: { ...(first.body as Json), value, [linkName]: null } }
    }
    page = await connection.page(operationId, link, retry)
  }
}
