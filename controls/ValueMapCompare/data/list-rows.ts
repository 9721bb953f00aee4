import { dataSetStatus, totalOf } from '../../shared/data-set-status.js'
import type { Total } from '../../shared/data-set-status.js'
import type { Mapping } from '../model/mapping.js'
import { mapTable, readColumns } from './map-columns.js'
import { readMappings } from './read-mappings.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet

/** The rows of the chosen code list, as far as they are known. */
export type ListRows =
  | { readonly state: 'loading' }
  | { readonly state: 'noAccess' }
  | { readonly state: 'error'; readonly message: string }
  | {
      readonly state: 'rows'
      readonly mappings: readonly Mapping[]
      readonly loaded: number
      readonly total: Total
      /** `capped`: there are more rows than are read at all. */
      readonly extent: 'loading' | 'capped' | 'complete'
    }

/** More rows are not read: a list of this size is no work for eyes. */
export const mostRows = 20_000
/** The platform's largest page. */
const pageSize = 5_000

const equal = 0 satisfies ComponentFramework.PropertyHelper.DataSetApi.Types.ConditionOperator
const and = 0 satisfies ComponentFramework.PropertyHelper.DataSetApi.Types.FilterOperator

/**
 * Narrows the data set to one code list on the server and reads all its pages, one after another.
 * `asked`: the narrowed rows are on the way, and what the data set holds is not ours yet.
 */
export class CodeListRows {
  #dataSet: DataSet | undefined
  /** Kept apart, as the data set kept may itself be of another view by now. */
  #viewId = ''
  #list: string | undefined
  #phase: 'idle' | 'asked' | 'ours' = 'idle'
  #rows: ReadonlyMap<string, Mapping> = new Map()
  /** Rows written here since they were read. */
  #written: ReadonlyMap<string, Mapping> = new Map()
  /** How many rows there were when the next page was asked for, so that it is asked for once. */
  #pageAskedAt = -1
  #state: ListRows = { state: 'loading' }

  constructor(private readonly name: string) {}

  get state(): ListRows {
    return this.#state
  }

  /** Shows this list from now on. */
  choose(list: string): void {
    this.#list = list
    this.refresh()
  }

  /** Reads the list anew. */
  refresh(): void {
    const dataSet = this.#dataSet
    if (!dataSet || this.#list === undefined) return
    const shown = new Set(dataSet.columns.map(({ name }) => name))
    for (const column of readColumns) if (!shown.has(column)) dataSet.addColumn?.(column)
    dataSet.paging.setPageSize(pageSize)
    dataSet.filtering.setFilter({
      filterOperator: and,
      conditions: [
        { attributeName: mapTable.codeList, conditionOperator: equal, value: this.#list },
        { attributeName: mapTable.state, conditionOperator: equal, value: mapTable.active },
      ],
    })
    this.#phase = 'asked'
    this.#state = { state: 'loading' }
    this.#rows = new Map()
    this.#written = new Map()
    this.#pageAskedAt = -1
    dataSet.refresh()
  }

  /** Takes what the platform hands the control; asks for the next page where there is one. */
  take(dataSet: DataSet, updated: readonly string[]): void {
    const isNew = updated.includes('dataset') || updated.includes(`${this.name}_dataset`)
    const viewId = dataSet.getViewId()
    const viewChanged = this.#dataSet !== undefined && this.#viewId !== viewId
    this.#viewId = viewId
    this.#dataSet = dataSet
    if (this.#list === undefined) return
    if (this.#phase === 'idle' || viewChanged) {
      this.refresh()
      return
    }
    if (this.#phase === 'asked') {
      if (!isNew && !dataSet.loading) return
      this.#phase = 'ours'
    } else if (!isNew) return
    if (!dataSet.loading) this.#read(dataSet)
  }

  /** Shows a row as it was written here, until rows are read anew. */
  put(mapping: Mapping): void {
    this.#written = new Map([...this.#written, [mapping.id, mapping]])
    if (this.#state.state === 'rows') {
      this.#state = { ...this.#state, mappings: this.#mappings() }
    }
  }

  #read(dataSet: DataSet): void {
    const status = dataSetStatus(dataSet, true)
    if (status.state === 'error' || status.state === 'noAccess') {
      this.#state = status
      return
    }
    const { paging } = dataSet
    const page = readMappings(dataSet)
    // Some hosts hand out only the new page: its number says so.
    this.#rows = paging.firstPageNumber > 1 ? new Map([...this.#rows, ...page]) : page
    const loaded = this.#rows.size
    const extent = !paging.hasNextPage ? 'complete' : loaded >= mostRows ? 'capped' : 'loading'
    this.#state = {
      state: 'rows',
      mappings: this.#mappings(),
      loaded,
      total: totalOf(paging, loaded),
      extent,
    }
    if (extent === 'loading' && this.#pageAskedAt !== loaded) {
      this.#pageAskedAt = loaded
      paging.loadNextPage()
    }
  }

  /** The platform's comparison takes `Country` and `COUNTRY` for one list; translation does not. */
  #mappings(): readonly Mapping[] {
    const all = new Map([...this.#rows, ...this.#written])
    return [...all.values()].filter(({ codeList }) => codeList === this.#list)
  }
}
