import { filter, query } from '../../../../dataverse/index.js'
import { integrationValueMap } from '../../../../../solution/tables/index.js'
import { hasExactly } from '../../exactly.js'
import { asked } from '../../filters.js'
import type { Handler } from '../../operation-context.js'
import { listAnswer, pageAt, positionOf } from '../../paging.js'
import { presentColumns } from '../../present.js'
import { utcSeconds } from '../../formats.js'

interface Query {
  readonly codeList?: string
  readonly sourceSystemKey?: string
  readonly sourceCode?: string
  readonly canonicalCodeValue?: string
  readonly pageSize: number
}

const columns = [
  'name',
  'codeList',
  'sourceSystemKey',
  'sourceCode',
  'sourceLabel',
  'canonicalCodeValue',
  'canonicalLabel',
  'confidence',
] as const

export const listValueMaps: Handler = async (request, context) => {
  const { pageSize, ...given } = request.query as Query
  const { codeList, sourceSystemKey, sourceCode, canonicalCodeValue } = given
  const texts = { codeList, sourceSystemKey, sourceCode, canonicalCodeValue }
  const page = await pageAt(
    context.client,
    query(integrationValueMap, {
      select: [...columns, 'modifiedOn'],
      filter: filter(integrationValueMap).and(...asked(integrationValueMap, texts)),
      orderBy: ['codeList asc', 'canonicalCodeValue asc', 'id asc'],
      pageSize,
    }),
    positionOf(request),
  )
  const value = page.rows
    .filter((row) => hasExactly(row, texts))
    .map((row) => ({
      valueMapId: row.id,
      ...presentColumns(integrationValueMap, row, columns),
      confidence: row.confidence ?? 1,
      ...(row.modifiedOn && { modifiedOn: utcSeconds(row.modifiedOn) }),
    }))
  return listAnswer(value, page.next, request, context)
}
