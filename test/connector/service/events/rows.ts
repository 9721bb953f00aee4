import { randomUUID } from 'node:crypto'

import { create, update } from '../../../../connector/dataverse/index.js'
import type { DataverseClient, RowChanges } from '../../../../connector/dataverse/index.js'
import {
  contact,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
} from '../../../../solution/tables/index.js'

/** Adds a job at its end, as its worker leaves it. Gives its id. */
export async function addEndedJob(
  client: DataverseClient,
  ended: number | null,
  row: RowChanges<typeof integrationSyncJob> = {},
): Promise<string> {
  const id = randomUUID()
  await client.send(
    create(integrationSyncJob, id, {
      name: 'job',
      direction: 'inbound',
      jobStatus: 'completed',
      sourceSystemKey: 'HRIS',
      entityType: 'contact',
      completedDateTime: ended === null ? null : new Date(ended),
      ...row,
    }),
  )
  return id
}

/** Adds an entry that waits for a steward, on a contact of its own. Gives its id. */
export async function addPendingEntry(
  client: DataverseClient,
  row: RowChanges<typeof integrationLedger> = {},
): Promise<string> {
  const id = randomUUID()
  const targetId = randomUUID()
  await client.send(create(contact, targetId, { lastName: 'Lovelace' }))
  await client.send(
    create(integrationLedger, id, {
      name: 'entry',
      ledgerAspect: 'field',
      aspectKey: 'emailaddress1',
      targetTable: 'contact',
      targetId,
      sourceSystemKey: 'HRIS',
      ledgerStatus: 'pending',
      settledStatus: 'pending',
      value: 'ada@agency.gov',
      ...row,
    }),
  )
  return id
}

/** Decides an entry as a form or a control does: by its status alone. */
export function decide(
  client: DataverseClient,
  id: string,
  ledgerStatus: 'certified' | 'rejected' | 'revoked',
): Promise<void> {
  return client.send(update(integrationLedger, id, { ledgerStatus }))
}

/** Adds an outbound job with items and submits it, as a person would in the app. Gives its id. */
export async function offerValues(
  client: DataverseClient,
  sourceSystemKey: string,
  values: readonly string[],
): Promise<string> {
  const id = randomUUID()
  await client.send(
    create(integrationSyncJob, id, { direction: 'outbound', jobStatus: 'open', sourceSystemKey }),
  )
  await client.createEach(
    integrationSyncItem,
    values.map((newValue, sequenceNumber) => ({
      id: randomUUID(),
      row: {
        integrationSyncJob: { table: integrationSyncJob.logicalName, id },
        sequenceNumber,
        targetTable: 'contact',
        externalKey: 'E-100',
        fieldName: 'emailaddress1',
        newValue,
      },
    })),
  )
  await client.send(update(integrationSyncJob, id, { jobStatus: 'submitted' }))
  return id
}
