import { filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient, StoredRow } from '../../../../dataverse/index.js'
import { valueMapHash } from '../../../../engine/ids.js'
import { integrationValueMap } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import { hasExactly } from '../../exactly.js'
import type { Handler } from '../../operation-context.js'
import { present } from '../../present.js'
import { shorten } from '../../shorten.js'

interface Query {
  readonly codeList: string
  readonly code: string
  readonly sourceSystemKey?: string
  readonly direction: 'ToCanonical' | 'ToSource'
}

const columns = [
  'sourceSystemKey',
  'codeList',
  'sourceCode',
  'sourceLabel',
  'canonicalCodeValue',
  'canonicalLabel',
  'confidence',
] as const

type MapRow = StoredRow<typeof integrationValueMap, (typeof columns)[number]>

const maps = filter(integrationValueMap)

export const translateValue: Handler = async (request, { client }) => {
  const asked = request.query as Query
  const isForward = asked.direction === 'ToCanonical'
  const map = isForward ? await canonical(asked, client) : await sourceCode(asked, client)
  if (!map) {
    const { codeList, code } = asked
    throw new ApiError('ValueMapNotFound', {
      codeList: shorten(codeList),
      code: shorten(code),
      source: sourceInWords(asked),
    })
  }
  return present({
    ...asked,
    translatedCode: isForward ? map.canonicalCodeValue : map.sourceCode,
    translatedLabel: isForward ? map.canonicalLabel : map.sourceLabel,
    confidence: map.confidence ?? 1,
    valueMapId: map.id,
  })
}

/** The map of a code: the source system's own before one for any source. */
async function canonical(asked: Query, client: DataverseClient): Promise<MapRow | undefined> {
  const { codeList, code, sourceSystemKey = '' } = asked
  const sources = [...new Set([sourceSystemKey, ''])]
  const hashes = sources.map((source) =>
    valueMapHash({ sourceSystemKey: source, codeList, sourceCode: code }),
  )
  const { rows } = await client.send(
    query(integrationValueMap, { select: columns, filter: maps.in('keyHash', hashes) }),
  )
  return (
    rows.find((row) => row.sourceSystemKey === sourceSystemKey) ??
    rows.find((row) => isForAnySource(row))
  )
}

/**
 * The map back to a code of the source system: its own before those for any source, of which the
 * ones that the source system's own maps replace do not count.
 *
 * @throws ApiError AmbiguousTranslation where several codes mean the same: none is better than another.
 */
async function sourceCode(asked: Query, client: DataverseClient): Promise<MapRow | undefined> {
  const { codeList, code, sourceSystemKey } = asked
  const meaning = await mapsWhere(client, { codeList, canonicalCodeValue: code })
  const own = meaning.filter((row) => row.sourceSystemKey === sourceSystemKey)
  if (own.length > 0) return onlyOne(own, asked)
  const general = meaning.filter(isForAnySource)
  const replaced = new Set<string>()
  for (const row of sourceSystemKey === undefined ? [] : general) {
    const other = await mapsWhere(client, { codeList, sourceCode: row.sourceCode })
    if (other.some((map) => map.sourceSystemKey === sourceSystemKey)) replaced.add(row.id)
  }
  return onlyOne(
    general.filter((row) => !replaced.has(row.id)),
    asked,
  )
}

type MapKey = Partial<Pick<MapRow, 'codeList' | 'sourceCode' | 'canonicalCodeValue'>>

async function mapsWhere(client: DataverseClient, key: MapKey): Promise<readonly MapRow[]> {
  const { codeList, sourceCode: code, canonicalCodeValue } = key
  const conditions = [
    ...(codeList === undefined ? [] : [maps.eq('codeList', codeList)]),
    ...(code === undefined ? [] : [maps.eq('sourceCode', code)]),
    ...(canonicalCodeValue === undefined
      ? []
      : [maps.eq('canonicalCodeValue', canonicalCodeValue)]),
  ]
  const found: MapRow[] = []
  const all = query(integrationValueMap, { select: columns, filter: maps.and(...conditions) })
  for await (const { rows } of client.pages(all)) {
    found.push(...rows.filter((row) => hasExactly(row, key)))
  }
  return found
}

function onlyOne(rows: readonly MapRow[], asked: Query): MapRow | undefined {
  const codes = [...new Set(rows.map((row) => row.sourceCode))]
  if (codes.length <= 1) return rows[0]
  throw new ApiError('AmbiguousTranslation', {
    code: shorten(asked.code),
    codeList: shorten(asked.codeList),
    source: sourceInWords(asked),
    candidates: codes.sort().slice(0, 10).map(shorten).join(', '),
  })
}

function isForAnySource(row: MapRow): boolean {
  return (row.sourceSystemKey ?? '') === ''
}

function sourceInWords({ sourceSystemKey }: Query): string {
  return sourceSystemKey === undefined ? 'any source' : `source ${shorten(sourceSystemKey)}`
}
