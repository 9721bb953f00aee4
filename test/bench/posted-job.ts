import { createHash } from 'node:crypto'

import { create, createMultiple, update } from '../../connector/dataverse/index.js'
import type { DataverseClient } from '../../connector/dataverse/index.js'
import { jobId, payloadId } from '../../connector/engine/ids.js'
import { encodePayload } from '../../connector/service/payload.js'
import { contact, integrationPayload, integrationSyncJob } from '../../solution/tables/index.js'
import { benchSource, contactItems } from './contacts.js'

const recordsAtOnce = 5_000
const partsAtOnce = 20

/**
 * Stores a job as the service stores a posted one, of more items than one request takes: 20,000 are
 * made, packed and written at a time. Gives the job's id; its status is Submitted.
 */
export async function storePostedJob(
  client: DataverseClient,
  submissionKey: string,
  records: number,
): Promise<string> {
  const id = jobId(benchSource, submissionKey)
  const submitted = new Date()
  await client.send(
    create(integrationSyncJob, id, {
      name: submissionKey,
      jobStatus: 'open',
      direction: 'inbound',
      entityType: contact.logicalName,
      sourceSystemKey: benchSource,
      submissionKey,
      targetTables: contact.logicalName,
      submittedDateTime: submitted,
      submissionOrder: submitted.toISOString(),
      nextSequence: 0,
      received: 4 * records,
      payloadHash: createHash('sha256').update(submissionKey).digest('hex'),
    }),
  )
  let payloadParts = 0
  for (let first = 0; first < records; first += recordsAtOnce) {
    const count = Math.min(recordsAtOnce, records - first)
    const items = contactItems(first, count).map((item) => ({
      ...item,
      targetTable: contact.logicalName,
    }))
    const { parts } = await encodePayload(items)
    await storeParts(client, id, payloadParts, parts)
    payloadParts += parts.length
  }
  await client.send(update(integrationSyncJob, id, { jobStatus: 'submitted', payloadParts }))
  return id
}

async function storeParts(
  client: DataverseClient,
  job: string,
  firstPart: number,
  parts: readonly string[],
): Promise<void> {
  const rows = parts.map((content, index) => ({
    id: payloadId('items', job, firstPart + index),
    row: {
      payloadKind: 'items' as const,
      partNumber: firstPart + index,
      content,
      integrationSyncJob: { table: integrationSyncJob.logicalName, id: job } as const,
    },
  }))
  for (let at = 0; at < rows.length; at += partsAtOnce) {
    await client.send(createMultiple(integrationPayload, rows.slice(at, at + partsAtOnce)))
  }
}
