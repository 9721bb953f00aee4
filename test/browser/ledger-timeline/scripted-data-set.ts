import { integrationLedger, ledgerStatus } from '../../../solution/tables/index.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet
type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord
type Filter = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression
type Row = Readonly<Record<string, unknown>>

const { columns } = integrationLedger

/** A pending entry of a record, as a data set holds it. */
export function ledgerRow(target: { readonly table: string; readonly id: string }): Row {
  return {
    [columns.targetTable.logicalName]: target.table,
    [columns.targetId.logicalName]: target.id,
    [columns.aspectKey.logicalName]: 'emailaddress1',
    [columns.sourceSystemKey.logicalName]: 'HRIS',
    [columns.ledgerStatus.logicalName]: String(ledgerStatus.pending.value),
  }
}

/** A data set that answers what a spec says, however wrong: pages differ in what they do and when. */
export class ScriptedDataSet {
  loading = false
  errorMessage = ''
  pageSize = 50
  total = 0
  hasNextPage = false
  refreshes = 0
  filter: Filter | undefined
  readonly added: string[] = []
  readonly sorting: DataSet['sorting'] = []

  constructor(public rows: readonly Row[]) {}

  view(): DataSet {
    const records = Object.fromEntries(
      this.rows.map((row, index) => [String(index), recordOf(String(index), row)]),
    )
    return {
      loading: this.loading,
      error: this.errorMessage !== '',
      errorMessage: this.errorMessage,
      columns: [],
      records,
      sortedRecordIds: Object.keys(records),
      sorting: this.sorting,
      filtering: {
        getFilter: () => this.filter ?? { conditions: [], filterOperator: 0 },
        setFilter: (filter) => {
          this.filter = filter
        },
        clearFilter: () => undefined,
      },
      linking: { getLinkedEntities: () => [], addLinkedEntity: () => undefined },
      paging: {
        totalResultCount: this.total,
        firstPageNumber: 1,
        lastPageNumber: 1,
        pageSize: this.pageSize,
        hasNextPage: this.hasNextPage,
        hasPreviousPage: false,
        loadNextPage: () => undefined,
        loadPreviousPage: () => undefined,
        loadExactPage: () => undefined,
        reset: () => undefined,
        setPageSize: (size) => {
          this.pageSize = size
        },
      },
      addColumn: (name) => void this.added.push(name),
      clearSelectedRecordIds: () => undefined,
      getSelectedRecordIds: () => [],
      setSelectedRecordIds: () => undefined,
      getTargetEntityType: () => integrationLedger.logicalName,
      getTitle: () => '',
      getViewId: () => '',
      openDatasetItem: () => undefined,
      refresh: () => {
        this.refreshes += 1
      },
    }
  }
}

function recordOf(id: string, row: Row): EntityRecord {
  return {
    getRecordId: () => id,
    getValue: (name) => (row[name] ?? null) as ReturnType<EntityRecord['getValue']>,
    getFormattedValue: (name) => JSON.stringify(row[name] ?? ''),
    getNamedReference: () => ({ id: { guid: id }, name: id }),
  }
}
