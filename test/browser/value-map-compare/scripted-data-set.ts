import { mapTable } from '../../../controls/ValueMapCompare/data/map-columns.js'
import type { Mapping } from '../../../controls/ValueMapCompare/model/mapping.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet
type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord
type Filter = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression

/** A data set that holds what a spec puts into it and counts what it is asked for. */
export class ScriptedDataSet {
  rows: readonly Mapping[] = []
  hasNextPage = false
  total = 0
  firstPageNumber = 1
  error = ''
  viewId = 'first'
  pageSize = 50
  refreshes = 0
  nextPages = 0
  filter: Filter | undefined
  readonly added: string[] = []

  constructor(private readonly columns: readonly string[] = []) {}

  view(): DataSet {
    const paging = {
      totalResultCount: this.total,
      firstPageNumber: this.firstPageNumber,
      hasNextPage: this.hasNextPage,
      setPageSize: (size: number) => void (this.pageSize = size),
      loadNextPage: () => void (this.nextPages += 1),
    }
    const parts = {
      loading: false,
      error: this.error !== '',
      errorMessage: this.error,
      columns: this.columns.map((name) => ({ name })),
      records: Object.fromEntries(this.rows.map((row) => [row.id, recordOf(row)])),
      sortedRecordIds: this.rows.map(({ id }) => id),
      filtering: { setFilter: (filter: Filter) => void (this.filter = filter) },
      paging,
      addColumn: (name: string) => void this.added.push(name),
      getViewId: () => this.viewId,
      refresh: () => void (this.refreshes += 1),
    }
    // The rest of a data set is not used by what these specs drive.
    return parts as unknown as DataSet
  }
}

function recordOf(row: Mapping): EntityRecord {
  const values: Readonly<Record<string, unknown>> = {
    [mapTable.codeList]: row.codeList,
    [mapTable.system]: row.system,
    [mapTable.sourceCode]: row.sourceCode,
    [mapTable.sourceLabel]: row.sourceLabel,
    [mapTable.canonicalCode]: row.canonicalCode,
    [mapTable.canonicalLabel]: row.canonicalLabel,
    [mapTable.confidence]: row.confidence,
  }
  const getValue = ((name: string) => values[name] ?? null) as EntityRecord['getValue']
  return {
    getRecordId: () => row.id,
    getValue,
    getFormattedValue: () => '',
    getNamedReference: () => ({ id: { guid: row.id }, name: row.id }),
  }
}
