import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../dataverse/index.js'
import type { EntryChange } from '../../engine/index.js'
import { integrationLedger } from '../../../solution/tables/index.js'
import type { IntegrationLedgerRow } from '../../../solution/tables/index.js'
import type { BatchPlan } from '../worker/batch-plan.js'
import { pagesOf } from '../worker/pages-of.js'
import { settling } from './claim-table.js'

const columns = ['ledgerStatus', 'modifiedBy', 'modifiedOn'] as const

type CurrentEntry = StoredRow<typeof integrationLedger, (typeof columns)[number]>

/** What tells of decisions, in contrast to what the record holds. */
const decisionColumns: ReadonlySet<string> = new Set<keyof IntegrationLedgerRow>([
  'ledgerStatus',
  'reason',
  'certifiedBy',
  'certifiedDateTime',
  'firstCertifiedBy',
  'firstCertifiedOn',
  'decidedStatus',
  'decidedBy',
  'decidedDateTime',
  'decisionHash',
])

/**
 * A batch of a dead worker as it can still be finished: where it settles decisions, people may have
 * decided anew since. What put decisions back is left out: either it is written, or the decision is
 * still open and settled in its turn. Whoever decided on an entry since stays known as its decider.
 */
export async function resumedPlan(
  client: DataverseClient,
  serviceUserId: string,
  plan: BatchPlan,
): Promise<BatchPlan> {
  if (plan.jobId !== settling) return plan
  const changes = plan.entryChanges.flatMap(withoutPutBack)
  const current = await currentEntries(client, changes)
  return {
    ...plan,
    entryChanges: changes.map((change) => noted(change, current.get(change.id), serviceUserId)),
  }
}

function withoutPutBack(change: EntryChange): readonly EntryChange[] {
  const { row } = change
  if (row.ledgerStatus === undefined || row.settledStatus !== undefined) return [change]
  const kept = Object.entries(row).filter(([column]) => !decisionColumns.has(column))
  return kept.length === 0 ? [] : [{ ...change, row: Object.fromEntries(kept) }]
}

function noted(
  change: EntryChange,
  current: CurrentEntry | undefined,
  serviceUserId: string,
): EntryChange {
  const { row } = change
  if (!current || row.settledStatus === undefined || row.ledgerStatus !== undefined) return change
  const { ledgerStatus, modifiedBy, modifiedOn } = current
  if (ledgerStatus === row.settledStatus || modifiedBy?.id === serviceUserId) return change
  const decision = {
    decidedStatus: ledgerStatus,
    decidedBy: modifiedBy,
    decidedDateTime: modifiedOn,
  }
  return { ...change, row: { ...row, ...decision } }
}

async function currentEntries(
  client: DataverseClient,
  changes: readonly EntryChange[],
): Promise<ReadonlyMap<string, CurrentEntry>> {
  const ids = changes.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const queries = chunksForIn(ids, 'guid').map((group) =>
    query(integrationLedger, {
      select: columns,
      filter: filter(integrationLedger).in('id', group),
    }),
  )
  const rows = (await pagesOf(client, queries)).flat()
  return new Map(rows.map((row) => [row.id, row]))
}
