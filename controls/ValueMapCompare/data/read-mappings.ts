import type { Mapping } from '../model/mapping.js'
import { mapTable } from './map-columns.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet
type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord

/** The rows that the data set holds now, by id. */
export function readMappings({
  records,
  sortedRecordIds,
}: Pick<DataSet, 'records' | 'sortedRecordIds'>): ReadonlyMap<string, Mapping> {
  return new Map(
    sortedRecordIds.flatMap((id) => {
      const record = records[id]
      return record ? [[id, mappingOf(id, record)] as const] : []
    }),
  )
}

function mappingOf(id: string, record: EntityRecord): Mapping {
  const text = (column: string) => {
    const value = record.getValue(column) as unknown
    return typeof value === 'string' ? value : ''
  }
  const confidence = record.getValue(mapTable.confidence) as unknown
  return {
    id,
    codeList: text(mapTable.codeList),
    system: text(mapTable.system),
    sourceCode: text(mapTable.sourceCode),
    sourceLabel: text(mapTable.sourceLabel),
    canonicalCode: text(mapTable.canonicalCode),
    canonicalLabel: text(mapTable.canonicalLabel),
    confidence: typeof confidence === 'number' ? confidence : null,
  }
}
