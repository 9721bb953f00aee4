import { invalidRequest } from '../errors.js'
import type { OperationContext } from '../operation-context.js'
import { existingTables } from '../tables.js'
import { itemFaults } from './item-faults.js'
import { namedTables } from './normalise.js'
import type { SyncItemSubmission } from './request.js'

/** Most tables of one job: a worker holds the lanes of all of them. */
export const mostTables = 40

interface Items {
  readonly entityType: string
  readonly items: readonly SyncItemSubmission[]
}

/**
 * Items that keep the rules which a schema cannot say, of tables that are there.
 *
 * @throws ApiError InvalidRequest, UnknownTable, ProtectedTable, TooManyTables.
 */
export async function checkedItems(
  request: Items,
  context: Pick<OperationContext, 'metadata'>,
): Promise<void> {
  const [first, ...others] = itemFaults(request.items)
  if (first) throw invalidRequest(first, ...others)
  await existingTables(namedTables(request), mostTables, context)
}
