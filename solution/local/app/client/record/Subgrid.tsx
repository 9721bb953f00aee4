import * as React from 'react'

import type { SubgridControl } from '../../../../model/solution/form.js'
import type { AppDefinition } from '../../shape.js'
import { loadRows } from '../grid/load-rows.js'
import type { RecordAddresses } from '../grid/load-rows.js'
import { PageBar } from '../grid/PageBar.js'
import { RowTable } from '../grid/RowTable.js'
import { useLoaded } from '../loaded.js'
import type { Sort } from '../route.js'
import { useServices } from '../services.js'
import { EmptyState, ErrorState, LoadingState, NoAccessState } from '../states.js'

export interface SubgridProps {
  readonly definition: AppDefinition
  readonly addresses: RecordAddresses
  readonly label: string
  readonly control: SubgridControl
  readonly recordId: string
}

/** Rows of another table, by default those that point at the form's record. */
export function Subgrid(props: SubgridProps): React.ReactElement {
  const { definition, addresses, label, control, recordId } = props
  const { table: tableName, viewId, relationship } = control.source
  const services = useServices()
  const [{ page, sort }, setPlace] = React.useState<{ page: number; sort?: Sort }>({ page: 1 })
  const table = definition.tables[tableName]
  const view = table?.views.find(({ id }) => id === viewId)
  const column = table?.lookups.find((lookup) => lookup.relationship === relationship)?.column
  const { loaded, isBusy, reload } = useLoaded(
    JSON.stringify([control.id, recordId, page, sort]),
    async (signal) => {
      if (!table || !view)
        throw new Error(`The view of ${label} is not among the hosted solutions.`)
      // Without its column the rows of every record would be shown as this one's.
      if (relationship !== undefined && column === undefined) {
        throw new Error(`The relationship ${relationship} is not among the hosted solutions.`)
      }
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
