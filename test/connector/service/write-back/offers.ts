import { randomUUID } from 'node:crypto'

import { create, filter, query, retrieve } from '../../../../connector/dataverse/index.js'
import type {
  DataverseClient,
  RowChanges,
  StoredRow,
} from '../../../../connector/dataverse/index.js'
import { integrationSyncItem, integrationSyncJob } from '../../../../solution/tables/index.js'

/** A value that is offered: its row but for what all of them have. */
export type OfferedRow = RowChanges<typeof integrationSyncItem>

export interface Offer {
  readonly jobId: string
  readonly itemIds: readonly string[]
}

/** Adds an outbound job with its items as settling a certified change leaves them. */
export async function addOffer(
  client: DataverseClient,
  sourceSystemKey: string,
  items: readonly OfferedRow[],
  job: RowChanges<typeof integrationSyncJob> = {},
): Promise<Offer> {
  const jobId = randomUUID()
  await client.send(
    create(integrationSyncJob, jobId, {
      direction: 'outbound',
      jobStatus: 'submitted',
      sourceSystemKey,
      entityType: 'contact',
      targetTables: 'contact',
      submittedDateTime: new Date('2026-11-21T10:00:00Z'),
      attempts: 1,
      received: items.length,
      ...job,
    }),
  )
  const itemIds = items.map(() => randomUUID())
  await client.createEach(
    integrationSyncItem,
    items.map((item, sequenceNumber) => ({
      id: itemIds[sequenceNumber] ?? '',
      row: {
        integrationSyncJob: { table: integrationSyncJob.logicalName, id: jobId },
        sequenceNumber,
        targetTable: 'contact',
        externalKey: 'E-100',
        fieldName: 'jobtitle',
        itemStatus: 'pending',
        occurredDateTime: new Date('2026-11-21T10:00:00Z'),
        ...item,
      },
    })),
  )
  return { jobId, itemIds }
}

const shown = [
  'jobStatus',
  'submittedDateTime',
  'attempts',
  'received',
  'applied',
  'held',
  'superseded',
  'rejected',
  'completedDateTime',
] as const

export function jobRow(
  client: DataverseClient,
  id: string,
): Promise<StoredRow<typeof integrationSyncJob, (typeof shown)[number]>> {
  return client.send(retrieve(integrationSyncJob, id, { select: shown }))
}

/** How the items of an offer stand, in their order. */
export async function statusesOf(client: DataverseClient, { jobId }: Offer) {
  const { rows } = await client.send(
    query(integrationSyncItem, {
      select: ['itemStatus', 'processMessage', 'appliedDateTime'],
      filter: filter(integrationSyncItem).eq('integrationSyncJob', {
        table: integrationSyncJob.logicalName,
        id: jobId,
      }),
      orderBy: ['sequenceNumber asc'],
    }),
  )
  return rows
}
