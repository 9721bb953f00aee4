import { filter, query } from '../../dataverse/index.js'
import type { Operation, StoredRow } from '../../dataverse/index.js'
import { integrationLedger } from '../../../solution/tables/index.js'

/** Decisions that are settled in one turn, at most. */
const mostAtOnce = 1_000

const columns = ['targetTable', 'targetId', 'aspectKey', 'value'] as const

/** An entry whose status is another than the one in effect. */
export type OpenDecision = StoredRow<typeof integrationLedger, (typeof columns)[number]>

const entries = filter(integrationLedger)

/** What people decided and nobody settled yet, the first ones first. */
export const openDecisions = query(integrationLedger, {
  select: columns,
  filter: entries.and(
    entries.differs('ledgerStatus', 'settledStatus'),
    entries.eq('state', 'active'),
  ),
  orderBy: ['modifiedOn asc', 'id asc'],
  top: mostAtOnce,
}) satisfies Operation<unknown>

/** The decisions by the table of their record. */
export function byTable(
  decisions: readonly OpenDecision[],
): ReadonlyMap<string, readonly OpenDecision[]> {
  const tables = new Map<string, OpenDecision[]>()
  for (const decision of decisions) {
    const others = tables.get(decision.targetTable)
    if (others) others.push(decision)
    else tables.set(decision.targetTable, [decision])
  }
  return tables
}
