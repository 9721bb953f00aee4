import type {
  Configuration,
  DecisionContext,
  ItemDecision,
  SyncItem,
} from '../../../../engine/index.js'
import { decideItems } from '../../../../engine/decide-chunk.js'
import { inWords } from '../../../../engine/trace-words.js'
import { itemStatus, outcomeReason } from '../../../../../solution/tables/index.js'
import { currentConfiguration, commitPolicy, policyQuery } from '../../../worker/configuration.js'
import { readChunkState } from '../../../worker/chunk-state.js'
import { allRows } from '../../../worker/pages-of.js'
import { changed, codeListsOf } from '../../../what-if/configuration-change.js'
import type { ConfigurationChange } from '../../../what-if/configuration-change.js'
import { toSyncItem } from '../../../sync-item.js'
import { invalidRequest } from '../../errors.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { present } from '../../present.js'
import { itemFaults } from '../../submission/item-faults.js'
import { namedTables, normalised } from '../../submission/normalise.js'
import type { SubmitSyncJobRequest } from '../../submission/request.js'
import { existingTables } from '../../tables.js'
import { checkedChange } from './checked-change.js'

/** Most tables of one evaluation: as many as one job may name. */
const mostTables = 40

/** The job that does not exist: items of every job are decided alike. */
const noJob = '00000000-0000-0000-0000-000000000000'

type EvaluateRequest = SubmitSyncJobRequest & Partial<ConfigurationChange>

/**
 * Decides items as a job submitted now would, on what is there now, and by the policies and value
 * maps that the request gives instead of those stored. Writes nothing.
 */
export const evaluateSyncItems: Handler = async ({ body }, context) => {
  const request = body as EvaluateRequest
  const [first, ...others] = itemFaults(request.items)
  if (first) throw invalidRequest(first, ...others)
  const tables = await existingTables(namedTables(request), mostTables, context)
  const change = await checkedChange(request, context)

  const submitted = Math.floor(context.now() / 1_000) * 1_000
  const job = { id: noJob, sourceSystemKey: request.sourceSystemKey, submitted }
  const items = request.items.map((item, sequence) =>
    toSyncItem(job, sequence, normalised(item, request.entityType)),
  )
  const decision: DecisionContext = {
    job,
    now: submitted,
    serviceUserId: (await context.ownClient.whoAmI()).userId,
    configuration: await configurationFor(
      request.sourceSystemKey,
      [...tables.keys()],
      items,
      change,
      context,
    ),
    tables,
  }
  const state = await readChunkState(context.client, decision, items)
  return answer(decideItems(decision, state, items), items)
}

async function configurationFor(
  sourceSystemKey: string,
  targetTables: readonly string[],
  items: readonly SyncItem[],
  change: ConfigurationChange,
  { client }: OperationContext,
): Promise<Configuration> {
  const policies = policyQuery()
  const rows = await allRows(client, policies, await client.send(policies))
  const named = items.flatMap(({ codeList }) => codeList ?? [])
  const codeLists = [...new Set([...named, ...codeListsOf(change)])]
  const concern = { targetTables, sourceSystemKey, codeLists }
  return changed(await currentConfiguration(client, rows.map(commitPolicy), concern), change)
}

function answer(decisions: readonly ItemDecision[], items: readonly SyncItem[]): object {
  const count = (status: ItemDecision['status']) =>
    decisions.filter((decision) => decision.status === status).length
  return {
    value: decisions.map((decision, index) => evaluation(decision, items[index])),
    applied: count('applied'),
    held: count('held'),
    unchanged: count('unchanged'),
    superseded: count('superseded'),
    rejected: count('rejected'),
    failed: count('failed'),
  }
}

function evaluation(decision: ItemDecision, item: SyncItem | undefined): object {
  const { sequence, status, reason, message, trace, targetTable, targetId } = decision
  return present({
    sequenceNumber: sequence,
    itemStatus: itemStatus[status].label,
    outcomeReason: outcomeReason[reason].label,
    processMessage: message,
    targetTable,
    targetId,
    externalKey: item?.externalKey,
    fieldName: item && 'fieldName' in item.content ? item.content.fieldName : undefined,
    steps: trace.map(({ rule, result, aspect }) =>
      present({ aspectKey: aspect, rule, result, explanation: inWords(rule, result) }),
    ),
  })
}
