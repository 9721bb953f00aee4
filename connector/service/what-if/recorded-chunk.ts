import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { identifierHash, neededLookups, neededRecords } from '../../engine/index.js'
import type { IdentifierState } from '../../engine/index.js'
import type { RecordedChunk, RecordedIdentifier } from '../../engine/replay/index.js'
import { integrationIdentifier } from '../../../solution/tables/index.js'
import { offeredValues } from '../write-back/offered-values.js'
import { pagesOf } from '../worker/pages-of.js'
import { readEntries } from './recorded-entries.js'
import type { RecordedPage } from './recorded-items.js'
import type { RecordedJob } from './recorded-job.js'

/** Reads what the decisions on a page of items can be rebuilt from. Writes nothing. */
export async function recordedChunk(
  client: DataverseClient,
  job: RecordedJob,
  page: RecordedPage,
): Promise<RecordedChunk> {
  const { context, submissionOrder } = job
  const items = page.items.map(({ item }) => item)
  const hashes = neededLookups(context, items).identifierKeys.map(identifierHash)
  const identifiers = await readIdentifiers(client, hashes)
  const now = new Map<string, IdentifierState>()
  for (const [hash, { id, targetId }] of identifiers)
    now.set(hash, { id, targetId, lastSeen: null })
  const wanted = new Map<string, { ids: Set<string>; columns: readonly string[] }>()
  for (const [table, { ids, columns }] of neededRecords(context, now, items)) {
    wanted.set(table, { ids: new Set(ids), columns })
  }
  for (const { item, outcome } of page.items) {
    if (outcome.targetId !== null) wanted.get(item.targetTable)?.ids.add(outcome.targetId)
  }
  const entries = await readEntries(client, job, page, wanted)
  const writesBack = context.configuration.policies.some((policy) => policy.writeBack === true)
  const offered = writesBack && (await offeredValues(client, job.row.sourceSystemKey, wanted))
  const chunk = { context, submissionOrder, items: page.items, entries, identifiers }
  return offered ? { ...chunk, offered } : chunk
}

async function readIdentifiers(
  client: DataverseClient,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, RecordedIdentifier>> {
  const pages = await pagesOf(
    client,
    chunksForIn(hashes, 'hash').map((group) =>
      query(integrationIdentifier, {
        select: ['keyHash', 'targetId', 'firstSeenDateTime'],
        filter: filter(integrationIdentifier).in('keyHash', group),
      }),
    ),
  )
  const identifiers = new Map<string, RecordedIdentifier>()
  for (const { id, keyHash, targetId, firstSeenDateTime } of pages.flat()) {
    if (keyHash === null) continue
    const firstSeen = firstSeenDateTime?.getTime() ?? null
    identifiers.set(keyHash, { id, targetId: targetId.toLowerCase(), firstSeen })
  }
  return identifiers
}
