import type { DataverseClient } from '../../../../dataverse/index.js'
import { valueMapHash } from '../../../../engine/ids.js'
import { shorten } from '../../shorten.js'
import { mapsByHash, mapsMeaning } from './stored-maps.js'
import type { MapRow } from './stored-maps.js'

/** A code to translate. Without a source system only maps for any source count. */
export interface AskedCode {
  readonly codeList: string
  readonly code: string
  readonly sourceSystemKey?: string
  readonly direction: 'ToCanonical' | 'ToSource'
}

export type Translation =
  | { readonly kind: 'translated'; readonly map: MapRow }
  | { readonly kind: 'unknown' }
  /** Several codes of the source mean the same: none is better than another. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }

/** Translates many codes with a number of requests that does not depend on how many they are. */
export async function translateAll(
  asked: readonly AskedCode[],
  client: DataverseClient,
): Promise<readonly Translation[]> {
  const back = asked.filter(({ direction }) => direction === 'ToSource')
  const sources = new Set(back.flatMap(({ sourceSystemKey }) => sourceSystemKey ?? []))
  const meaning = byMeaning(await mapsMeaning(client, back, sources))
  const known = await mapsByHash(client, new Set(asked.flatMap((one) => hashesFor(one, meaning))))
  return asked.map((one) =>
    one.direction === 'ToCanonical' ? forward(one, known) : backward(one, meaning, known),
  )
}

type Meanings = ReadonlyMap<string, readonly MapRow[]>

function byMeaning(rows: readonly MapRow[]): Meanings {
  const meanings = new Map<string, MapRow[]>()
  for (const row of rows) {
    const key = meaningKey(row.codeList, row.canonicalCodeValue)
    const others = meanings.get(key)
    if (others) others.push(row)
    else meanings.set(key, [row])
  }
  return meanings
}

function meaningKey(codeList: string, code: string): string {
  return JSON.stringify([codeList, code])
}

function meaningOf({ codeList, code }: AskedCode, meanings: Meanings): readonly MapRow[] {
  return meanings.get(meaningKey(codeList, code)) ?? []
}

/** The keys of maps that decide: of the code itself, or those that replace a map for any source. */
function hashesFor(asked: AskedCode, meanings: Meanings): readonly string[] {
  if (asked.direction === 'ToCanonical') {
    return [hashOf(asked, asked.code), hashOf({ ...asked, sourceSystemKey: '' }, asked.code)]
  }
  return asked.sourceSystemKey === undefined
    ? []
    : meaningOf(asked, meanings)
        .filter(isForAnySource)
        .map(({ sourceCode }) => hashOf(asked, sourceCode))
}

function hashOf({ codeList, sourceSystemKey = '' }: AskedCode, sourceCode: string): string {
  return valueMapHash({ sourceSystemKey, codeList, sourceCode })
}

/** The map of a code: the source system's own before one for any source. */
function forward(asked: AskedCode, known: ReadonlyMap<string, MapRow>): Translation {
  const [own = '', general = ''] = hashesFor(asked, new Map())
  const map = known.get(own) ?? known.get(general)
  return map ? { kind: 'translated', map } : { kind: 'unknown' }
}

/**
 * The map back to a code of the source system: its own before those for any source, of which the
 * ones that the source system's own maps replace do not count.
 */
function backward(
  asked: AskedCode,
  meanings: Meanings,
  known: ReadonlyMap<string, MapRow>,
): Translation {
  const { sourceSystemKey } = asked
  const meaning = meaningOf(asked, meanings)
  const own = meaning.filter((row) => row.sourceSystemKey === sourceSystemKey)
  if (own.length > 0) return onlyOne(own)
  const isReplaced = ({ sourceCode }: MapRow) =>
    sourceSystemKey !== undefined && known.has(hashOf(asked, sourceCode))
  return onlyOne(meaning.filter((row) => isForAnySource(row) && !isReplaced(row)))
}

function onlyOne(rows: readonly MapRow[]): Translation {
  const [first] = rows
  if (!first) return { kind: 'unknown' }
  const candidates = [...new Set(rows.map(({ sourceCode }) => sourceCode))].sort()
  return candidates.length === 1
    ? { kind: 'translated', map: first }
    : { kind: 'ambiguous', candidates: candidates.slice(0, mostCandidates) }
}

/** Codes that an answer names where several mean the same. */
const mostCandidates = 10

function isForAnySource({ sourceSystemKey }: MapRow): boolean {
  return (sourceSystemKey ?? '') === ''
}

/** What a translation adds to what was asked. */
export function translatedBy(map: MapRow, { direction }: AskedCode) {
  const isForward = direction === 'ToCanonical'
  return {
    translatedCode: isForward ? map.canonicalCodeValue : map.sourceCode,
    translatedLabel: isForward ? map.canonicalLabel : map.sourceLabel,
    confidence: map.confidence ?? 1,
    valueMapId: map.id,
  }
}

/** What errors and messages say of a code that has no translation. */
export function shownParts({ codeList, code, sourceSystemKey }: AskedCode) {
  return {
    codeList: shorten(codeList),
    code: shorten(code),
    source: sourceSystemKey === undefined ? 'any source' : `source ${shorten(sourceSystemKey)}`,
  }
}
