import { openLineageOf, provJsonOf } from '../../../proof/index.js'
import type { LineagePlace } from '../../../proof/index.js'
import { utcSeconds } from '../../formats.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { present } from '../../present.js'
import { presentPolicy } from '../commit-policies/commit-policy.js'
import { presentEntry } from '../ledger/ledger-entry.js'
import { entryIdOf } from '../ledger/read-entry.js'
import { presentItemRow } from '../sync-jobs/sync-item.js'
import { presentJob } from '../sync-jobs/sync-job.js'
import { readLineage } from './read-lineage.js'

/** `definitions/Lineage`. */
export const getLineage: Handler = async ({ params }, { client }) => {
  const lineage = await readLineage(entryIdOf(params), client)
  const { entry, job, item, policy, decisions, predecessors } = lineage
  const { chainKey, chainSequence, entryHash, decisionHash } = entry
  return {
    ledgerEntry: presentEntry(entry),
    ...present({
      syncItem: item && presentItemRow(item),
      syncJob: job && presentJob(job),
      commitPolicy: policy && presentPolicy(policy),
      payloadHash: job?.payloadHash,
      configurationHash: job?.configurationHash,
    }),
    decisions: decisions.map(({ status, by, on }) => ({
      decision: status,
      decidedById: by,
      decidedDateTime: utcSeconds(new Date(on)),
    })),
    predecessors: predecessors.map(presentEntry),
    proof: present({ chainKey, chainSequence, entryHash, decisionHash }),
  }
}

export const getLineageAsProv: Handler = async ({ params }, context) =>
  provJsonOf(await readLineage(entryIdOf(params), context.client), await placeOf(context))

export const getLineageAsOpenLineage: Handler = async ({ params }, context) => ({
  events: openLineageOf(
    await readLineage(entryIdOf(params), context.client),
    await placeOf(context),
  ),
})

async function placeOf(context: OperationContext): Promise<LineagePlace> {
  const { organizationId } = await context.ownClient.whoAmI()
  return { serviceUrl: `${context.publicBaseUrl()}/v1`, environment: organizationId }
}
