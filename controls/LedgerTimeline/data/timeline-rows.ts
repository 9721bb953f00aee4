import { dataSetStatus, totalOf } from '../../shared/data-set-status.js'
import type { Total } from '../../shared/data-set-status.js'
import { choicesWith, noChoices } from '../model/choices.js'
import type { Choices } from '../model/choices.js'
import type { Entry } from '../../shared/ledger/entry.js'
import type { Filters } from '../model/filters.js'
import { filterExpression, isWanted } from './filter-expression.js'
import type { Target } from './filter-expression.js'
import { ledgerTable, readColumns } from '../../shared/ledger/ledger-table.js'
import { readEntries } from './read-entries.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet
type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression

/** The entries to show, as far as they are known. */
export type Rows =
  | { readonly state: 'loading' }
  | { readonly state: 'noAccess' }
  | { readonly state: 'empty' }
  /** The page answers with other entries than it was asked for. */
  | { readonly state: 'notNarrowed' }
  | { readonly state: 'error'; readonly message: string }
  | {
      readonly state: 'entries'
      readonly entries: readonly Entry[]
      readonly total: Total
      readonly hasMore: boolean
      /** Newer or more entries are on the way. */
      readonly isLoading: boolean
    }

/** Which entries are wanted. `target` undefined: of any record. */
export interface Wanted {
  readonly target: Target | undefined
  readonly filters: Filters
}

/** The platform gives no larger page. */
const largestPage = 5_000
/** After so many answers with other entries than asked for, no better one is to be expected. */
const mostWrongAnswers = 3
const descending = 1

/**
 * Narrows the data set on the server to the wanted entries, newest first, and reads them. What the
 * data set held before our own filter was in effect is never shown: every answer is compared with
 * what was asked for.
 */
export class TimelineRows {
  #dataSet: DataSet | undefined
  #wanted: Wanted | undefined
  /** What the page had filtered by before we did. */
  #before: FilterExpression | undefined
  #pageSize = 0
  #isAwaited = false
  #sawLoading = false
  #wrongAnswers = 0
  #rows: Rows = { state: 'loading' }
  #choices = noChoices

  /** `name`: the data set's in the manifest. `userId`: who looks at it, in lower case without braces. */
  constructor(
    private readonly name: string,
    private readonly userId: string,
  ) {}

  get rows(): Rows {
    return this.#rows
  }

  /** What the entries seen so far can be filtered by. */
  get choices(): Choices {
    return this.#choices
  }

  /** Takes what the platform hands the control. `updated`: names of what changed since. */
  take(dataSet: DataSet, updated: readonly string[], wanted: Wanted): void {
    const isFirst = this.#dataSet === undefined
    this.#dataSet = dataSet
    if (isFirst) this.#open(dataSet)
    const had = this.#wanted
    if (!had || !sameTarget(had.target, wanted.target)) {
      this.#rows = { state: 'loading' }
      this.#choices = noChoices
    }
    if (!had || !same(had, wanted)) {
      this.#wanted = wanted
      this.#wrongAnswers = 0
      this.#ask(this.#pageSize)
      return
    }
    const isNew = updated.includes('dataset') || updated.includes(`${this.name}_dataset`)
    if (dataSet.loading) this.#wait()
    else if (isNew || this.#isAwaited) this.#read(dataSet, wanted)
  }

  /** Reads the entries anew, as many as there are now, so that nobody loses their place. */
  reload(): void {
    const loaded = this.#rows.state === 'entries' ? this.#rows.entries.length : 0
    this.#wrongAnswers = 0
    this.#ask(Math.min(Math.max(loaded, this.#pageSize), largestPage))
  }

  /** Reads the next page. */
  loadMore(): void {
    this.#dataSet?.paging.loadNextPage()
  }

  #open(dataSet: DataSet): void {
    const { sorting } = dataSet
    const given = new Set(dataSet.columns.map(({ name }) => name))
    for (const column of readColumns) if (!given.has(column)) dataSet.addColumn?.(column)
    this.#before = dataSet.filtering.getFilter()
    this.#pageSize = dataSet.paging.pageSize
    // The platform takes the order from this very list.
    sorting.splice(0, sorting.length, { name: ledgerTable.observed, sortDirection: descending })
  }

  #ask(pageSize: number): void {
    const dataSet = this.#dataSet
    if (!dataSet || !this.#wanted) return
    const { target, filters } = this.#wanted
    if (pageSize !== dataSet.paging.pageSize) dataSet.paging.setPageSize(pageSize)
    dataSet.filtering.setFilter(filterExpression(target, filters, this.#before))
    this.#isAwaited = true
    this.#sawLoading = false
    if (this.#rows.state === 'entries') this.#rows = { ...this.#rows, isLoading: true }
    else this.#rows = { state: 'loading' }
    dataSet.refresh()
  }

  #wait(): void {
    this.#sawLoading = true
    if (this.#rows.state === 'entries') this.#rows = { ...this.#rows, isLoading: true }
  }

  #read(dataSet: DataSet, wanted: Wanted): void {
    const status = dataSetStatus(dataSet, true)
    if (status.state !== 'ready') {
      this.#isAwaited = false
      this.#rows = status
      return
    }
    const entries = readEntries(dataSet, this.userId)
    if (!entries.every((entry) => isWanted(entry, wanted.target, wanted.filters))) {
      this.#refuse()
      return
    }
    this.#isAwaited = false
    this.#choices = choicesWith(this.#choices, entries)
    this.#rows = {
      state: 'entries',
      entries,
      total: totalOf(dataSet.paging, entries.length),
      hasMore: dataSet.paging.hasNextPage,
      isLoading: false,
    }
  }

  /** An answer to an older question is let pass; a wrong answer to ours is asked for again. */
  #refuse(): void {
    this.#wrongAnswers += 1
    if (this.#wrongAnswers > mostWrongAnswers) {
      this.#isAwaited = false
      this.#rows = { state: 'notNarrowed' }
    } else if (this.#sawLoading || this.#wrongAnswers > 1) this.#ask(this.#pageSize)
  }
}

function same(one: Wanted, other: Wanted): boolean {
  return (
    sameTarget(one.target, other.target) &&
    one.filters.aspect === other.filters.aspect &&
    one.filters.source === other.filters.source &&
    one.filters.status === other.filters.status &&
    one.filters.text === other.filters.text
  )
}

function sameTarget(one: Target | undefined, other: Target | undefined): boolean {
  return one?.table === other?.table && one?.id === other?.id
}
