import { integrationValueMap } from '../../../../../solution/tables/index.js'
import { rounded, textOrNull } from '../../upsert-rows.js'

/** `definitions/ValueMapEntry` as the definition lets it through. */
export interface ValueMapEntry {
  readonly codeList: string
  readonly sourceSystemKey?: string
  readonly sourceCode: string
  readonly sourceLabel?: string
  readonly canonicalCodeValue: string
  readonly canonicalLabel?: string
  readonly confidence?: number
}

/** The row of an entry. A map keeps the name that somebody gave it. */
export function wantedRow(entry: ValueMapEntry, keyHash: string, isNew: boolean) {
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
