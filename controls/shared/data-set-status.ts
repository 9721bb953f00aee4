import { isAccessDenied } from './access-denied.js'

type DataSet = ComponentFramework.PropertyTypes.DataSet

/** What a control on a data set can show. */
export type DataSetStatus =
  /** Nothing is known yet. */
  | { readonly state: 'loading' }
  /** Rows are there; `isLoading` while more of them, or newer ones, are on the way. */
  | { readonly state: 'ready'; readonly isLoading: boolean }
  | { readonly state: 'empty' }
  | { readonly state: 'noAccess' }
  /** `message` is the platform's. */
  | { readonly state: 'error'; readonly message: string }

type StatusOf = Pick<DataSet, 'loading' | 'error' | 'errorMessage' | 'sortedRecordIds'>

/** Which state the data set is in. Rows already there stay in sight while others load. */
export function dataSetStatus(dataSet: StatusOf, mayRead: boolean): DataSetStatus {
  if (!mayRead) return { state: 'noAccess' }
  if (dataSet.error) {
    const message = dataSet.errorMessage
    return isAccessDenied(message) ? { state: 'noAccess' } : { state: 'error', message }
  }
  if (dataSet.sortedRecordIds.length > 0) return { state: 'ready', isLoading: dataSet.loading }
  return { state: dataSet.loading ? 'loading' : 'empty' }
}

/** How many rows there are; `moreThan` where the platform counts no further. */
export type Total =
  | { readonly kind: 'exactly'; readonly count: number }
  | { readonly kind: 'moreThan'; readonly count: number }

/** The platform counts rows up to here; beyond, it gives -1. */
const largestCount = 5_000

/** The honest total: never less than what is loaded, never a made-up end. */
export function totalOf(
  paging: Pick<DataSet['paging'], 'totalResultCount' | 'hasNextPage'>,
  loaded: number,
): Total {
  const { totalResultCount: count, hasNextPage } = paging
  if (!hasNextPage) return { kind: 'exactly', count: loaded }
  if (count < 0) return { kind: 'moreThan', count: Math.max(largestCount, loaded) }
  return count > loaded ? { kind: 'exactly', count } : { kind: 'moreThan', count: loaded }
}

/** `120` or `5000+`, in the user's number format. */
export function totalText(
  { kind, count }: Total,
  formatInteger: (value: number) => string,
): string {
  return kind === 'exactly' ? formatInteger(count) : `${formatInteger(count)}+`
}
