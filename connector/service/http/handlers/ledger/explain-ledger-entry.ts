import { filter, query } from '../../../../dataverse/index.js'
import { readableTrace } from '../../../../engine/trace-words.js'
import {
  integrationCommitPolicy,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  systemUser,
} from '../../../../../solution/tables/index.js'
import { ledgerDecisions } from '../../../../../solution/tables/ledger-decisions.js'
import { valuesOf } from '../../batch-values.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { present } from '../../present.js'
import { policyColumns, presentPolicy } from '../commit-policies/commit-policy.js'
import { itemColumns, presentItemRow } from '../sync-jobs/sync-item.js'
import { presentJob, shownJobColumns } from '../sync-jobs/sync-job.js'
import { decisionColumns, possibleFor } from './decision.js'
import { summaryOf } from './entry-summary.js'
import { entryColumns, presentEntry } from './ledger-entry.js'
import { entryIdOf, readEntry } from './read-entry.js'

const columns = [...decisionColumns, 'decisionTrace'] as const

export const explainLedgerEntry: Handler = async ({ params }, context) => {
  const entry = await readEntry(entryIdOf(params), columns, context.client)
  const { policy, job, item, replaced, replacedBy, certifier } = await around(entry, context)
  return {
    summary: summaryOf(entry, certifier),
    steps: readableTrace(entry.decisionTrace),
    possibleDecisions: possibleFor(entry).map((name) => ledgerDecisions[name].label),
    ledgerEntry: presentEntry(entry),
    ...present({
      commitPolicy: policy && presentPolicy(policy),
      syncJob: job && presentJob(job),
      syncItem: item && presentItemRow(item),
      replaced: replaced && presentEntry(replaced),
    }),
    replacedBy: replacedBy.map(presentEntry),
  }
}

/** Most entries told that name this one as replaced. */
const mostReplacing = 100

/** Whose row a lookup without a value asks for. */
export const nobody = '00000000-0000-0000-0000-000000000000'

type Entry = Awaited<ReturnType<typeof readEntry<(typeof columns)[number]>>>

/** What the entry points at and what points at it, in one request; what was deleted is left out. */
async function around(entry: Entry, { client }: OperationContext) {
  const idOf = (reference: { readonly id: string } | null) => reference?.id ?? nobody
  const entries = filter(integrationLedger)
  const [policies, jobs, items, replaced, replacing, users] = await client.batch([
    query(integrationCommitPolicy, {
      select: policyColumns,
      filter: filter(integrationCommitPolicy).eq('id', idOf(entry.commitPolicy)),
    }),
    query(integrationSyncJob, {
      select: shownJobColumns,
      filter: filter(integrationSyncJob).eq('id', idOf(entry.integrationSyncJob)),
    }),
    query(integrationSyncItem, {
      select: itemColumns,
      filter: filter(integrationSyncItem).eq('id', idOf(entry.integrationSyncItem)),
    }),
    query(integrationLedger, {
      select: entryColumns,
      filter: entries.eq('id', idOf(entry.replaces)),
    }),
    query(integrationLedger, {
      select: entryColumns,
      filter: entries.eq('replaces', { table: integrationLedger.logicalName, id: entry.id }),
      orderBy: ['createdOn asc', 'id asc'],
      top: mostReplacing,
    }),
    query(systemUser, {
      select: ['fullName'],
      filter: filter(systemUser).eq('id', idOf(entry.certifiedBy)),
    }),
  ])
  return {
    policy: only(policies),
    job: only(jobs),
    item: only(items),
    replaced: only(replaced),
    replacedBy: valuesOf([replacing]).flatMap(({ rows }) => rows),
    certifier: only(users)?.fullName ?? undefined,
  }
}

/** The row that a batch's query by id found. */
export function only<Row>(
  outcome: Parameters<typeof valuesOf<{ readonly rows: readonly Row[] }>>[0][0],
) {
  return valuesOf([outcome]).flatMap(({ rows }) => rows)[0]
}
