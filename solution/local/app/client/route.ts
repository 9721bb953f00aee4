import * as React from 'react'

import { useGuardedAddress } from './leaving/guarded-address.js'
import type { MayLeave } from './leaving/guarded-address.js'

/** What the address says is shown. It stands behind the `#`, so that the browser's history works. */
export interface Route {
  /** Unique name of the app; empty: the first one. */
  readonly app: string
  readonly place: Place
}

export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'dashboard'; readonly id: string }
  | { readonly kind: 'record'; readonly table: string; readonly id: string }
  /** A record that is not there yet. */
  | { readonly kind: 'new'; readonly table: string }
  | GridPlace

/** Rows of a table. */
export interface GridPlace {
  readonly kind: 'table'
  readonly table: string
  /** Absent: the table's default view. */
  readonly viewId?: string
  readonly search: string
  /** Absent: as the view has it. */
  readonly sort?: Sort
  /** From 1. */
  readonly page: number
}

export interface Sort {
  readonly column: string
  readonly descending: boolean
}

/** A table's rows as they are shown first. */
export function gridPlace(table: string, viewId?: string): GridPlace {
  return { kind: 'table', table, search: '', page: 1, ...(viewId === undefined ? {} : { viewId }) }
}

/** The address of a route, for links. */
export function addressOf({ app, place }: Route): string {
  const path = `#/${encodeURIComponent(app)}`
  switch (place.kind) {
    case 'start':
      return path
    case 'dashboard':
      return `${path}/dashboard/${encodeURIComponent(place.id)}`
    case 'new':
      return `${path}/new/${encodeURIComponent(place.table)}`
    case 'record':
      return `${path}/record/${encodeURIComponent(place.table)}/${encodeURIComponent(place.id)}`
    case 'table': {
      const query = queryOf(place).toString()
      return `${path}/table/${encodeURIComponent(place.table)}${query === '' ? '' : `?${query}`}`
    }
  }
}

function queryOf({ viewId, search, sort, page }: GridPlace): URLSearchParams {
  const query = new URLSearchParams()
  if (viewId !== undefined) query.set('view', viewId)
  if (search !== '') query.set('q', search)
  if (sort) query.set('sort', sort.column)
  if (sort?.descending) query.set('desc', '1')
  if (page > 1) query.set('page', String(page))
  return query
}

/** Reads an address; what it does not say as expected is as if it were not said. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [app = '', kind, name = '', id = ''] = path.split('/').map(decoded)
  if (kind === 'dashboard') return { app, place: { kind, id: name } }
  if (kind === 'new' && name !== '') return { app, place: { kind, table: name } }
  if (kind === 'record' && name !== '' && id !== '') {
    return { app, place: { kind, table: name, id } }
  }
  if (kind !== 'table' || name === '') return { app, place: { kind: 'start' } }
  const query = new URLSearchParams(search)
  const column = query.get('sort')
  const page = Number(query.get('page') ?? '1')
  return {
    app,
    place: {
      ...gridPlace(name, query.get('view') ?? undefined),
      search: query.get('q') ?? '',
      page: Number.isSafeInteger(page) && page > 0 ? page : 1,
      ...(column === null ? {} : { sort: { column, descending: query.get('desc') === '1' } }),
    },
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The route of the page's address, and how to go to another one. */
export function useRoute(mayLeave: MayLeave): readonly [route: Route, go: (route: Route) => void] {
  const hash = useGuardedAddress(mayLeave)
  const go = React.useCallback((route: Route) => {
    location.hash = addressOf(route)
  }, [])
  return [React.useMemo(() => routeOf(hash), [hash]), go]
}
