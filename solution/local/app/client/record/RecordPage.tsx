import * as React from 'react'

import type { Form } from '../../../../model/solution/form.js'
import type { AppDefinition, TablePart } from '../../shape.js'
import type { RecordAddresses } from '../grid/load-rows.js'
import { useLoaded } from '../loaded.js'
import { useServices } from '../services.js'
import { ErrorState, LoadingState, NoAccessState } from '../states.js'
import { RecordForm } from './RecordForm.js'
import { loadRecord } from './record-requests.js'

export interface RecordPageProps {
  readonly definition: AppDefinition
  readonly addresses: RecordAddresses
  /** Unique name of the app. */
  readonly app: string
  readonly table: TablePart
  readonly form: Form
  readonly id: string
  readonly announce: (text: string) => void
}

/** A record in its main form. */
export function RecordPage(props: RecordPageProps): React.ReactElement {
  const { table, id } = props
  const services = useServices()
  const { loaded, reload } = useLoaded(
    `${table.logicalName} ${id}`,
    (signal) => loadRecord(table.logicalName, id, services, signal),
    () => true,
  )
  switch (loaded.state) {
    case 'ready':
      return <RecordForm {...props} loaded={loaded.value} reload={reload} />
    case 'loading':
    case 'error':
    case 'noAccess':
      return (
        <>
          <h1>{table.label}</h1>
          {loaded.state === 'loading' && <LoadingState what="the record" />}
          {loaded.state === 'error' && <ErrorState message={loaded.message} onRetry={reload} />}
          {loaded.state === 'noAccess' && <NoAccessState what={table.pluralLabel} />}
        </>
      )
  }
}
