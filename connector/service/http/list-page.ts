import type { OperationContext, OperationRequest } from './operation-context.js'
import { listAnswer, positionOf } from './paging.js'
import { byText, sortedPage } from './sorted-page.js'

/**
 * The answer of a list that is at hand as a whole, in the order of its keys.
 *
 * `keyOf`: a text that no two entries share.
 *
 * @throws ApiError InvalidPageToken.
 */
export function pageOfList<Entry extends object>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  request: OperationRequest,
  context: OperationContext,
): object {
  const { pageSize } = request.query as { readonly pageSize: number }
  const inOrder = [...entries].sort((a, b) => byText(keyOf(a), keyOf(b)))
  const list = { entries: inOrder, keyOf, compare: byText }
  const { rows, next } = sortedPage(list, positionOf(request), pageSize)
  return listAnswer(rows, next, request, context)
}
