import * as React from 'react'

import type { SubgridSource } from '../../../../model/solution/control-binding.js'
import type { SubgridControl } from '../../../../model/solution/form.js'
import type { AppDefinition, TablePart, ViewPart } from '../../shape.js'
import { BoundControl } from '../controls/BoundControl.js'
import { usePageControls } from '../controls/page-controls.js'
import { dataSetsOf } from '../controls/sources.js'
import { NewButton } from '../create/NewButton.js'
import { loadRows } from '../grid/load-rows.js'
import type { RecordAddresses } from '../grid/load-rows.js'
import { PageBar } from '../grid/PageBar.js'
import { RowTable } from '../grid/RowTable.js'
import { useLoaded } from '../loaded.js'
import type { RecordReference } from '../lookup/reference.js'
import type { Sort } from '../route.js'
import { useServices } from '../services.js'
import { EmptyState, ErrorState, LoadingState, NoAccessState } from '../states.js'

export interface SubgridProps {
  readonly definition: AppDefinition
  readonly addresses: RecordAddresses
  readonly label: string
  readonly control: SubgridControl
  readonly recordId: string
  /** Logical name of the form's table, for controls that ask for it. */
  readonly recordTable?: string
  /** Primary name of the form's record. */
  readonly recordName?: string
  /** Another value loads the rows anew, as after a save. */
  readonly version?: string
  /** Whether nothing may be changed (default: no). */
  readonly isReadOnly?: boolean
}

/** Rows of another table: those that point at the form's record, or all of a view. */
export function Subgrid(props: SubgridProps): React.ReactElement {
  const { definition, label, control, recordId, recordTable, version } = props
  const controls = usePageControls()
  const { binding } = control
  if (!controls.has(binding)) return <StockSubgrid {...props} />
  const source = sourceOf(definition, binding.dataSet?.source ?? control.source)
  if (!source) return <StockSubgrid {...props} />
  const { table, view, column } = source
  return (
    <BoundControl
      binding={binding}
      dataSets={dataSetsOf(binding, table, view, {
        pageSize: control.recordsPerPage,
        ...(column === undefined ? {} : { related: { column, id: recordId } }),
      })}
      bound={noColumns}
      {...(recordTable === undefined ? {} : { record: { table: recordTable, id: recordId } })}
      disabled={props.isReadOnly ?? false}
      label={label}
      {...(version === undefined ? {} : { version })}
      stock={<StockSubgrid {...props} />}
    />
  )
}

const noColumns = {}

interface Source {
  readonly table: TablePart
  readonly view: ViewPart
  /** The lookup column that must hold the form's record; absent: all rows of the view. */
  readonly column?: string
}

/** Undefined where the hosted solutions lack the view, or the relationship to the form's record. */
function sourceOf(
  { tables }: AppDefinition,
  { table: name, viewId, relationship }: SubgridSource,
): Source | undefined {
  const table = tables[name]
  const view = table?.views.find(({ id }) => id === viewId)
  if (!table || !view) return undefined
  if (relationship === undefined) return { table, view }
  const lookup = table.lookups.find((each) => each.relationship === relationship)
  // Without its column the rows of every record would be shown as this one's.
  return lookup && { table, view, column: lookup.column }
}

function StockSubgrid(props: SubgridProps): React.ReactElement {
  const { definition, control } = props
  const [made, setMade] = React.useState(0)
  const source = sourceOf(definition, control.source)
  return (
    <div>
      {source && props.isReadOnly !== true && (
        <div>
          <NewButton
            table={source.table}
            related={relatedOf(props, source)}
            onMade={() => setMade((before) => before + 1)}
          />
        </div>
      )}
      <StockRows {...props} version={`${props.version ?? ''} ${String(made)}`} />
    </div>
  )
}

/** The lookup to the form's record that a new row must hold. */
function relatedOf(
  { recordId, recordTable, recordName = '' }: SubgridProps,
  { column }: Source,
): Readonly<Record<string, RecordReference>> {
  if (column === undefined || recordTable === undefined) return {}
  return { [column]: { table: recordTable, id: recordId, name: recordName } }
}

function StockRows(props: SubgridProps): React.ReactElement {
  const { definition, addresses, label, control, recordId, version } = props
  const services = useServices()
  const [{ page, sort }, setPlace] = React.useState<{ page: number; sort?: Sort }>({ page: 1 })
  const source = sourceOf(definition, control.source)
  const { loaded, isBusy, reload } = useLoaded(
    JSON.stringify([control.id, recordId, version, page, sort]),
    async (signal) => {
      if (!source) {
        throw new Error(
          `The view or the relationship of ${label} is not among the hosted solutions.`,
        )
      }
      const { table, view, column } = source
      return loadRows(
        {
          table,
          view,
          search: '',
          page,
          pageSize: control.recordsPerPage,
          ...(sort ? { sort } : {}),
          ...(column === undefined ? {} : { related: { column, id: recordId } }),
        },
        services,
        addresses,
        signal,
      )
    },
    () => true,
  )
  switch (loaded.state) {
    case 'loading':
      return <LoadingState what={label} />
    case 'error':
      return <ErrorState message={loaded.message} onRetry={reload} />
    case 'noAccess':
      return <NoAccessState what={label} />
    case 'ready':
      return loaded.value.rows.length === 0 ? (
        <EmptyState text="There are no rows that belong to this record." />
      ) : (
        <>
          <RowTable
            name={label}
            data={loaded.value}
            isBusy={isBusy}
            onSort={(next) => setPlace({ page: 1, sort: next })}
          />
          <PageBar
            data={loaded.value}
            page={page}
            onTurn={(to) => setPlace((before) => ({ ...before, page: to }))}
          />
        </>
      )
  }
}
