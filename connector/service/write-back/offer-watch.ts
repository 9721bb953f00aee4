import { update } from '../../dataverse/index.js'
import type { DataverseClient, MetadataCache } from '../../dataverse/index.js'
import { overtaken } from '../../engine/write-back/index.js'
import { integrationSyncJob } from '../../../solution/tables/index.js'
import { PollingLoop } from '../polling-loop.js'
import type { Log } from '../log.js'
import { closeAcknowledged } from './close-outbound.js'
import { dueOffers, isDue, mostJobs } from './due-offers.js'
import type { OfferedJob } from './due-offers.js'
import { offerHeldAgain } from './offer-again.js'
import { superseding, writeEach } from './offer-writes.js'
import { offersOf, pendingOffersLike } from './open-offers.js'
import type { StoredOffer } from './open-offers.js'
import { outdatedOffers } from './outdated-offers.js'

export interface OfferContext {
  readonly client: DataverseClient
  readonly metadata: MetadataCache
  readonly log: Log
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface RunningOfferWatch {
  /** Lets the look under way end and resolves. */
  readonly stop: () => Promise<void>
}

/** Watches over what source systems are offered until it is stopped. `pollMs`: between two looks. */
export function startOfferWatch({
  pollMs,
  ...context
}: OfferContext & { readonly pollMs: number }): RunningOfferWatch {
  const loop = new PollingLoop({
    turn: () => lookAtOffers(context),
    failed: (error) => {
      context.log.error({ err: error }, 'Offering values was interrupted; it goes on later')
    },
    pollMs,
  })
  return { stop: loop.stop }
}

/**
 * One look: values that newer ones have overtaken are offered no more, what nobody acknowledged in
 * time is offered again, and jobs with nothing left to acknowledge are closed. Where somebody asked to
 * offer held values again, that comes first. One request where there is nothing to do.
 *
 * @returns Whether there may be more at once.
 */
export async function lookAtOffers({ client, metadata, log, now }: OfferContext): Promise<boolean> {
  const { rows: found } = await client.send(dueOffers(now()))
  if (found.length === 0) return false
  const asked = found.filter(({ retryScope }) => retryScope !== null)
  if (asked.length > 0) {
    await offerHeldAgain({ client, metadata, now }, asked)
    log.info({ jobs: asked.length }, 'Values that were held are translated anew')
    return true
  }
  const offers = await offersOf(client, found)
  const due = new Set(found.filter((job) => isDue(job, now())).map(({ id }) => id))
  const past = await pastOffers(client, offers, due)
  await writeEach(client, past.map(superseding))
  const jobs = new Set([...found.map(({ id }) => id), ...past.map(({ jobId }) => jobId)])
  await closeAcknowledged(client, [...jobs], now)
  const pastIds = new Set(past.map(({ id }) => id))
  const waiting = offers.filter((offer) => offer.isPending && !pastIds.has(offer.id))
  const again = await note(client, found, waiting, now())
  if (again > 0) log.info({ jobs: again }, 'Values that nobody acknowledged are offered again')
  return found.length === mostJobs
}

/**
 * Those of the offers, and of others for the same records, that newer ones have overtaken, and those
 * that are due again although their field has got another value: nothing else was offered where that
 * is from the source itself, or has no code there.
 */
async function pastOffers(
  client: DataverseClient,
  offers: readonly StoredOffer[],
  due: ReadonlySet<string>,
): Promise<readonly StoredOffer[]> {
  const others = await pendingOffersLike(client, offers)
  const all = new Map([...others, ...offers].map((offer) => [offer.id, offer]))
  const again = offers.filter(({ isPending, jobId }) => isPending && due.has(jobId))
  const outdated = await outdatedOffers(client, again)
  const past = new Set([...overtaken([...all.values()]), ...outdated].map(({ id }) => id))
  return [...all.values()].filter(({ id }) => past.has(id))
}

/**
 * Notes on jobs with items left that they were looked through, and moves the time of those that are
 * due: from then on their values are ready anew. A job that somebody changed meanwhile waits for the
 * next look.
 *
 * @returns How many are offered again.
 */
async function note(
  client: DataverseClient,
  found: readonly OfferedJob[],
  waiting: readonly StoredOffer[],
  now: number,
): Promise<number> {
  const open = found.filter(({ id }) => waiting.some(({ jobId }) => jobId === id))
  const notes = open.map((job) => {
    const offered = isDue(job, now)
      ? { submittedDateTime: new Date(now), attempts: (job.attempts ?? 1) + 1 }
      : {}
    const changes = { nextSequence: 0, ...offered }
    return update(integrationSyncJob, job.id, changes, { ifMatch: job.etag })
  })
  if (notes.length > 0) await client.batch(notes, { continueOnError: true })
  return open.filter((job) => isDue(job, now)).length
}
