import { randomUUID } from 'node:crypto'

import { create, filter, query, retrieve, update } from '../../connector/dataverse/index.js'
import type { DataverseClient } from '../../connector/dataverse/index.js'
import { rawUpdate } from '../../connector/dataverse/index.js'
import {
  contact,
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  integrationSyncItem,
} from '../../solution/tables/index.js'
import { benchSource } from './contacts.js'
import type { FieldItem } from './contacts.js'

/**
 * The same work as a maker's flow does it: an item after the other, a call after the other. It
 * makes the item's row, finds the record and the policy, writes the value, the ledger entry, and
 * what became of the item: six calls an item, and two more for a record that is new.
 */
export async function runPerItemLoop(
  client: DataverseClient,
  items: readonly FieldItem[],
): Promise<void> {
  for (const item of items) await runItem(client, item)
}

async function runItem(client: DataverseClient, item: FieldItem): Promise<void> {
  const { externalKey, fieldName, newValue } = item
  const { id: itemId } = await client.send(
    create(integrationSyncItem, null, {
      targetTable: contact.logicalName,
      externalKey,
      fieldName,
      newValue,
      itemStatus: 'pending',
    }),
  )
  const targetId =
    (await knownRecord(client, externalKey)) ?? (await newRecord(client, externalKey))
  const policies = filter(integrationCommitPolicy)
  await client.send(
    query(integrationCommitPolicy, { filter: policies.eq('targetTable', contact.logicalName) }),
  )
  await client.send(retrieve(contact, targetId))
  await client.send(rawUpdate(contact, targetId, { [fieldName]: newValue }))
  await client.send(
    create(integrationLedger, null, {
      ledgerAspect: 'field',
      aspectKey: fieldName,
      targetTable: contact.logicalName,
      targetId,
      sourceSystemKey: benchSource,
      ledgerStatus: 'pending',
      value: newValue,
    }),
  )
  await client.send(update(integrationSyncItem, itemId, { itemStatus: 'applied', targetId }))
}

async function knownRecord(client: DataverseClient, externalKey: string): Promise<string | null> {
  const identifiers = filter(integrationIdentifier)
  const { rows } = await client.send(
    query(integrationIdentifier, {
      select: ['targetId'],
      filter: identifiers.and(
        identifiers.eq('sourceSystemKey', benchSource),
        identifiers.eq('targetTable', contact.logicalName),
        identifiers.eq('externalKey', externalKey),
      ),
    }),
  )
  return rows[0]?.targetId ?? null
}

async function newRecord(client: DataverseClient, externalKey: string): Promise<string> {
  const { id } = await client.send(create(contact, randomUUID(), {}))
  await client.send(
    create(integrationIdentifier, null, {
      sourceSystemKey: benchSource,
      targetTable: contact.logicalName,
      externalKey,
      targetId: id,
    }),
  )
  return id
}
