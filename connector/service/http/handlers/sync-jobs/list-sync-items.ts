import { filter, query } from '../../../../dataverse/index.js'
import type { Filter, StoredRow } from '../../../../dataverse/index.js'
import {
  integrationSyncItem,
  integrationSyncJob,
  itemStatus,
  outcomeReason,
} from '../../../../../solution/tables/index.js'
import { PayloadGoneError, PayloadReader } from '../../../payload-reader.js'
import { optionLabelled } from '../../choice-names.js'
import { ApiError } from '../../errors.js'
import type { Handler, OperationContext } from '../../operation-context.js'
import { listAnswer, pageAt, positionOf } from '../../paging.js'
import type { Position } from '../../paging.js'
import { itemColumns, presentItemRow, presentPendingItem } from './sync-item.js'
import type { ItemRow, PostedJob } from './sync-item.js'
import { readJob } from './sync-job.js'

const jobColumns = [
  'jobStatus',
  'sourceSystemKey',
  'submittedDateTime',
  'payload',
  'payloadParts',
  'payloadHash',
  'nextSequence',
  'received',
] as const

type Job = StoredRow<typeof integrationSyncJob, (typeof jobColumns)[number]>
type Status = keyof typeof itemStatus
type Reason = keyof typeof outcomeReason

/** What a list is asked for. */
interface Asked {
  /** Undefined: any. */
  readonly statuses: ReadonlySet<Status> | undefined
  /** Undefined: any, or none yet. */
  readonly reasons: ReadonlySet<Reason> | undefined
  readonly pageSize: number
}

interface ItemPage {
  readonly items: readonly object[]
  readonly next: Position | undefined
}

interface Query {
  readonly itemStatus?: readonly string[]
  readonly outcomeReason?: readonly string[]
  readonly pageSize: number
}

function askedOf({ itemStatus: statuses, outcomeReason: reasons, pageSize }: Query): Asked {
  return {
    statuses: statuses && new Set(statuses.map((label) => optionLabelled(itemStatus, label))),
    reasons: reasons && new Set(reasons.map((label) => optionLabelled(outcomeReason, label))),
    pageSize,
  }
}

export const listSyncItems: Handler = async (request, context) => {
  const { jobId } = request.params as { readonly jobId: string }
  const query = request.query as Query
  const position = positionOf(request)
  const job = await readJob(jobId.toLowerCase(), jobColumns, context)
  const { items, next } = await pageOf(job, askedOf(query), position, context)
  return listAnswer(items, next, request, context)
}

function pageOf(
  job: Job,
  asked: Asked,
  position: Position | undefined,
  context: OperationContext,
): Promise<ItemPage> {
  if (job.payloadHash === null) return rowsInOrder(job, asked, position, context)
  if (job.jobStatus === 'open') return Promise.resolve({ items: [], next: undefined })
  if (position && !('after' in position)) throw new ApiError('InvalidPageToken', {})
  const from = position ? position.after + 1 : 0
  const mayBePending = isAskedFor(asked, 'pending', null)
  const isWritten = (job.nextSequence ?? 0) >= (job.received ?? 0)
  return mayBePending && !isWritten
    ? rowsAndPayload(job, asked, from, context)
    : rowsFrom(job, asked, from, context)
}

function isAskedFor({ statuses, reasons }: Asked, status: Status, reason: Reason | null): boolean {
  const hasReason = !reasons || (reason !== null && reasons.has(reason))
  return hasReason && (statuses?.has(status) ?? true)
}

const rows = filter(integrationSyncItem)

function ofJob(job: Job, asked: Asked): Filter<typeof integrationSyncItem>[] {
  const { statuses, reasons } = asked
  const conditions = [
    rows.eq('integrationSyncJob', { table: integrationSyncJob.logicalName, id: job.id }),
  ]
  if (statuses) {
    const any = [...statuses].map((status) => rows.eq('itemStatus', status))
    conditions.push(
      rows.or(...any, ...(statuses.has('pending') ? [rows.isNull('itemStatus')] : [])),
    )
  }
  if (reasons) conditions.push(rows.in('outcomeReason', [...reasons]))
  return conditions
}

/** Items that are rows from the start: their sequence numbers may be missing or given twice. */
async function rowsInOrder(
  job: Job,
  asked: Asked,
  position: Position | undefined,
  { client }: OperationContext,
): Promise<ItemPage> {
  const page = await pageAt(
    client,
    query(integrationSyncItem, {
      select: itemColumns,
      filter: rows.and(...ofJob(job, asked)),
      orderBy: ['sequenceNumber asc', 'createdOn asc', 'id asc'],
      pageSize: asked.pageSize,
    }),
    position,
  )
  return { items: page.rows.map(presentItemRow), next: page.next }
}

/** Items of a posted job that are rows by now, from a sequence number on. */
async function rowsFrom(
  job: Job,
  asked: Asked,
  from: number,
  { client }: OperationContext,
): Promise<ItemPage> {
  const page = await client.send(
    query(integrationSyncItem, {
      select: itemColumns,
      filter: rows.and(...ofJob(job, asked), rows.ge('sequenceNumber', from)),
      orderBy: ['sequenceNumber asc'],
      pageSize: asked.pageSize,
    }),
  )
  const after = page.rows.at(-1)?.sequenceNumber
  const hasMore = page.nextLink !== null && typeof after === 'number'
  return { items: page.rows.map(presentItemRow), next: hasMore ? { after } : undefined }
}

/** Sequence numbers looked at together, so that small pages of few matches need few requests. */
const smallestWindow = 1_000

/**
 * Items of a job under way: each sequence number once, as its row where there is one and else as it
 * was posted. The payload never changes, so a row written meanwhile only comes a page later.
 */
async function rowsAndPayload(
  job: Job,
  asked: Asked,
  from: number,
  context: OperationContext,
): Promise<ItemPage> {
  const { statuses, reasons, pageSize } = asked
  const reader = new PayloadReader(context.client, job)
  const facts = {
    id: job.id,
    submitted: job.submittedDateTime?.getTime() ?? 0,
    sourceSystemKey: job.sourceSystemKey,
  }
  const total = job.received ?? 0
  const items: object[] = []
  const window = (statuses ?? reasons) ? Math.max(pageSize, smallestWindow) : pageSize
  for (let start = from; start < total; start += window) {
    const end = Math.min(start + window, total)
    const written = await rowsBetween(job, start, end, context)
    for (let sequence = start; sequence < end; sequence++) {
      const row = written.get(sequence)
      if (!isAskedFor(asked, row?.itemStatus ?? 'pending', row?.outcomeReason ?? null)) continue
      const shown = row ? presentItemRow(row) : await pendingItem(reader, facts, sequence)
      if (shown) items.push(shown)
      if (items.length === pageSize) {
        return { items, next: sequence + 1 < total ? { after: sequence } : undefined }
      }
    }
  }
  return { items, next: undefined }
}

/** An item as it was posted; null once its payload has been purged. */
async function pendingItem(
  reader: PayloadReader,
  job: PostedJob,
  sequence: number,
): Promise<object | null> {
  try {
    const group = await reader.groupWith(sequence)
    const item = group?.items[sequence - group.first]
    return item ? presentPendingItem(job, sequence, item) : null
  } catch (error) {
    if (error instanceof PayloadGoneError) return null
    throw error
  }
}

async function rowsBetween(
  job: Job,
  start: number,
  end: number,
  { client }: OperationContext,
): Promise<ReadonlyMap<number, ItemRow>> {
  const anyStatus = { statuses: undefined, reasons: undefined, pageSize: end - start }
  const between = query(integrationSyncItem, {
    select: itemColumns,
    filter: rows.and(
      ...ofJob(job, anyStatus),
      rows.ge('sequenceNumber', start),
      rows.lt('sequenceNumber', end),
    ),
  })
  const found = new Map<number, ItemRow>()
  for await (const page of client.pages(between)) {
    for (const row of page.rows) if (row.sequenceNumber !== null) found.set(row.sequenceNumber, row)
  }
  return found
}
