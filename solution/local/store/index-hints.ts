import {
  businessUnit,
  contact,
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  integrationSyncJob,
  systemUser,
  team,
} from '../../tables/index.js'

/**
 * Columns, besides keys and lookups of solutions, by which rows are looked up often enough to be
 * worth an index: by logical name, per table. Every index costs each row written some microseconds,
 * so sync items, which nothing but their job and id is asked for, have none here.
 */
const indexHints: ReadonlyMap<string, readonly string[]> = new Map([
  [integrationLedger.logicalName, [integrationLedger.columns.targetId.logicalName]],
  [
    integrationIdentifier.logicalName,
    [
      integrationIdentifier.columns.targetId.logicalName,
      integrationIdentifier.columns.externalKey.logicalName,
    ],
  ],
  [integrationSyncJob.logicalName, [integrationSyncJob.columns.jobStatus.logicalName]],
  [contact.logicalName, [contact.columns.parentCustomer.logicalName]],
  [systemUser.logicalName, [systemUser.columns.azureActiveDirectoryObjectId.logicalName]],
])

export function isIndexHinted(table: string, column: string): boolean {
  return indexHints.get(table)?.includes(column) ?? false
}

const smallTables: ReadonlySet<string> = new Set(
  [systemUser, team, businessUnit, integrationCommitPolicy].map((table) => table.logicalName),
)

/** Lookups to tables of few rows are in no index: it would cost each write and find half a table. */
export function isSmallTable(logicalName: string): boolean {
  return smallTables.has(logicalName)
}
