import { update } from '../../dataverse/index.js'
import type { AnyOperation, DataverseClient, MetadataCache } from '../../dataverse/index.js'
import { offeredAgain, overtaken, toldColumns } from '../../engine/write-back/index.js'
import type { SettledChange } from '../../engine/write-back/index.js'
import {
  integrationSyncItem,
  integrationSyncJob,
  maxLength,
} from '../../../solution/tables/index.js'
import { readRetryScope } from '../retry-scope.js'
import { readOutboundContext } from '../settle/outbound-context.js'
import { closingUpdate } from '../worker/close-job.js'
import { commitPolicy, policyQuery } from '../worker/configuration.js'
import { total } from '../worker/job-row.js'
import { pagesOf } from '../worker/pages-of.js'
import { talliesOf } from './close-outbound.js'
import type { OfferedJob } from './due-offers.js'
import { superseding, writeEach } from './offer-writes.js'
import { offersOf, pendingOffersLike } from './open-offers.js'
import type { StoredOffer } from './open-offers.js'
import { outdatedOffers } from './outdated-offers.js'

interface Context {
  readonly client: DataverseClient
  readonly metadata: MetadataCache
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Translates anew what the retry scope of some outbound jobs names of their held items: they are
 * offered, stay held for the reason of now, or are superseded. A job that offers something then is
 * submitted as of now, any other one is closed. Done again after a cut, it goes on where it was.
 */
export async function offerHeldAgain(
  { client, metadata, now }: Context,
  jobs: readonly OfferedJob[],
): Promise<void> {
  const open = await offersOf(client, jobs)
  const held = open.filter(isAskedBy(jobs))
  const past = await pastHeld(client, held, open)
  const rest = held.filter((offer) => !past.has(offer))
  await writeEach(client, [
    ...[...past].map(superseding),
    ...(await translations(client, metadata, rest)),
  ])
  const tallies = await talliesOf(client, jobs)
  const noted = jobs.flatMap((job, index) => {
    const counted = tallies[index]
    if (!counted) return []
    const { pending, tally } = counted
    const changes =
      pending === 0
        ? closingUpdate(total(tally), tally, null, { now })
        : {
            ...tally,
            received: pending + total(tally),
            submittedDateTime: new Date(now()),
            attempts: 1,
            nextSequence: null,
          }
    const ended = { ...changes, retryScope: null }
    return [update(integrationSyncJob, job.id, ended, { ifMatch: job.etag })]
  })
  await writeEach(client, noted)
}

function isAskedBy(jobs: readonly OfferedJob[]): (offer: StoredOffer) => boolean {
  const scopes = new Map(
    jobs.flatMap(({ id, retryScope }) =>
      retryScope === null ? [] : [[id, readRetryScope(retryScope)] as const],
    ),
  )
  return ({ isPending, jobId, reason }) => {
    const scope = scopes.get(jobId)
    return (
      !isPending &&
      reason !== null &&
      scope?.statuses.includes('held') === true &&
      scope.reasons.includes(reason)
    )
  }
}

/** Those whose field has got another value since, or a newer offer of the same one. */
async function pastHeld(
  client: DataverseClient,
  held: readonly StoredOffer[],
  open: readonly StoredOffer[],
): Promise<ReadonlySet<StoredOffer>> {
  const others = await pendingOffersLike(client, held)
  const all = new Map([...others, ...open].map((offer) => [offer.id, offer]))
  for (const offer of held) all.set(offer.id, { ...offer, isPending: true })
  const past = [...overtaken([...all.values()]), ...(await outdatedOffers(client, held))]
  const ids = new Set(past.map(({ id }) => id))
  return new Set(held.filter(({ id }) => ids.has(id)))
}

/** The writes to those items that stand otherwise now than they say. */
async function translations(
  client: DataverseClient,
  metadata: MetadataCache,
  held: readonly StoredOffer[],
): Promise<readonly AnyOperation[]> {
  if (held.length === 0) return []
  const tables = await metadata.tables([...new Set(held.map(({ targetTable }) => targetTable))])
  const changes = held.flatMap((offer): { offer: StoredOffer; change: SettledChange }[] => {
    const { id, decided: decidedOn, targetId, fieldName: aspectKey, value } = offer
    const table = tables.get(offer.targetTable)
    // A very long value is kept cut on its item: it cannot be told from there.
    if (!table || (value?.length ?? 0) >= maxLength.value) return []
    const decision = { entryId: id, decision: '', decidedOn, origin: null }
    return [{ offer, change: { ...decision, table, targetId, aspectKey, value } }]
  })
  const policies = (await pagesOf(client, [policyQuery()])).flat().map(commitPolicy)
  const context = await readOutboundContext(
    client,
    policies,
    changes.map(({ change }) => change),
  )
  return changes.flatMap(({ offer, change }) => {
    const told = toldColumns(offeredAgain(change, offer, context))
    const isSame = told.outcomeReason === offer.reason && told.processMessage === offer.message
    if (isSame) return []
    const row = { ...nothingTold, ...told }
    return [update(integrationSyncItem, offer.id, row, { ifMatch: offer.etag })]
  })
}

const nothingTold = {
  newValue: null,
  longValue: null,
  codeList: null,
  relatedTable: null,
  outcomeReason: null,
  processMessage: null,
} as const
