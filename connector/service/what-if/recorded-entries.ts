import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient, Operation, Page, StoredRow } from '../../dataverse/index.js'
import { ledgerEntryId } from '../../engine/index.js'
import type { RecordedEntry } from '../../engine/replay/index.js'
import { integrationLedger } from '../../../solution/tables/index.js'
import { runOf } from '../worker/job-row.js'
import { stateColumns } from '../worker/ledger-state.js'
import { pagesOf } from '../worker/pages-of.js'
import { ordersOf } from './job-orders.js'
import type { RecordedPage } from './recorded-items.js'
import type { RecordedJob } from './recorded-job.js'
import { rowPlaces, isBefore } from './row-places.js'

const columns = [
  ...stateColumns,
  'settledStatus',
  'certifiedDateTime',
  'decidedDateTime',
  'recertifiedOn',
  'replaces',
  'integrationSyncItem',
  'integrationSyncJob',
  'createdOn',
  'modifiedOn',
] as const

type EntryRow = StoredRow<typeof integrationLedger, (typeof columns)[number]>

interface Wanted {
  readonly ids: ReadonlySet<string>
  readonly columns: readonly string[]
}

const wholeRecord = '*'

/** All ledger entries of some records' aspects, old and new, in the order of their chains. */
export async function readEntries(
  client: DataverseClient,
  job: RecordedJob,
  page: RecordedPage,
  wanted: ReadonlyMap<string, Wanted>,
): Promise<readonly RecordedEntry[]> {
  const found = (await pagesOf(client, queries(wanted))).flat()
  const sequences = await sequencesOf(client, job, page, found)
  const orders = await ordersOf(client, sameSecond(job, found))
  return found
    .map((row) => recordedEntry(job, row, sequences.get(row.id), orders))
    .sort((a, b) => a.chainSequence - b.chainSequence || (a.id < b.id ? -1 : 1))
}

function queries(wanted: ReadonlyMap<string, Wanted>): Operation<Page<EntryRow>>[] {
  const ledger = filter(integrationLedger)
  return [...wanted].flatMap(([targetTable, { ids, columns: aspects }]) =>
    chunksForIn([...ids], 'hash').map((group) =>
      query(integrationLedger, {
        select: columns,
        filter: ledger.and(
          ledger.in('targetId', group),
          ledger.eq('targetTable', targetTable),
          ledger.in('aspectKey', [...aspects, wholeRecord]),
        ),
      }),
    ),
  )
}

/** Sequences of the items that made the job's own entries, by entry. */
async function sequencesOf(
  client: DataverseClient,
  job: RecordedJob,
  { items, first }: RecordedPage,
  found: readonly EntryRow[],
): Promise<ReadonlyMap<string, number>> {
  const here = new Map(items.map(({ item }) => [item.id, item.sequence]))
  const own = found.filter((row) => row.integrationSyncJob?.id === job.row.id)
  const elsewhere = own.flatMap(({ integrationSyncItem: item }) =>
    item === null || here.has(item.id) ? [] : [item.id],
  )
  const places = await rowPlaces(client, elsewhere)
  return new Map(
    own.map((row) => {
      const item = row.integrationSyncItem?.id ?? ''
      if (!isOfLastRun(job, row)) return [row.id, -Infinity]
      const place = places.get(item)
      const sequence = here.get(item) ?? (place && isBefore(place, first) ? -Infinity : Infinity)
      return [row.id, sequence]
    }),
  )
}

/** An entry's id tells the run of the item that made it. */
function isOfLastRun({ row, context }: RecordedJob, entry: EntryRow): boolean {
  const run = runOf(row)
  const item = entry.integrationSyncItem?.id ?? ''
  const itemRun = run === 0 ? item : `${item}/${String(run)}`
  return ledgerEntryId(itemRun, context.job.submitted, entry.aspectKey) === entry.id
}

/** Jobs that may have run in the very second of this one. */
function sameSecond({ row, context }: RecordedJob, found: readonly EntryRow[]): Set<string> {
  const second = Math.floor(context.now / 1_000)
  const jobs = new Set<string>()
  for (const { integrationSyncJob: job, createdOn } of found) {
    if (job === null || job.id === row.id) continue
    if (Math.floor((createdOn?.getTime() ?? 0) / 1_000) === second) jobs.add(job.id)
  }
  return jobs
}

function recordedEntry(
  { context }: RecordedJob,
  row: EntryRow,
  sequence: number | undefined,
  orders: ReadonlyMap<string, string>,
): RecordedEntry {
  const time = (date: Date | null) => date?.getTime() ?? null
  const { ledgerStatus, certifiedBy } = row
  // Until the service has seen a decision, only the row itself tells when it was made.
  const unsettled = row.settledStatus === ledgerStatus ? null : time(row.modifiedOn)
  const isGivenUp = ledgerStatus === 'rejected' || ledgerStatus === 'revoked'
  return {
    id: row.id,
    targetTable: row.targetTable,
    targetId: row.targetId,
    aspectKey: row.aspectKey,
    sourceSystemKey: row.sourceSystemKey,
    status: ledgerStatus,
    value: row.value,
    previousValue: row.previousValue,
    observed: time(row.observedDateTime) ?? 0,
    appliedOn: time(row.appliedOn),
    supersededOn: time(row.supersededOn),
    latest: row.latest ?? false,
    lastConfirmed: time(row.lastConfirmed),
    staleOn: time(row.staleOn),
    certifiedByHand: false,
    isCertifiedByPerson: certifiedBy !== null && certifiedBy.id !== context.serviceUserId,
    chainSequence: row.chainSequence ?? 0,
    replaces: row.replaces?.id ?? null,
    recertifiedOn: time(row.recertifiedOn),
    certifiedOn: time(row.certifiedDateTime) ?? (ledgerStatus === 'certified' ? unsettled : null),
    decidedOn: isGivenUp ? (unsettled ?? time(row.decidedDateTime)) : null,
    origin:
      sequence === undefined
        ? {
            by: 'other',
            createdOn: time(row.createdOn) ?? 0,
            submissionOrder: orders.get(row.integrationSyncJob?.id ?? '') ?? null,
          }
        : { by: 'job', sequence },
  }
}
