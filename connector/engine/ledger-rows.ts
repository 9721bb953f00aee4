import { integrationLedger, maxLength } from '../../solution/tables/index.js'
import type { IntegrationLedgerRow } from '../../solution/tables/index.js'
import type { EntryChange, EntryWrite, SyncItem } from './contract.js'
import { decisionHash } from './decision-hash.js'
import type { EntryDraft, EntryOrigin } from './entry-draft.js'
import { clipped } from './quoted.js'
import type { RecordGroup } from './record-group.js'
import { reference } from './shared-values.js'
import type { RowDraft, SharedValues } from './shared-values.js'

/** A new entry in its final state; empty columns are left out. */
export function entryWrite(
  shared: SharedValues,
  { table }: RecordGroup,
  targetId: string,
  item: SyncItem,
  entry: EntryDraft,
  origin: EntryOrigin,
): EntryWrite {
  const { logicalName } = table.table
  const { plan, policy } = origin
  const row: RowDraft<IntegrationLedgerRow> = {
    name: `${logicalName} ${entry.aspectKey} ${entry.source}`,
    ledgerAspect: plan.aspect,
    aspectKey: entry.aspectKey,
    targetTable: logicalName,
    targetId,
    sourceSystemKey: entry.source,
    ledgerStatus: entry.status,
    settledStatus: entry.status,
    integrationSyncItem: reference(integrationLedger.columns.integrationSyncItem, item.id),
    integrationSyncJob: shared.job,
    latest: entry.latest,
    value: entry.value,
    observedDateTime: shared.date(entry.observed),
    reason: clipped(origin.message, maxLength.message),
    decisionTrace: origin.trace.text,
  }
  if (policy) row.commitPolicy = shared.policy(policy)
  if (entry.status === 'certified') certifyAtOnce(row, shared, entry, policy)
  if (origin.replaces !== undefined) {
    row.replaces = reference(integrationLedger.columns.replaces, origin.replaces.id)
  }
  if (entry.previousValue !== null) row.previousValue = entry.previousValue
  if (entry.appliedOn !== null) row.appliedOn = shared.date(entry.appliedOn)
  if (entry.supersededOn !== null) row.supersededOn = shared.date(entry.supersededOn)
  if (entry.lastConfirmed !== null) row.lastConfirmed = shared.date(entry.lastConfirmed)
  if (entry.staleOn !== null) row.staleOn = shared.date(entry.staleOn)
  return { id: entry.id, targetTable: logicalName, targetId, itemSequence: item.sequence, row }
}

/**
 * A certification by the service itself. Where the policy says Write Back, it is settled like that
 * of a person, which offers the value to the other sources; Decided Status says that nobody decided.
 */
function certifyAtOnce(
  row: RowDraft<IntegrationLedgerRow>,
  shared: SharedValues,
  { id }: EntryDraft,
  policy: EntryOrigin['policy'],
): void {
  row.certifiedBy = shared.serviceUser
  row.certifiedDateTime = shared.now
  if (policy?.writeBack === true) {
    row.settledStatus = 'pending'
    row.decidedStatus = 'certified'
    return
  }
  const decision = {
    status: 'certified',
    by: shared.serviceUser.id,
    on: shared.now.getTime(),
  } as const
  row.decisionHash = decisionHash(null, id, decision)
}

/** What the chunk changes on an entry that was there before. */
export function entryChange(
  shared: SharedValues,
  { table }: RecordGroup,
  targetId: string,
  entry: EntryDraft,
): EntryChange {
  const row: RowDraft<IntegrationLedgerRow> = {}
  if (entry.hasLeftLatest) row.latest = false
  if (entry.isSuperseded && entry.supersededOn !== null) {
    row.supersededOn = shared.date(entry.supersededOn)
  }
  if (entry.isConfirmed && entry.lastConfirmed !== null) {
    row.lastConfirmed = shared.date(entry.lastConfirmed)
    row.staleOn = entry.staleOn === null ? null : shared.date(entry.staleOn)
  }
  if (entry.decision) {
    row.decidedStatus = entry.status
    row.decidedBy = reference(integrationLedger.columns.decidedBy, entry.decision.by)
    row.decidedDateTime = shared.date(entry.decision.on)
  }
  return { id: entry.id, targetTable: table.table.logicalName, targetId, row }
}
