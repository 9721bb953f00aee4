import type { DataverseClient } from '../../../dataverse/index.js'
import { eventId } from '../../../engine/ids.js'
import { integrationLedger } from '../../../../solution/tables/index.js'
import { entryColumns, presentEntry } from '../../http/handlers/ledger/ledger-entry.js'
import { eventOf } from '../feed.js'
import type { EventName, ExpandedUnits, Unit } from '../feed.js'
import { rowsById } from './read-by-id.js'

/** Transactions end after two minutes at the latest; the rest is for clocks that differ. */
export const lateOfTransactions = 5 * 60_000

/** The events of ledger entries, with each entry as it is now. */
export async function entryEvents(
  event: EventName,
  client: DataverseClient,
  units: readonly Unit[],
): Promise<ExpandedUnits> {
  const ids = units.map(({ id }) => id)
  const entries = await rowsById(client, integrationLedger, ids, entryColumns)
  const events = units.flatMap((unit) => {
    const entry = entries.get(unit.id)
    if (!entry) return []
    return eventOf(unit, eventId(event, unit.key), { ledgerEntry: presentEntry(entry) })
  })
  return { events, cookie: undefined }
}
