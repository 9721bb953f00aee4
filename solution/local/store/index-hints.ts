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
 * Logical names of columns, besides keys and lookups of solutions, by which rows are looked up
 * often enough to be worth an index in every table that has them.
 */
export const indexHints: ReadonlySet<string> = new Set(
  [
    integrationLedger.columns.targetId,
    integrationIdentifier.columns.externalKey,
    integrationSyncJob.columns.jobStatus,
    contact.columns.parentCustomer,
    systemUser.columns.azureActiveDirectoryObjectId,
  ].map((column) => column.logicalName),
)

const smallTables: ReadonlySet<string> = new Set(
  [systemUser, team, businessUnit, integrationCommitPolicy].map((table) => table.logicalName),
)

/** Lookups to tables of few rows are in no index: it would cost each write and find half a table. */
export function isSmallTable(logicalName: string): boolean {
  return smallTables.has(logicalName)
}
