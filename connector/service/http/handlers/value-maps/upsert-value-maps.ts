import { chunksForIn, filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../../../dataverse/index.js'
import { valueMapHash, valueMapId } from '../../../../engine/ids.js'
import { integrationValueMap } from '../../../../../solution/tables/index.js'
import { valuesOf } from '../../batch-values.js'
import type { OperationContext, OperationRequest } from '../../operation-context.js'
import { refuseTwins } from '../../twins.js'
import { rounded, textOrNull, upsertRows } from '../../upsert-rows.js'

interface ValueMapEntry {
  readonly codeList: string
  readonly sourceSystemKey?: string
  readonly sourceCode: string
  readonly sourceLabel?: string
  readonly canonicalCodeValue: string
  readonly canonicalLabel?: string
  readonly confidence?: number
}

const columns = [
  'codeList',
  'sourceSystemKey',
  'sourceCode',
  'sourceLabel',
  'canonicalCodeValue',
  'canonicalLabel',
  'confidence',
  'keyHash',
] as const

type MapRow = StoredRow<typeof integrationValueMap, (typeof columns)[number]>

export async function upsertValueMaps(
  { body }: OperationRequest,
  { client }: OperationContext,
): Promise<object> {
  const { valueMaps } = body as { readonly valueMaps: readonly ValueMapEntry[] }
  const entries = valueMaps.map((entry) => {
    const key = { ...entry, sourceSystemKey: entry.sourceSystemKey ?? '' }
    return { entry, id: valueMapId(key), keyHash: valueMapHash(key) }
  })
  const hashes = entries.map(({ keyHash }) => keyHash)
  refuseTwins('valueMaps', hashes)

  const present = await mapsByHash(client, hashes)
  return upsertRows(
    client,
    integrationValueMap,
    entries.map(({ entry, id, keyHash }) => {
      const row = present.get(keyHash)
      return { id: row?.id ?? id, row: wantedRow(entry, keyHash, !row), present: row }
    }),
  )
}

/** A map keeps the name that somebody gave it. */
function wantedRow(entry: ValueMapEntry, keyHash: string, isNew: boolean) {
  const { codeList, sourceCode, canonicalCodeValue } = entry
  const sourceSystemKey = textOrNull(entry.sourceSystemKey)
  const name = [codeList, sourceSystemKey, sourceCode].filter((part) => part !== null).join(' ')
  return {
    ...(isNew && { name }),
    codeList,
    sourceSystemKey,
    sourceCode,
    sourceLabel: textOrNull(entry.sourceLabel),
    canonicalCodeValue,
    canonicalLabel: textOrNull(entry.canonicalLabel),
    confidence: rounded(entry.confidence, integrationValueMap.columns.confidence.precision),
    keyHash,
  }
}

async function mapsByHash(
  client: DataverseClient,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, MapRow>> {
  const maps = filter(integrationValueMap)
  const outcomes = await client.batch(
    chunksForIn(hashes, 'hash').map((group) =>
      query(integrationValueMap, { select: columns, filter: maps.in('keyHash', group) }),
    ),
  )
  const found = new Map<string, MapRow>()
  for (const { rows } of valuesOf(outcomes)) {
    for (const row of rows) if (row.keyHash !== null) found.set(row.keyHash, row)
  }
  return found
}
