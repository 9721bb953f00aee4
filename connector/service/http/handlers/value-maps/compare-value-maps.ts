import { filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient } from '../../../../dataverse/index.js'
import {
  anySystem,
  buildMatrix,
  cellOf,
  compareText,
  otherMeanings,
} from '../../../../../solution/tables/value-map-comparison.js'
import type {
  Mapping,
  Mark,
  Matrix,
  MatrixRow,
} from '../../../../../solution/tables/value-map-comparison.js'
import { integrationValueMap } from '../../../../../solution/tables/index.js'
import type { MarkName } from '../../../../definition/source/value-maps/comparison-definitions.js'
import { ApiError } from '../../errors.js'
import type { Handler } from '../../operation-context.js'
import { listAnswer, positionOf } from '../../paging.js'
import { shorten } from '../../shorten.js'
import { sortedPage } from '../../sorted-page.js'
import { mapColumns } from './stored-maps.js'
import type { MapRow } from './stored-maps.js'

interface Query {
  readonly codeList: string
  readonly mark?: MarkName
  readonly minimumConfidence?: number
  readonly pageSize: number
}

/** Most maps of a code list that one request compares. */
const mostMaps = 50_000

/** A confidence below this is marked, unless the request says otherwise. */
const usualConfidence = 0.8

export const compareValueMaps: Handler = async (request, context) => {
  const { codeList, mark, minimumConfidence, pageSize } = request.query as Query
  const position = positionOf(request)
  const matrix = buildMatrix(await mappingsOf(codeList, context.client), {
    complete: true,
    lowConfidence: minimumConfidence ?? usualConfidence,
  })
  const marked = matrix.rows.map((row) => ({ row, marks: marksOf(row) }))
  const count = (name: MarkName) => marked.filter(({ marks }) => marks.includes(name)).length
  const page = sortedPage(
    {
      entries: mark === undefined ? marked : marked.filter(({ marks }) => marks.includes(mark)),
      keyOf: ({ row }) => row.code,
      compare: compareText,
    },
    position,
    pageSize,
  )
  return {
    codeList,
    sourceSystemKeys: matrix.systems.filter((system) => system !== anySystem),
    canonicalCodes: marked.length,
    gaps: count('Gap'),
    conflicts: count('Conflict'),
    several: count('Several'),
    lowConfidence: count('LowConfidence'),
    ...listAnswer(
      page.rows.map(({ row, marks }) => comparedCode(row, marks, matrix)),
      page.next,
      request,
      context,
    ),
  }
}

/** @throws ApiError CodeListTooLarge. */
async function mappingsOf(codeList: string, client: DataverseClient): Promise<readonly Mapping[]> {
  const found: Mapping[] = []
  const all = query(integrationValueMap, {
    select: mapColumns,
    filter: filter(integrationValueMap).eq('codeList', codeList),
    orderBy: ['id asc'],
  })
  for await (const { rows } of client.pages(all)) {
    for (const row of rows) if (row.codeList === codeList) found.push(mappingOf(row))
    if (found.length > mostMaps) {
      throw new ApiError('CodeListTooLarge', { codeList: shorten(codeList), most: mostMaps })
    }
  }
  return found
}

function mappingOf(row: MapRow): Mapping {
  return {
    id: row.id,
    codeList: row.codeList,
    system: row.sourceSystemKey ?? anySystem,
    sourceCode: row.sourceCode,
    sourceLabel: row.sourceLabel ?? '',
    canonicalCode: row.canonicalCodeValue,
    canonicalLabel: row.canonicalLabel ?? '',
    confidence: row.confidence,
  }
}

const markName = {
  gap: 'Gap',
  conflict: 'Conflict',
  several: 'Several',
  low: 'LowConfidence',
} as const satisfies Readonly<Record<Mark, MarkName>>

function marksOf(row: MatrixRow): readonly MarkName[] {
  return [...new Set([...row.cells.values()].flatMap(({ marks }) => marks))].map(
    (mark) => markName[mark],
  )
}

function comparedCode(row: MatrixRow, marks: readonly MarkName[], matrix: Matrix): object {
  return {
    canonicalCodeValue: row.code,
    ...(row.label !== '' && { canonicalLabel: row.label }),
    marks,
    sources: matrix.systems.map((system) => {
      const cell = cellOf(row, system)
      const shown = (mapping: Mapping) => comparedMap(mapping, matrix)
      return {
        ...(system !== anySystem && { sourceSystemKey: system }),
        marks: cell.marks.map((mark) => markName[mark]),
        valueMaps: cell.mappings.map(shown),
        inheritedValueMaps: cell.inherited.map(shown),
      }
    }),
  }
}

function comparedMap(mapping: Mapping, matrix: Matrix): object {
  const others = otherMeanings(matrix, mapping)
  return {
    valueMapId: mapping.id,
    sourceCode: mapping.sourceCode,
    ...(mapping.sourceLabel !== '' && { sourceLabel: mapping.sourceLabel }),
    confidence: mapping.confidence ?? 1,
    ...(others.length > 0 && { otherMeanings: others }),
  }
}
