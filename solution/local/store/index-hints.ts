import {
  contact,
  integrationIdentifier,
  integrationLedger,
  integrationSyncJob,
  systemUser,
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
