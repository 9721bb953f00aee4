import { dataTypeOf } from '../data-type.js'
import type { TableMetadata } from '../table-metadata.js'
import type { DataSetSource } from '../types.js'
import { requestJson } from '../web-api-request.js'
import { entityRecord } from './entity-record.js'
import type { WebApiRow } from './entity-record.js'
import { pageFetchXml } from './page-query.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet
type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression
type SortStatus = ComponentFramework.PropertyHelper.DataSetApi.SortStatus
type Link = ComponentFramework.PropertyHelper.DataSetApi.LinkEntityExposedExpression
type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord
type EntityReference = ComponentFramework.EntityReference

const totalCount = '@Microsoft.Dynamics.CRM.totalrecordcount'
const totalExceeded = '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'
const moreRecords = '@Microsoft.Dynamics.CRM.morerecords'
/** The platform gives no larger page. */
const largestPage = 5_000

/** What a data set needs of the page around it. */
export interface DataSetPage {
  readonly webApi: string
  /** How the user writes times. */
  readonly formatting: ComponentFramework.Formatting
  readonly openRecord: (reference: EntityReference) => void
  /** Called whenever what the control should show has changed. */
  readonly changed: () => void
}

/**
 * The rows of a view or subgrid, read from the Web API page by page: nothing is loaded that the
 * control did not ask for. Filter, order and links take effect at the next `refresh`, as on the
 * platform; an answer that a newer request has overtaken is dropped.
 */
export class LiveDataSet {
  #source: DataSetSource
  readonly #table: TableMetadata
  readonly #page: DataSetPage
  #filter: FilterExpression | null = null
  #sorting: SortStatus[] = []
  #links: Link[] = []
  #added: string[] = []
  #pageSize: number
  #firstPage = 1
  #lastPage = 1
  #records: Readonly<Record<string, EntityRecord>> = {}
  #total = 0
  #hasNextPage = false
  #loading = true
  #error: string | undefined
  #selected: string[] = []
  #running: AbortController | undefined
  #isDestroyed = false

  constructor(source: DataSetSource, table: TableMetadata, page: DataSetPage) {
    this.#source = source
    this.#table = table
    this.#page = page
    this.#pageSize = Math.min(source.pageSize, largestPage)
  }

  /** Takes another view or record; loads anew when it differs. */
  async setSource(source: DataSetSource): Promise<void> {
    const same = JSON.stringify(source) === JSON.stringify(this.#source)
    this.#source = source
    if (!same) await this.load()
  }

  /** Reads the first page anew. Never rejects: a refusal becomes the data set's error. */
  load(): Promise<void> {
    return this.#read(1, false)
  }

  /** From here on nothing is loaded, whoever asks. */
  destroy(): void {
    this.#isDestroyed = true
    this.#running?.abort()
    this.#running = undefined
  }

  /** The data set as a control gets it, as of now. */
  view(): DataSet {
    return {
      loading: this.#loading,
      error: this.#error !== undefined,
      errorMessage: this.#error ?? '',
      columns: this.#columns(),
      records: this.#records,
      sortedRecordIds: Object.keys(this.#records),
      sorting: this.#sorting,
      filtering: {
        getFilter: () => this.#filter ?? { conditions: [], filterOperator: 0 },
        setFilter: (expression) => void (this.#filter = expression),
        clearFilter: () => void (this.#filter = null),
      },
      linking: {
        getLinkedEntities: () => this.#links,
        addLinkedEntity: (link) => void this.#links.push(link),
      },
      paging: this.#paging(),
      addColumn: (name, alias) => {
        const added = alias === undefined ? name : `${alias}.${name}`
        if (!this.#added.includes(added)) this.#added.push(added)
      },
      clearSelectedRecordIds: () => this.#select([]),
      getSelectedRecordIds: () => this.#selected,
      setSelectedRecordIds: (ids) => this.#select(ids),
      getTargetEntityType: () => this.#source.table,
      getTitle: () => this.#source.viewName,
      getViewId: () => this.#source.viewId,
      openDatasetItem: (reference) => this.#page.openRecord(reference),
      refresh: () => void this.load(),
    }
  }

  #paging(): DataSet['paging'] {
    return {
      totalResultCount: this.#total,
      firstPageNumber: this.#firstPage,
      lastPageNumber: this.#lastPage,
      pageSize: this.#pageSize,
      hasNextPage: this.#hasNextPage,
      hasPreviousPage: this.#firstPage > 1,
      loadNextPage: (onlyNew = false) => {
        if (this.#hasNextPage && !this.#loading) void this.#read(this.#lastPage + 1, !onlyNew)
      },
      loadPreviousPage: () => {
        if (this.#firstPage > 1 && !this.#loading) void this.#read(this.#firstPage - 1, false)
      },
      loadExactPage: (page) => void this.#read(page, false),
      reset: () => void this.load(),
      setPageSize: (size) => void (this.#pageSize = Math.min(size, largestPage)),
    }
  }

  #columns(): DataSet['columns'] {
    const shown = this.#source.columns.map(({ name, width }, order) => ({ name, width, order }))
    const added = this.#added.map((name) => ({ name, width: 0, order: -1 }))
    return [...shown, ...added].map(({ name, width, order }) => {
      const column = this.#table.columns.get(name)
      return {
        name,
        alias: name,
        displayName: column?.label ?? name,
        dataType: column ? dataTypeOf(column) : 'SingleLine.Text',
        order,
        visualSizeFactor: width,
        isHidden: order < 0,
        isPrimary: name === this.#table.primaryName,
        disableSorting: name.includes('.'),
      }
    })
  }

  #select(ids: string[]): void {
    this.#selected = ids
    this.#page.changed()
  }

  async #read(page: number, append: boolean): Promise<void> {
    if (this.#isDestroyed) return
    this.#running?.abort()
    const running = new AbortController()
    this.#running = running
    this.#loading = true
    this.#page.changed()
    try {
      const answer = await requestJson(this.#url(page), { signal: running.signal })
      if (running.signal.aborted) return
      this.#take(answer, page, append)
    } catch (error) {
      if (running.signal.aborted) return
      this.#error = error instanceof Error ? error.message : String(error)
      this.#loading = false
    }
    this.#page.changed()
  }

  #take(answer: Readonly<Record<string, unknown>>, page: number, append: boolean): void {
    const records: Record<string, EntityRecord> = append ? { ...this.#records } : {}
    for (const row of answer.value as readonly WebApiRow[]) {
      const record = entityRecord(this.#table, row, this.#page.formatting)
      records[record.getRecordId()] = record
    }
    this.#records = records
    this.#firstPage = append ? this.#firstPage : page
    this.#lastPage = page
    this.#hasNextPage = answer[moreRecords] === true
    this.#total = answer[totalExceeded] === true ? -1 : Number(answer[totalCount] ?? -1)
    this.#selected = this.#selected.filter((id) => id in records)
    this.#error = undefined
    this.#loading = false
  }

  #url(page: number): string {
    const { fetchXml, columns, related } = this.#source
    const query = pageFetchXml({
      fetchXml,
      columns: [...columns.map(({ name }) => name), ...this.#added],
      filter: this.#filter,
      sorting: this.#sorting,
      links: this.#links,
      ...(related ? { related } : {}),
      page,
      pageSize: this.#pageSize,
    })
    return `${this.#page.webApi}${this.#table.entitySetName}?fetchXml=${encodeURIComponent(query)}`
  }
}
