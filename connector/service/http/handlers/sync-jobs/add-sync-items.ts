import { changeSet, update, upsert } from '../../../../dataverse/index.js'
import type { AnyOperation } from '../../../../dataverse/index.js'
import { integrationPayload, integrationSyncJob } from '../../../../../solution/tables/index.js'
import { readCodeLists, writeCodeLists } from '../../../code-lists.js'
import { encodeRows } from '../../../payload.js'
import { partRowId, readLayout, writeLayout } from '../../../payload-layout.js'
import type { PayloadPart } from '../../../payload-layout.js'
import { readTableList, writeTableList } from '../../../table-list.js'
import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { checkedItems, mostTables } from '../../submission/checked-items.js'
import { contentHash, normalised } from '../../submission/normalise.js'
import type { SyncItemSubmission } from '../../submission/request.js'
import { changeJob } from './change-job.js'
import type { ChangedJob } from './change-job.js'
import { statusLabel } from './sync-job.js'

interface AddSyncItemsRequest {
  readonly partNumber: number
  readonly entityType?: string
  readonly items: readonly SyncItemSubmission[]
}

/** A part as it is to be written. */
interface NewPart extends PayloadPart {
  readonly contents: readonly string[]
  readonly tables: readonly string[]
  readonly relatedTables: readonly string[]
  readonly codeLists: readonly string[]
}

/** Writes the part and counts it on the job in one change set: a part is there whole or not at all. */
export const addSyncItems: Handler = async (request, context) => {
  const body = request.body as AddSyncItemsRequest
  const added = { items: 0 }
  const job = await changeJob(request, context, async (found) => {
    const layout = readLayout(found.payload)
    const entityType = body.entityType ?? found.entityType ?? ''
    await checkedItems({ entityType, items: body.items }, context)
    const part = await newPart(body, entityType, found)
    const same = layout?.find(({ partNumber }) => partNumber === body.partNumber)
    added.items = same ? 0 : part.items
    if (same) return repeated(found, same, part)
    if (!layout || found.jobStatus !== 'open') {
      throw new ApiError('SyncJobNotOpen', {
        jobId: found.id,
        status: layout ? statusLabel(found.jobStatus) : 'none that was opened for parts',
      })
    }
    return writesOf(found, layout, part)
  })
  context.metrics.countItems(added.items)
  return {
    jobId: job.id,
    partNumber: body.partNumber,
    items: body.items.length,
    received: job.received ?? 0,
  }
}

/** @throws ApiError SyncJobPartReused where the part was added with other content. */
function repeated({ id }: ChangedJob, same: PayloadPart, { hash, partNumber }: NewPart): null {
  if (same.hash === hash) return null
  throw new ApiError('SyncJobPartReused', { jobId: id, partNumber })
}

async function newPart(
  { partNumber, items }: AddSyncItemsRequest,
  entityType: string,
  { sourceSystemKey }: ChangedJob,
): Promise<NewPart> {
  const kept = items.map((item) => normalised(item, entityType))
  const contents = await encodeRows(kept)
  return {
    partNumber,
    rows: contents.length,
    items: items.length,
    hash: contentHash({ sourceSystemKey, entityType }, kept),
    contents,
    tables: kept.map(({ targetTable }) => targetTable),
    relatedTables: kept.flatMap(({ relatedTable }) => relatedTable ?? []),
    codeLists: kept.flatMap(({ codeList }) => codeList ?? []),
  }
}

function writesOf(job: ChangedJob, layout: readonly PayloadPart[], part: NewPart): AnyOperation {
  const written = new Set([...readTableList(job.targetTables), ...part.tables])
  const related = new Set([...readTableList(job.relatedTables), ...part.relatedTables])
  for (const table of written) related.delete(table)
  const count = written.size + related.size
  if (count > mostTables) throw new ApiError('TooManyTables', { count, most: mostTables })
  const counted = update(
    integrationSyncJob,
    job.id,
    {
      received: (job.received ?? 0) + part.items,
      payload: writeLayout([...layout, part]),
      payloadParts: (job.payloadParts ?? 0) + part.rows,
      targetTables: writeTableList(written),
      relatedTables: writeTableList(related),
      codeLists: writeCodeLists([...readCodeLists(job.codeLists), ...part.codeLists]),
    },
    { ifMatch: job.etag },
  )
  return changeSet([counted, ...rowsOf(job, part)])
}

function rowsOf({ id }: ChangedJob, { partNumber, contents }: NewPart) {
  return contents.map((content, row) =>
    upsert(integrationPayload, partRowId(id, partNumber, row), {
      name: `Items of ${id}, part ${String(partNumber)}.${String(row + 1)}`,
      payloadKind: 'items',
      partNumber: row,
      content,
      integrationSyncJob: { table: integrationSyncJob.logicalName, id },
    }),
  )
}
