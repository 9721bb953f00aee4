import type {
  ChunkDecision,
  ChunkState,
  DecisionContext,
  ItemDecision,
  SyncItem,
} from './contract.js'
import { decideGroups, rejectedOutcome } from './decide-groups.js'
import { outcomeOf, targetTableOf } from './item-rows.js'
import { planWrites } from './plan.js'
import type { ItemWork } from './record-group.js'
import { resolveItems } from './resolve.js'
import type { Resolution } from './resolve.js'
import { ChunkScope } from './scope.js'

const noRefusals: ReadonlyMap<string, string> = new Map()

/**
 * Decides the items of a chunk, in their sequence, and plans what to write. Later items see what
 * earlier ones do, and relationships find records that the chunk creates wherever they stand in it.
 *
 * Pure: the same arguments give the same result, byte for byte.
 *
 * `refusals`: what the platform said when it refused a record (by `recordKey`); the items that
 * would write that record fail with it.
 */
export function decideChunk(
  context: DecisionContext,
  state: ChunkState,
  items: readonly SyncItem[],
  refusals: ReadonlyMap<string, string> = noRefusals,
): ChunkDecision {
  const scope = new ChunkScope(context)
  const resolution = resolved(scope, state, items, refusals)
  return { decisions: resolution.works.map(decisionOf), plan: planWrites(scope, resolution) }
}

/** What would become of the items, without a plan of what to write: for questions, not for jobs. */
export function decideItems(
  context: DecisionContext,
  state: ChunkState,
  items: readonly SyncItem[],
): readonly ItemDecision[] {
  return resolved(new ChunkScope(context), state, items, noRefusals).works.map(decisionOf)
}

function resolved(
  scope: ChunkScope,
  state: ChunkState,
  items: readonly SyncItem[],
  refusals: ReadonlyMap<string, string>,
): Resolution {
  const resolution = resolveItems(scope, state, items, refusals)
  const { works, groups, keys } = resolution
  for (const work of works) {
    if (work.interpretation?.kind === 'rejected') {
      work.outcome = rejectedOutcome(work.interpretation)
    }
  }
  decideGroups(scope, keys, groups)
  return resolution
}

function decisionOf(work: ItemWork): ItemDecision {
  const { item, group } = work
  const { status, reason, message, trace } = outcomeOf(work)
  const isFound = group !== undefined && group.fate !== 'missing'
  return {
    sequence: item.sequence,
    status,
    reason,
    message,
    trace,
    targetTable: targetTableOf(work),
    targetId: isFound ? (group.targetId ?? null) : null,
  }
}
