import { ApiError } from './errors.js'
import type { OperationContext, OperationRequest } from './operation-context.js'
import { listAnswer, positionOf } from './paging.js'

/**
 * A page of a list that is at hand as a whole. It goes on after the key of the last entry, so that
 * entries that come or go meanwhile are neither repeated nor make others be left out.
 *
 * `keyOf`: a text that no two entries share and by which they are ordered.
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
  const position = positionOf(request)
  if (position && !('cookie' in position)) throw new ApiError('InvalidPageToken', {})
  const after = position?.cookie
  const rest = entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .filter(({ key }) => after === undefined || key > after)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const shown = rest.slice(0, pageSize)
  const last = rest.length > pageSize ? shown.at(-1) : undefined
  return listAnswer(
    shown.map(({ entry }) => entry),
    last && { cookie: last.key },
    request,
    context,
  )
}
