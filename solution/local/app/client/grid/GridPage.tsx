import { DefaultButton, useTheme } from '@fluentui/react'
import * as React from 'react'

import { viewType } from '../../../../model/solution/view.js'
import type { TablePart, ViewPart } from '../../shape.js'
import { usePageControls } from '../controls/page-controls.js'
import { NewButton } from '../create/NewButton.js'
import { useLoaded } from '../loaded.js'
import { gridPlace } from '../route.js'
import type { GridPlace } from '../route.js'
import { useServices } from '../services.js'
import { EmptyState, ErrorState, LoadingState, NoAccessState } from '../states.js'
import { ControlRows } from './ControlRows.js'
import { gridPageSize, loadRows } from './load-rows.js'
import type { RecordAddresses } from './load-rows.js'
import { PageBar, rangeText } from './PageBar.js'
import { RowTable } from './RowTable.js'
import { SearchField } from './SearchField.js'
import { gridStyles } from './styles.js'
import { ViewPicker } from './ViewPicker.js'

export interface GridPageProps {
  readonly addresses: RecordAddresses
  readonly table: TablePart
  readonly place: GridPlace
  readonly goTo: (place: GridPlace) => void
  readonly announce: (text: string) => void
}

/** The rows of a table by one of its views: searched, sorted, a page at a time. */
export function GridPage(props: GridPageProps): React.ReactElement {
  const { table, place } = props
  const views = viewsOf(table, place.viewId)
  const view = views.find(({ id }) => id === place.viewId) ?? defaultOf(views)
  const controls = usePageControls()
  React.useEffect(() => {
    if (view) document.title = `${view.name} - ${table.pluralLabel}`
  }, [view, table])
  if (!view) {
    return (
      <>
        <h1>{table.pluralLabel}</h1>
        <EmptyState text="The hosted solutions bring no view of this table." />
      </>
    )
  }
  const heading = (
    <ViewPicker
      views={views}
      current={view}
      onPick={(viewId) => props.goTo(gridPlace(table.logicalName, viewId))}
    />
  )
  return controls.has(view.binding) ? (
    <ControlRows
      key={view.id}
      table={table}
      view={view}
      binding={view.binding}
      heading={heading}
      stock={<ViewPage {...props} view={view} />}
    />
  ) : (
    <ViewPage {...props} view={view} heading={heading} />
  )
}

/** Views a person may pick, and the one asked for whatever its type. */
function viewsOf({ views }: TablePart, viewId: string | undefined): readonly ViewPart[] {
  return views
    .filter(({ columns }) => columns.length > 0)
    .filter(({ id, type }) => type === viewType.public || id === viewId)
    .sort((a, b) => a.name.localeCompare(b.name))
}

function defaultOf(views: readonly ViewPart[]): ViewPart | undefined {
  return views.find(({ isDefault }) => isDefault) ?? views[0]
}

function ViewPage({
  addresses,
  table,
  place,
  goTo,
  announce,
  view,
  heading,
}: GridPageProps & {
  readonly view: ViewPart
  readonly heading?: React.ReactElement
}): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => gridStyles(theme), [theme])
  const services = useServices()
  const { search, sort, page } = place
  const { loaded, isBusy, reload } = useLoaded(
    JSON.stringify([view.id, search, sort, page]),
    (signal) =>
      loadRows(
        { table, view, search, page, pageSize: gridPageSize, ...(sort ? { sort } : {}) },
        services,
        addresses,
        signal,
      ),
    // Rows of the same view stay in sight while it is sorted, searched or turned over.
    (older, newer) => firstOf(older) === firstOf(newer),
  )
  React.useEffect(() => {
    if (loaded.state !== 'ready' || isBusy) return
    announce(`${view.name}: ${rangeText(loaded.value)}`)
  }, [loaded, isBusy, view, announce])

  return (
    <>
      <div className={styles.bar}>
        {heading}
        <div className={styles.tools}>
          <NewButton table={table} onMade={reload} />
          <DefaultButton text="Refresh" onClick={reload} />
          <SearchField
            label={table.pluralLabel}
            search={search}
            onSearch={(text) => goTo({ ...place, search: text, page: 1 })}
          />
        </div>
      </div>
      {view.description !== undefined && <p className={styles.description}>{view.description}</p>}
      {loaded.state === 'loading' && <LoadingState what={view.name} />}
      {loaded.state === 'error' && <ErrorState message={loaded.message} onRetry={reload} />}
      {loaded.state === 'noAccess' && <NoAccessState what={table.pluralLabel} />}
      {loaded.state === 'ready' && (
        <>
          {loaded.value.rows.length === 0 ? (
            <NoRows place={place} goTo={goTo} />
          ) : (
            <RowTable
              name={view.name}
              data={loaded.value}
              isBusy={isBusy}
              onSort={(next) => goTo({ ...place, sort: next, page: 1 })}
            />
          )}
          <PageBar
            isSticky
            data={loaded.value}
            page={page}
            onTurn={(to) => goTo({ ...place, page: to })}
          />
        </>
      )}
    </>
  )
}

function NoRows({ place, goTo }: Pick<GridPageProps, 'place' | 'goTo'>): React.ReactElement {
  if (place.search === '') return <EmptyState text="There are no rows in this view." />
  return (
    <EmptyState text={`No row of this view has a text that begins with “${place.search}”.`}>
      <DefaultButton text="Show all rows" onClick={() => goTo({ ...place, search: '', page: 1 })} />
    </EmptyState>
  )
}

const firstOf = (key: string): unknown =>
  key === '' ? undefined : (JSON.parse(key) as unknown[])[0]
