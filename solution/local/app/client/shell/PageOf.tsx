import * as React from 'react'

import type { AppDefinition, AppPart } from '../../shape.js'
import { NewRecordPage } from '../create/NewRecordPage.js'
import { GridPage } from '../grid/GridPage.js'
import { recordAddresses } from '../grid/load-rows.js'
import { mainFormOf } from '../record/forms.js'
import { RecordPage } from '../record/RecordPage.js'
import { addressOf, gridPlace } from '../route.js'
import type { Place } from '../route.js'
import { EmptyState } from '../states.js'
import { pageKey } from './places.js'

export interface PageOfProps {
  readonly definition: AppDefinition
  readonly app: AppPart
  readonly place: Place
  readonly goTo: (place: Place) => void
  readonly announce: (text: string) => void
}

/** The page at a place. */
export function PageOf({
  definition,
  app,
  place,
  goTo,
  announce,
}: PageOfProps): React.ReactElement {
  const addresses = React.useMemo(
    () => recordAddresses(definition, app.uniqueName),
    [definition, app],
  )
  usePlainTitle(place, app.name)
  switch (place.kind) {
    case 'start':
      return <EmptyState text="This app has no table to show." />
    case 'new': {
      const table = definition.tables[place.table]
      const form = table && mainFormOf(table)
      return form ? (
        <NewRecordPage
          key={place.table}
          app={app.uniqueName}
          table={table}
          form={form}
          goTo={goTo}
        />
      ) : (
        <EmptyState text={`The hosted solutions bring no main form of “${place.table}”.`} />
      )
    }
    case 'dashboard':
      return <DashboardPage definition={definition} app={app} id={place.id} />
    case 'record': {
      const table = definition.tables[place.table]
      const form = table && mainFormOf(table)
      return form ? (
        <RecordPage
          key={`${place.table} ${place.id}`}
          definition={definition}
          addresses={addresses}
          app={app.uniqueName}
          table={table}
          form={form}
          id={place.id}
          goTo={goTo}
          announce={announce}
        />
      ) : (
        <EmptyState text={`The hosted solutions bring no main form of “${place.table}”.`} />
      )
    }
    case 'table': {
      const table = definition.tables[place.table]
      return table ? (
        <GridPage
          key={table.logicalName}
          addresses={addresses}
          table={table}
          place={place}
          goTo={goTo}
          announce={announce}
        />
      ) : (
        <EmptyState text={`No table is hosted as “${place.table}”.`} />
      )
    }
  }
}

/** The page's title until the page has one of its own, and where it never gets one. */
function usePlainTitle(place: Place, app: string): void {
  const key = pageKey(place)
  React.useLayoutEffect(() => {
    document.title = app
  }, [key, app])
}

/** A dashboard's lists as links to their rows. */
function DashboardPage({
  definition,
  app,
  id,
}: Pick<PageOfProps, 'definition' | 'app'> & { readonly id: string }): React.ReactElement {
  const dashboard = definition.dashboards[id]
  React.useEffect(() => {
    document.title = `${dashboard?.name ?? 'Dashboard'} - ${app.name}`
  }, [dashboard, app])
  if (!dashboard) return <EmptyState text="No such dashboard is in the hosted solutions." />
  return (
    <>
      <h1>{dashboard.name}</h1>
      <ul>
        {dashboard.tiles.map((tile) => (
          <li key={tile.id} style={{ padding: '4px 0' }}>
            <a
              href={addressOf({
                app: app.uniqueName,
                place: gridPlace(tile.table, tile.viewId),
              })}
            >
              {tile.label}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
