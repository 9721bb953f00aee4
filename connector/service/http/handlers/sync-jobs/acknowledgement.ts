import type { RowChanges } from '../../../../dataverse/index.js'
import { itemStatus } from '../../../../../solution/tables/index.js'
import type { integrationSyncItem } from '../../../../../solution/tables/index.js'
import type { Caller } from '../../../auth/caller.js'
import type { FoundItem } from './offered-items.js'
import { statusLabel } from './sync-job.js'

/** What a source system says of one offered item. */
export interface Acknowledgement {
  /** Lower case. */
  readonly itemId: string
  readonly outcome: 'Applied' | 'Refused'
  readonly message?: string
}

/** What an acknowledgement comes to, by how its item stands. */
export type Acknowledged =
  | { readonly kind: 'write'; readonly changes: RowChanges<typeof integrationSyncItem> }
  /** It stands as was said already. */
  | { readonly kind: 'done' }
  /** `isKnown`: the caller may know how the item stands. */
  | { readonly kind: 'refused'; readonly message: string; readonly isKnown: boolean }

const refused = (message: string): Acknowledged => ({ kind: 'refused', message, isKnown: true })

/**
 * Whether an acknowledgement may be noted. A caller who may act for one source system learns of no
 * item of another one. `found`: undefined where the item is not there.
 */
export function judgeAcknowledgement(
  { outcome, message }: Acknowledgement,
  found: FoundItem | undefined,
  { sourceSystemKey }: Pick<Caller, 'sourceSystemKey'>,
  now: number,
): Acknowledged {
  const isForeign = sourceSystemKey !== undefined && found?.job.sourceSystemKey !== sourceSystemKey
  if (!found || isForeign) return unknown
  const { item, job } = found
  if (job.direction !== 'outbound') {
    return refused(`It came in from ${job.sourceSystemKey}: only offered items are acknowledged.`)
  }
  const wanted = outcome === 'Applied' ? 'applied' : 'rejected'
  const status = item.itemStatus ?? 'pending'
  if (status === wanted) return { kind: 'done' }
  switch (status) {
    case 'pending':
      if (job.jobStatus !== 'submitted') {
        return refused(`Its job is ${statusLabel(job.jobStatus)}, so it is not offered.`)
      }
      return {
        kind: 'write',
        changes:
          wanted === 'applied'
            ? {
                itemStatus: wanted,
                appliedDateTime: new Date(now),
                processMessage: message ?? null,
              }
            : { itemStatus: wanted, processMessage: message ?? refusedWithoutReason },
      }
    case 'held':
      return refused('It waits for a person and is not offered.')
    case 'superseded':
      return refused('A newer value of the field came since: acknowledge the newest one offered.')
    case 'applied':
    case 'unchanged':
    case 'rejected':
    case 'failed':
      return refused(`It is ${itemStatus[status].label} already.`)
  }
}

const unknown: Acknowledged = {
  kind: 'refused',
  message: 'It is not there, or it is not offered to you.',
  isKnown: false,
}

const refusedWithoutReason = 'The source system refused the value and did not say why.'
