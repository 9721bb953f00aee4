import { filter } from '../../../../dataverse/index.js'
import type { DataverseClient, Filter } from '../../../../dataverse/index.js'
import { integrationLedger } from '../../../../../solution/tables/index.js'
import { readEntry } from './read-entry.js'

const entries = filter(integrationLedger)

/** Entries whose value the record has now. */
export const inForce = entries.and(
  entries.isNotNull('appliedOn'),
  entries.isNull('supersededOn'),
  entries.or(entries.eq('ledgerStatus', 'pending'), entries.eq('ledgerStatus', 'certified')),
)

/** Entries that wait for a steward. */
const held = entries.and(
  entries.eq('ledgerStatus', 'pending'),
  entries.isNull('appliedOn'),
  entries.isNull('supersededOn'),
)

/**
 * An entry and all that stand against it: values of its aspect of its record that wait or are in
 * force.
 *
 * @throws ApiError LedgerEntryNotFound.
 */
export async function conflictSetOf(
  id: string,
  client: DataverseClient,
): Promise<Filter<typeof integrationLedger>> {
  const { targetTable, targetId, aspectKey } = await readEntry(
    id,
    ['targetTable', 'targetId', 'aspectKey'],
    client,
  )
  return entries.and(
    entries.eq('targetId', targetId),
    entries.eq('targetTable', targetTable),
    entries.eq('aspectKey', aspectKey),
    entries.or(entries.eq('id', id), inForce, held),
  )
}
