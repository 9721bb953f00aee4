import {
  create,
  filter,
  query,
  rawUpdate,
  retrieveByKey,
  update,
} from '../../connector/dataverse/index.js'
import type { DataverseClient } from '../../connector/dataverse/index.js'
import { identifierHash } from '../../connector/engine/ids.js'
import type { ExternalRecordKey } from '../../connector/engine/ids.js'
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
  const row = await client.retrieveOrNull(
    retrieveByKey(integrationIdentifier, { keyHash: identifierHash(keyOf(externalKey)) }),
  )
  return row?.targetId ?? null
}

async function newRecord(client: DataverseClient, externalKey: string): Promise<string> {
  const { id } = await client.send(create(contact, null, {}))
  const key = keyOf(externalKey)
  await client.send(
    create(integrationIdentifier, null, { ...key, keyHash: identifierHash(key), targetId: id }),
  )
  return id
}

function keyOf(externalKey: string): ExternalRecordKey {
  return { sourceSystemKey: benchSource, targetTable: contact.logicalName, externalKey }
}
