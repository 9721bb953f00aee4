import type { CommitPolicy, SyncItem } from './contract.js'
import { recordText } from './entry-draft.js'
import type { EntryDraft } from './entry-draft.js'
import type { Unit } from './normalise.js'
import type { RecordDraft } from './record-draft.js'
import { dayLength, wholeRecord } from './scope.js'
import type { ChunkScope } from './scope.js'
import { isNewer } from './time-rule.js'
import type { Verdict } from './verdict.js'

/**
 * Makes a verdict's effect on the record and its entries. Returns the entry it made, if any.
 */
export function takeEffect(
  scope: ChunkScope,
  draft: RecordDraft,
  item: SyncItem,
  occurred: number,
  unit: Unit,
  verdict: Verdict,
): EntryDraft | undefined {
  switch (verdict.effect) {
    case 'none':
      return undefined
    case 'confirm':
      supersedeHeld(scope, draft, unit, occurred)
      confirmHead(scope, draft, unit)
      return undefined
    case 'hold':
    case 'commit':
      return makeEntry(scope, draft, item, occurred, unit, verdict)
  }
}

function makeEntry(
  scope: ChunkScope,
  draft: RecordDraft,
  item: SyncItem,
  occurred: number,
  unit: Unit,
  { effect, message, trace }: Verdict,
): EntryDraft {
  const { plan, value } = unit
  const policy = plan.match.kind === 'one' ? plan.match.policy : undefined
  const isCommit = effect === 'commit'
  const previousValue = previousValueOf(draft, unit)
  const head = isCommit ? draft.appliedHeadOf(plan.aspectKey) : undefined
  supersedeHeld(scope, draft, unit, occurred)
  head?.supersede(scope.now)
  const isCertified = policy?.autoCertify === true && policy.certificationsRequired === 1
  const entry = draft.make(
    {
      aspectKey: plan.aspectKey,
      sourceSystemKey: scope.source,
      status: isCommit && isCertified ? 'certified' : 'pending',
      value,
      previousValue,
      observed: occurred,
      appliedOn: isCommit ? scope.now : null,
      staleOn: isCommit ? staleOn(scope.now, policy) : null,
    },
    {
      plan,
      policy,
      replaces: head,
      itemRun: itemRunOf(item, scope),
      submitted: scope.context.job.submitted,
      message,
      trace,
    },
  )
  if (isCommit) for (const part of unit.parts ?? []) draft.set(part)
  return entry
}

/** An item that is run again makes entries of its own: those of its earlier runs stay. */
function itemRunOf({ id }: SyncItem, { context }: ChunkScope): string {
  const { run = 0 } = context.job
  return run === 0 ? id : `${id}/${String(run)}`
}

function previousValueOf(draft: RecordDraft, unit: Unit): string | null {
  if (unit.plan.aspectKey !== wholeRecord) return draft.value(unit.plan.aspectKey)
  const columns = (unit.parts ?? []).map((part) => part.column.logicalName)
  const values = columns.map((column) => [column, draft.value(column)] as const)
  return values.every(([, value]) => value === null) ? null : recordText(values)
}

/** One value a source waits: a newer one, or the value reaching the record, ends the waiting. */
function supersedeHeld(scope: ChunkScope, draft: RecordDraft, unit: Unit, occurred: number): void {
  const waiting = draft.heldBy(scope.source, unit.plan.aspectKey)
  if (!waiting || isNewer(scope, waiting.observed, occurred)) return
  waiting.supersede(scope.now)
  waiting.leaveLatest()
}

/** Moves Last Confirmed and Stale On, but only past half of the time to staleness. */
function confirmHead(scope: ChunkScope, draft: RecordDraft, unit: Unit): void {
  const { match, aspectKey } = unit.plan
  const policy = match.kind === 'one' ? match.policy : undefined
  const [part] = unit.parts ?? []
  const head =
    aspectKey === wholeRecord
      ? draft.appliedHeadOf(wholeRecord)
      : part && draft.head(part.column.logicalName)
  if (!policy || !head?.isAppliedHead || head.isWithdrawn) return
  if (aspectKey === wholeRecord && head.value !== unit.value) return
  const lifetime = (policy.staleAfterDays ?? 0) * dayLength
  const since = head.lastConfirmed ?? head.appliedOn ?? scope.now
  if (lifetime === 0 || scope.now - since <= lifetime / 2) return
  head.confirm(scope.now, scope.now + lifetime)
}

function staleOn(time: number, policy: CommitPolicy | undefined): number | null {
  const days = policy?.staleAfterDays ?? 0
  return days > 0 ? time + days * dayLength : null
}
