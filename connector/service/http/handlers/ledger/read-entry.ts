import { retrieve } from '../../../../dataverse/index.js'
import type { ColumnName, DataverseClient, StoredRow } from '../../../../dataverse/index.js'
import { integrationLedger } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'

/** The id that a request's path names, as Dataverse writes it. */
export function entryIdOf(params: unknown): string {
  return (params as { readonly ledgerEntryId: string }).ledgerEntryId.toLowerCase()
}

/** @throws ApiError LedgerEntryNotFound. */
export async function readEntry<Name extends ColumnName<typeof integrationLedger>>(
  id: string,
  select: readonly Name[],
  client: DataverseClient,
): Promise<StoredRow<typeof integrationLedger, Name>> {
  const row = await client.retrieveOrNull(
    retrieve<typeof integrationLedger, Name>(integrationLedger, id, { select }),
  )
  if (!row) throw new ApiError('LedgerEntryNotFound', { ledgerEntryId: id })
  return row
}
