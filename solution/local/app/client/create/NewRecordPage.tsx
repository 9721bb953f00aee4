import { DefaultButton, PrimaryButton, useTheme } from '@fluentui/react'
import * as React from 'react'

import type { TableMetadata } from '../../../../../controls/host/table-metadata.js'
import type { Form } from '../../../../model/solution/form.js'
import type { TablePart } from '../../shape.js'
import { useLoaded } from '../loaded.js'
import { DraftForm } from '../record/DraftForm.js'
import { recordStyles } from '../record/styles.js'
import { addressOf, gridPlace } from '../route.js'
import type { Place } from '../route.js'
import { useServices } from '../services.js'
import { ErrorState, LoadingState, NoAccessState } from '../states.js'
import { useCreation } from './use-creation.js'

export interface NewRecordPageProps {
  /** Unique name of the app. */
  readonly app: string
  readonly table: TablePart
  readonly form: Form
  readonly goTo: (place: Place) => void
}

/** A record that is not there yet, in its main form. */
export function NewRecordPage(props: NewRecordPageProps): React.ReactElement {
  const { app, table } = props
  const styles = recordStyles(useTheme())
  const { tables } = useServices()
  const { loaded, reload } = useLoaded(table.logicalName, () => tables.read(table.logicalName))
  const title = `New ${table.label}`
  React.useEffect(() => {
    document.title = title
  }, [title])
  return (
    <>
      <p className={styles.kind}>
        <a href={addressOf({ app, place: gridPlace(table.logicalName) })}>{table.pluralLabel}</a>
      </p>
      <h1 className={styles.name}>{title}</h1>
      {loaded.state === 'loading' && <LoadingState what="the form" />}
      {loaded.state === 'error' && <ErrorState message={loaded.message} onRetry={reload} />}
      {loaded.state === 'noAccess' && <NoAccessState what={table.pluralLabel} />}
      {loaded.state === 'ready' && <NewRecord {...props} metadata={loaded.value} />}
    </>
  )
}

function NewRecord({
  table,
  form,
  metadata,
  goTo,
}: NewRecordPageProps & { readonly metadata: TableMetadata }): React.ReactElement {
  const styles = recordStyles(useTheme())
  const { editing, create } = useCreation({ form, metadata })
  const save = async () => {
    const made = await create()
    if (!made) return
    editing.reset()
    goTo({ kind: 'record', table: made.table, id: made.id })
  }
  return (
    <>
      <div className={styles.bar} role="group" aria-label="Commands">
        <PrimaryButton
          text="Save"
          allowDisabledFocus
          disabled={editing.isBusy}
          onClick={() => void save()}
        />
        <DefaultButton text="Cancel" onClick={() => goTo(gridPlace(table.logicalName))} />
        {editing.isChanged && <span>Unsaved changes</span>}
      </div>
      <DraftForm
        scope="new"
        form={form}
        metadata={metadata}
        editing={editing}
        isNew
        renderOther={({ label, control }) =>
          control?.kind === 'subgrid' ? <p>{label} can be added once the record is saved.</p> : null
        }
      />
    </>
  )
}
