import type { HostedTable } from '../schema/index.js'

/** What a grid is asked to show; equality filters by logical name of the column. */
export interface GridRequest {
  /** From 1. */
  readonly page: number
  readonly search: string
  /** Logical name of the column to sort by; undefined: the table's own order. */
  readonly sort: string | undefined
  readonly descending: boolean
  readonly filters: ReadonlyMap<string, string>
}

export const plainGrid: GridRequest = {
  page: 1,
  search: '',
  sort: undefined,
  descending: false,
  filters: new Map(),
}

/** The names of parameters that are no column. */
const names = { page: 'page', search: 'q', sort: 'sort', direction: 'dir' } as const

export function gridAddress(table: HostedTable, request: Partial<GridRequest> = {}): string {
  const { page, search, sort, descending, filters } = { ...plainGrid, ...request }
  const parameters = new URLSearchParams(filters.size > 0 ? [...filters] : [])
  if (search !== '') parameters.set(names.search, search)
  if (sort !== undefined) parameters.set(names.sort, sort)
  if (sort !== undefined && descending) parameters.set(names.direction, 'desc')
  if (page > 1) parameters.set(names.page, String(page))
  const query = parameters.size > 0 ? `?${parameters.toString()}` : ''
  return `/tables/${table.entitySetName}${query}`
}

export function recordAddress(table: HostedTable, id: string): string {
  return `/tables/${table.entitySetName}/${encodeURIComponent(id)}`
}

/** Reads a grid's parameters; what names no column or is no page is left out. */
export function readGridRequest(table: HostedTable, search: string): GridRequest {
  const parameters = new URLSearchParams(search)
  const sort = parameters.get(names.sort)
  const page = Number(parameters.get(names.page) ?? '1')
  return {
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    search: parameters.get(names.search)?.trim() ?? '',
    sort: sort !== null && table.columns.has(sort) ? sort : undefined,
    descending: parameters.get(names.direction) === 'desc',
    filters: new Map([...parameters].filter(([name]) => table.columns.has(name))),
  }
}
