import { chunksForIn, filter, query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { identifierHash, neededLookups, neededRecords, recordKey } from '../../engine/index.js'
import type {
  ChunkState,
  DecisionContext,
  IdentifierState,
  RecordState,
  SyncItem,
} from '../../engine/index.js'
import { integrationIdentifier } from '../../../solution/tables/index.js'
import { offeredValues } from '../write-back/offered-values.js'
import { entriesByRecord, ledgerQueries } from './ledger-state.js'
import { pagesOf, pagesOfBoth } from './pages-of.js'
import { recordQueries, storedRecords } from './read-records.js'

/**
 * Reads what the decisions on some items rest on, in two `$batch` requests: the identifiers, then
 * the records they lead to with their open ledger entries. Where a policy of the job writes back, a
 * third one: what the source was offered of those records.
 *
 * `ownEntries`: ids of entries that do not count, since they belong to the decision itself.
 */
export async function readChunkState(
  client: DataverseClient,
  context: DecisionContext,
  items: readonly SyncItem[],
  ownEntries: ReadonlySet<string> = new Set(),
): Promise<ChunkState> {
  const identifiers = await readIdentifiers(client, context, items)
  const wanted = neededRecords(context, identifiers, items)
  if (wanted.size === 0) return { identifiers, records: new Map() }
  const queries = recordQueries(context.tables, wanted)
  const [recordPages, ledgerPages] = await pagesOfBoth(
    client,
    queries.map(({ operation }) => operation),
    ledgerQueries(wanted),
  )
  const found = new Map(
    queries.flatMap((recordQuery, index) => storedRecords(recordQuery, recordPages[index] ?? [])),
  )
  const ledgerRows = ledgerPages.flat().filter((row) => !ownEntries.has(row.id))
  const entries = entriesByRecord(ledgerRows, context.serviceUserId)
  const writesBack = context.configuration.policies.some((policy) => policy.writeBack === true)
  const offered = writesBack
    ? await offeredValues(client, context.job.sourceSystemKey, wanted)
    : undefined
  const states = new Map<string, RecordState>()
  for (const [targetTable, { ids }] of wanted) {
    for (const targetId of ids) {
      const key = recordKey(targetTable, targetId)
      const stored = found.get(key)
      states.set(key, {
        targetTable,
        targetId,
        exists: stored !== undefined,
        etag: stored?.etag ?? null,
        values: stored?.values ?? {},
        entries: entries.get(key) ?? [],
        ...(offered && { offered: offered.get(key) ?? [] }),
      })
    }
  }
  return { identifiers, records: states }
}

async function readIdentifiers(
  client: DataverseClient,
  context: DecisionContext,
  items: readonly SyncItem[],
): Promise<ReadonlyMap<string, IdentifierState>> {
  const hashes = neededLookups(context, items).identifierKeys.map(identifierHash)
  const pages = await pagesOf(
    client,
    chunksForIn(hashes, 'hash').map((group) =>
      query(integrationIdentifier, {
        select: ['keyHash', 'targetId', 'lastSeenDateTime'],
        filter: filter(integrationIdentifier).in('keyHash', group),
      }),
    ),
  )
  const identifiers = new Map<string, IdentifierState>()
  for (const row of pages.flat()) {
    if (row.keyHash === null) continue
    identifiers.set(row.keyHash, {
      id: row.id,
      targetId: row.targetId.toLowerCase(),
      lastSeen: row.lastSeenDateTime?.getTime() ?? null,
    })
  }
  return identifiers
}
