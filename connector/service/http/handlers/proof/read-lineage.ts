import { filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient } from '../../../../dataverse/index.js'
import { decisionsOf } from '../../../../engine/decision-hash.js'
import {
  integrationCommitPolicy,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../../solution/tables/index.js'
import type { Lineage } from '../../../proof/index.js'
import { valuesOf } from '../../batch-values.js'
import { policyColumns } from '../commit-policies/commit-policy.js'
import { nobody, only } from '../ledger/explain-ledger-entry.js'
import { entryColumns } from '../ledger/ledger-entry.js'
import type { EntryRow } from '../ledger/ledger-entry.js'
import { readEntry } from '../ledger/read-entry.js'
import { itemColumns } from '../sync-jobs/sync-item.js'
import { shownJobColumns } from '../sync-jobs/sync-job.js'

const lineageColumns = [
  ...entryColumns,
  'firstCertifiedOn',
  'decidedStatus',
  'decidedBy',
  'decidedDateTime',
  'chainSequence',
  'chainKey',
  'entryHash',
  'decisionHash',
] as const

const jobColumns = [...shownJobColumns, 'payloadHash', 'configurationHash'] as const

/** Most entries told that were there before. */
const mostPredecessors = 50

/** Most entries of the aspect that are looked through for them. */
const mostRead = 500

export type ReadLineage = Awaited<ReturnType<typeof readLineage>>

/**
 * What leads to an entry, in two requests; what was deleted is left out.
 *
 * @throws ApiError LedgerEntryNotFound.
 */
export async function readLineage(id: string, client: DataverseClient) {
  const entry = await readEntry(id, lineageColumns, client)
  const idOf = (reference: { readonly id: string } | null) => reference?.id ?? nobody
  const entries = filter(integrationLedger)
  const [jobs, items, policies, before] = await client.batch([
    query(integrationSyncJob, {
      select: jobColumns,
      filter: filter(integrationSyncJob).eq('id', idOf(entry.integrationSyncJob)),
    }),
    query(integrationSyncItem, {
      select: itemColumns,
      filter: filter(integrationSyncItem).eq('id', idOf(entry.integrationSyncItem)),
    }),
    query(integrationCommitPolicy, {
      select: policyColumns,
      filter: filter(integrationCommitPolicy).eq('id', idOf(entry.commitPolicy)),
    }),
    query(integrationLedger, {
      select: entryColumns,
      filter: entries.and(
        entries.eq('targetTable', entry.targetTable),
        entries.eq('targetId', entry.targetId),
        entries.eq('aspectKey', entry.aspectKey),
        ...(entry.createdOn ? [entries.le('createdOn', entry.createdOn)] : []),
      ),
      orderBy: ['createdOn desc', 'id desc'],
      top: mostRead,
    }),
  ])
  return {
    entry,
    job: only(jobs),
    item: only(items),
    policy: only(policies),
    decisions: decisionsOf(entry),
    predecessors: predecessorsOf(
      entry,
      valuesOf([before]).flatMap(({ rows }) => rows),
    ),
  } satisfies Lineage
}

/** Follows Replaces from entry to entry. */
function predecessorsOf(entry: EntryRow, before: readonly EntryRow[]): readonly EntryRow[] {
  const byId = new Map(before.map((row) => [row.id, row]))
  byId.delete(entry.id)
  const found: EntryRow[] = []
  let next = byId.get(entry.replaces?.id ?? '')
  while (next && found.length < mostPredecessors) {
    found.push(next)
    byId.delete(next.id)
    next = byId.get(next.replaces?.id ?? '')
  }
  return found
}
