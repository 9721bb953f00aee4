import { createMultiple, filter, query } from '../../connector/dataverse/index.js'
import type {
  BulkRow,
  DataverseClient,
  Filter,
  RowChanges,
} from '../../connector/dataverse/index.js'
import type { Table } from '../../solution/model/index.js'
import {
  contact,
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../solution/tables/index.js'
import { benchSource } from './contacts.js'
import { secondsOf } from './seconds-of.js'

const rowsPerMessage = 1_000
const sideBySide = 4

/**
 * Writes the rows that a job left in one environment into another one by bare CreateMultiple, as
 * many messages side by side as the platform takes from one user. Gives the seconds it took.
 */
export async function writeRawRows(
  from: DataverseClient,
  to: DataverseClient,
  jobId: string,
): Promise<number> {
  const job = { table: integrationSyncJob.logicalName, id: jobId } as const
  await copy(to, integrationCommitPolicy, await rowsOf(from, integrationCommitPolicy))
  await copy(to, integrationSyncJob, await rowsOf(from, integrationSyncJob))

  const items = await rowsOf(
    from,
    integrationSyncItem,
    filter(integrationSyncItem).eq('integrationSyncJob', job),
  )
  const entries = await rowsOf(
    from,
    integrationLedger,
    filter(integrationLedger).eq('integrationSyncJob', job),
  )
  const written = new Set(entries.map(({ row }) => row.targetId))
  const contacts = (await rowsOf(from, contact)).filter(({ id }) => written.has(id))
  const identifiers = (
    await rowsOf(
      from,
      integrationIdentifier,
      filter(integrationIdentifier).eq('sourceSystemKey', benchSource),
    )
  ).filter(({ row }) => written.has(row.targetId ?? ''))

  return secondsOf(async () => {
    await copy(to, contact, contacts)
    await copy(to, integrationIdentifier, identifiers)
    await copy(to, integrationSyncItem, items)
    await copy(to, integrationLedger, entries)
  })
}

async function rowsOf<T extends Table>(
  client: DataverseClient,
  table: T,
  condition?: Filter<T>,
): Promise<readonly BulkRow<T>[]> {
  const rows: BulkRow<T>[] = []
  const operation = query(table, condition ? { filter: condition } : {})
  for await (const page of client.pages(operation)) {
    for (const row of page.rows) {
      const filled = Object.entries(row).filter(
        ([name, value]) => name in table.columns && value !== null,
      )
      rows.push({ id: row.id, row: Object.fromEntries(filled) as RowChanges<T> })
    }
  }
  return rows
}

async function copy<T extends Table>(
  client: DataverseClient,
  table: T,
  rows: readonly BulkRow<T>[],
): Promise<void> {
  let next = 0
  const send = async (): Promise<void> => {
    while (next < rows.length) {
      const first = next
      next += rowsPerMessage
      await client.send(createMultiple(table, rows.slice(first, first + rowsPerMessage)))
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, send))
}
