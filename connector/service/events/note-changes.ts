import { filter, query, update } from '../../dataverse/index.js'
import type { DataverseClient, Operation } from '../../dataverse/index.js'
import { integrationLedger, integrationSyncJob } from '../../../solution/tables/index.js'
import { finalStatuses } from './feeds/sync-job-completed.js'

const jobs = filter(integrationSyncJob)
const entries = filter(integrationLedger)

/** Rows noted at a time. */
const mostNoted = 250

/** Jobs that somebody closed by hand, without saying when. */
export const unnotedEnds = query(integrationSyncJob, {
  select: ['jobStatus'],
  filter: jobs.and(jobs.in('jobStatus', finalStatuses), jobs.isNull('completedDateTime')),
  top: mostNoted,
})

/** Outbound jobs that somebody submitted by hand, without saying when. */
export const unnotedOffers = query(integrationSyncJob, {
  select: ['jobStatus'],
  filter: jobs.and(
    jobs.eq('direction', 'outbound'),
    jobs.eq('jobStatus', 'submitted'),
    jobs.isNull('submittedDateTime'),
  ),
  top: mostNoted,
})

/** Entries whose status somebody changed since the service last settled or noted them. */
export const unnotedDecisions = query(integrationLedger, {
  select: ['ledgerStatus', 'modifiedBy'],
  filter: entries.and(
    entries.or(entries.isNull('settledStatus'), entries.differs('ledgerStatus', 'settledStatus')),
    entries.or(
      entries.and(entries.isNull('decidedStatus'), entries.ne('ledgerStatus', 'pending')),
      entries.differs('decidedStatus', 'ledgerStatus'),
    ),
  ),
  top: mostNoted,
})

type RowsOf<O> = O extends Operation<{ readonly rows: infer Rows }> ? Rows : never

export interface Unnoted {
  readonly ends: RowsOf<typeof unnotedEnds>
  readonly offers: RowsOf<typeof unnotedOffers>
  readonly decisions: RowsOf<typeof unnotedDecisions>
}

/** A note that takes longer is given up, and made anew with a later time. */
const longestMs = 60_000

/**
 * Notes on rows when something happened to them that nobody wrote down. Only so can it be told later
 * which of many rows are new, since a row's last change may be another. A decision is noted with who
 * made it, because the note itself becomes the row's last change. Each row is noted at the version
 * that was seen: one that changed meanwhile waits for the next look.
 *
 * @returns How many there were to note.
 */
export async function noteChanges(
  client: DataverseClient,
  { ends, offers, decisions }: Unnoted,
  now: number,
): Promise<number> {
  const time = new Date(now)
  const notes = [
    ...ends.map(({ id, etag }) =>
      update(integrationSyncJob, id, { completedDateTime: time }, { ifMatch: etag }),
    ),
    ...offers.map(({ id, etag }) =>
      update(integrationSyncJob, id, { submittedDateTime: time }, { ifMatch: etag }),
    ),
    ...decisions.map(({ id, etag, ledgerStatus, modifiedBy }) =>
      update(
        integrationLedger,
        id,
        { decidedStatus: ledgerStatus, decidedBy: modifiedBy, decidedDateTime: time },
        { ifMatch: etag },
      ),
    ),
  ]
  if (notes.length === 0) return 0
  const signal = AbortSignal.timeout(longestMs)
  await client.batch(notes, { continueOnError: true, signal })
  return notes.length
}
