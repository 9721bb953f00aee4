import { valueMapHash, valueMapId } from '../../../../engine/ids.js'
import { integrationValueMap } from '../../../../../solution/tables/index.js'
import type { OperationContext, OperationRequest } from '../../operation-context.js'
import { refuseTwins } from '../../twins.js'
import { rounded, textOrNull, upsertRows } from '../../upsert-rows.js'
import { mapsByHash } from './stored-maps.js'

interface ValueMapEntry {
  readonly codeList: string
  readonly sourceSystemKey?: string
  readonly sourceCode: string
  readonly sourceLabel?: string
  readonly canonicalCodeValue: string
  readonly canonicalLabel?: string
  readonly confidence?: number
}

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

  const present = await mapsByHash(client, new Set(hashes))
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
