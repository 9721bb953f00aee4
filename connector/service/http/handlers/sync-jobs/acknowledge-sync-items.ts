import { isConcurrencyConflict, isNotFound, notRun, update } from '../../../../dataverse/index.js'
import type { DataverseError } from '../../../../dataverse/index.js'
import { integrationSyncItem, itemStatus } from '../../../../../solution/tables/index.js'
import { closeAcknowledged } from '../../../write-back/close-outbound.js'
import type { Handler, OperationContext, OperationRequest } from '../../operation-context.js'
import { present } from '../../present.js'
import { refuseTwins } from '../../twins.js'
import { judgeAcknowledgement } from './acknowledgement.js'
import type { Acknowledged, Acknowledgement } from './acknowledgement.js'
import { itemsWithJobs } from './offered-items.js'
import type { FoundItem } from './offered-items.js'

interface Judged {
  readonly said: Acknowledgement
  readonly found: FoundItem | undefined
  readonly verdict: Acknowledged
}

/** How often items are looked at anew that others change at the same time. */
const attempts = 3

export const acknowledgeSyncItems: Handler = async (request, context) => {
  const { items } = request.body as { readonly items: readonly Acknowledgement[] }
  const said = items.map((one) => ({ ...one, itemId: one.itemId.toLowerCase() }))
  refuseTwins(
    'items',
    said.map(({ itemId }) => itemId),
  )
  const noted = new Map<string, Judged>()
  let open: readonly Acknowledgement[] = said
  for (let attempt = 1; attempt <= attempts && open.length > 0; attempt++) {
    const judged = await judgedNow(open, request, context)
    for (const one of judged) noted.set(one.said.itemId, one)
    const missed = await write(judged, context)
    for (const one of missed) noted.set(one.said.itemId, { ...one, verdict: changedMeanwhile })
    open = missed.map((one) => one.said)
  }
  const all = [...noted.values()]
  const jobs = new Set(
    all.flatMap(({ found, verdict }) =>
      found && verdict.kind !== 'refused' ? [found.job.id] : [],
    ),
  )
  // A job is the service's own, whoever acknowledges the last of its items.
  await closeAcknowledged(context.ownClient, [...jobs], context.now)
  return answer(said.flatMap(({ itemId }) => noted.get(itemId) ?? []))
}

const changedMeanwhile: Acknowledged = {
  kind: 'refused',
  message: 'It was changed at the same time: send it again.',
  isKnown: false,
}

async function judgedNow(
  said: readonly Acknowledgement[],
  { caller }: OperationRequest,
  { client, now }: OperationContext,
): Promise<readonly Judged[]> {
  const items = await itemsWithJobs(
    client,
    said.map(({ itemId }) => itemId),
  )
  return said.map((one) => {
    const found = items.get(one.itemId)
    return { said: one, found, verdict: judgeAcknowledgement(one, found, caller, now()) }
  })
}

/** Each row by its own version in one `$batch`. Gives those that somebody else changed meanwhile. */
async function write(
  judged: readonly Judged[],
  { client }: OperationContext,
): Promise<readonly Judged[]> {
  const writes = judged.flatMap((one) => {
    const { found, verdict } = one
    if (!found || verdict.kind !== 'write') return []
    const { id, etag } = found.item
    return [{ one, operation: update(integrationSyncItem, id, verdict.changes, { ifMatch: etag }) }]
  })
  if (writes.length === 0) return []
  const outcomes = await client.batch(
    writes.map(({ operation }) => operation),
    { continueOnError: true },
  )
  return outcomes.flatMap((outcome, index) => {
    const write = writes[index]
    if (outcome.ok || !write) return []
    if (outcome.error !== notRun && !isOvertaken(outcome.error)) throw outcome.error
    return [write.one]
  })
}

function isOvertaken(error: DataverseError): boolean {
  return isConcurrencyConflict(error) || isNotFound(error)
}

function answer(judged: readonly Judged[]): object {
  const isNoted = ({ verdict }: Judged) => verdict.kind !== 'refused'
  const noted = judged.filter(isNoted).length
  return {
    received: judged.length,
    noted,
    refused: judged.length - noted,
    value: judged.map((one) =>
      present({
        itemId: one.said.itemId,
        outcome: isNoted(one) ? 'Noted' : 'Refused',
        itemStatus: statusAfter(one),
        message: one.verdict.kind === 'refused' ? one.verdict.message : undefined,
      }),
    ),
  }
}

/** The status of the item now; undefined where the caller may not know. */
function statusAfter({ found, said, verdict }: Judged): string | undefined {
  if (verdict.kind !== 'refused') {
    return itemStatus[said.outcome === 'Applied' ? 'applied' : 'rejected'].label
  }
  return found && verdict.isKnown ? itemStatus[found.item.itemStatus ?? 'pending'].label : undefined
}
