import { isConcurrencyConflict, notRun, slices, update } from '../../dataverse/index.js'
import type { AnyOperation, DataverseClient } from '../../dataverse/index.js'
import { integrationSyncItem } from '../../../solution/tables/index.js'
import type { StoredOffer } from './open-offers.js'

/** Operations of one `$batch`. */
const writesAtOnce = 1_000

/**
 * Writes rows each by its own version: one that somebody else changed meanwhile stays as it is.
 *
 * @throws DataverseError where the platform refuses a write for another reason.
 */
export async function writeEach(
  client: DataverseClient,
  writes: readonly AnyOperation[],
): Promise<void> {
  for (const group of slices(writes, writesAtOnce)) {
    const outcomes = await client.batch(group, { continueOnError: true })
    for (const outcome of outcomes) {
      if (outcome.ok || outcome.error === notRun) continue
      if (!isConcurrencyConflict(outcome.error)) throw outcome.error
    }
  }
}

/** The write by which a value is offered no more. What it was held for stays on it. */
export function superseding({ id, etag }: StoredOffer): AnyOperation {
  return update(
    integrationSyncItem,
    id,
    {
      itemStatus: 'superseded',
      processMessage: 'The field got a newer value before this one was acknowledged.',
    },
    { ifMatch: etag },
  )
}
