import { chunksForIn, filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../../../dataverse/index.js'
import { integrationValueMap } from '../../../../../solution/tables/index.js'
import { pagesOf } from '../../../worker/pages-of.js'
import { textChunks } from '../../text-chunks.js'

export const mapColumns = [
  'sourceSystemKey',
  'codeList',
  'sourceCode',
  'sourceLabel',
  'canonicalCodeValue',
  'canonicalLabel',
  'confidence',
  'keyHash',
] as const

export type MapRow = StoredRow<typeof integrationValueMap, (typeof mapColumns)[number]>

const maps = filter(integrationValueMap)

/** The maps with these key hashes, read in one `$batch`. */
export async function mapsByHash(
  client: DataverseClient,
  hashes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, MapRow>> {
  const pages = await pagesOf(
    client,
    chunksForIn([...hashes], 'hash').map((group) =>
      query(integrationValueMap, { select: mapColumns, filter: maps.in('keyHash', group) }),
    ),
  )
  return new Map(pages.flat().flatMap((row) => (row.keyHash === null ? [] : [[row.keyHash, row]])))
}

/** A canonical code of a code list. */
export interface CanonicalKey {
  readonly codeList: string
  readonly code: string
}

/**
 * The maps to canonical codes, read in one `$batch`, of these sources and of any source. The
 * platform compares without regard to case: there may be more maps than were asked for.
 */
export async function mapsMeaning(
  client: DataverseClient,
  keys: readonly CanonicalKey[],
  sources: ReadonlySet<string>,
): Promise<readonly MapRow[]> {
  const codesByList = new Map<string, Set<string>>()
  for (const { codeList, code } of keys) {
    codesByList.set(codeList, (codesByList.get(codeList) ?? new Set()).add(code))
  }
  const fewSources = sources.size <= mostSources ? [...sources] : []
  const queries = [...codesByList].flatMap(([codeList, codes]) =>
    textChunks([...codes]).map((group) =>
      query(integrationValueMap, {
        select: mapColumns,
        filter: maps.and(
          maps.eq('codeList', codeList),
          maps.in('canonicalCodeValue', group),
          ...(fewSources.length === 0
            ? []
            : [maps.or(maps.in('sourceSystemKey', fewSources), maps.isNull('sourceSystemKey'))]),
        ),
      }),
    ),
  )
  const rows: MapRow[] = []
  for (let start = 0; start < queries.length; start += queriesAtOnce) {
    const pages = await pagesOf(client, queries.slice(start, start + queriesAtOnce))
    for (const page of pages) rows.push(...page)
  }
  return rows
}

/** With more source systems than these, maps of all are read and the others left out afterwards. */
const mostSources = 8

/** Operations that the platform takes in one `$batch`. */
const queriesAtOnce = 1_000
