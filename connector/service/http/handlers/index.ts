import type { OperationHandler } from '../operation-context.js'
import { getHealth } from './get-health.js'
import { getSyncJob } from './get-sync-job.js'
import { listIdentifiers } from './list-identifiers.js'
import { listLedgerEntries } from './list-ledger-entries.js'
import { listSyncItems } from './list-sync-items.js'
import { listSyncJobs } from './list-sync-jobs.js'
import { resolveIdentifier } from './resolve-identifier.js'
import { submitSyncJob } from './submit-sync-job.js'
import { translateValue } from './translate-value.js'
import { upsertCommitPolicies } from './upsert-commit-policies.js'
import { upsertValueMaps } from './upsert-value-maps.js'

/** What answers each operation of the definition. */
export const handlers = {
  GetHealth: { handle: getHealth },
  GetSyncJob: { handle: getSyncJob },
  ListIdentifiers: { handle: listIdentifiers },
  ListLedgerEntries: { handle: listLedgerEntries },
  ListSyncItems: { handle: listSyncItems },
  ListSyncJobs: { handle: listSyncJobs },
  ResolveIdentifier: { handle: resolveIdentifier },
  SubmitSyncJob: { handle: submitSyncJob, status: 201 },
  TranslateValue: { handle: translateValue },
  UpsertCommitPolicies: { handle: upsertCommitPolicies },
  UpsertValueMaps: { handle: upsertValueMaps },
} as const satisfies Readonly<Record<string, OperationHandler>>

export type OperationName = keyof typeof handlers
