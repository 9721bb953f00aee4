import { Dropdown, useTheme } from '@fluentui/react'
import * as React from 'react'

import type { Form } from '../../../../model/solution/form.js'
import type { AppDefinition, TablePart } from '../../shape.js'
import type { RecordAddresses } from '../grid/load-rows.js'
import { addressOf, gridPlace } from '../route.js'
import type { Place } from '../route.js'
import { EmptyState, ErrorState, LoadingState, NoAccessState } from '../states.js'
import { mainFormsOf } from './forms.js'
import { RecordForm } from './RecordForm.js'
import { recordStyles } from './styles.js'
import { useRecord } from './use-record.js'

export interface RecordPageProps {
  readonly definition: AppDefinition
  readonly addresses: RecordAddresses
  /** Unique name of the app. */
  readonly app: string
  readonly table: TablePart
  /** The form that it opens in. */
  readonly form: Form
  readonly id: string
  readonly goTo: (place: Place) => void
  readonly announce: (text: string) => void
}

/** A record in one of its main forms. */
export function RecordPage(props: RecordPageProps): React.ReactElement {
  const { app, table, id } = props
  const styles = recordStyles(useTheme())
  const [form, setForm] = React.useState(props.form)
  const { loaded, reload, retry } = useRecord(table.logicalName, id)
  const record = loaded.state === 'ready' ? loaded.value : undefined
  const name = record
    ? record.record.getFormattedValue(table.primaryName) || '(no name)'
    : table.label
  React.useEffect(() => {
    document.title = record ? `${name} - ${table.label}` : name
  }, [record, name, table])
  return (
    <>
      <p className={styles.kind}>
        <a href={addressOf({ app, place: gridPlace(table.logicalName) })}>{table.pluralLabel}</a>
      </p>
      <h1 className={styles.name}>{name}</h1>
      <FormPicker forms={mainFormsOf(table)} form={form} onPick={setForm} />
      {loaded.state === 'loading' && <LoadingState what="the record" />}
      {loaded.state === 'error' && <ErrorState message={loaded.message} onRetry={retry} />}
      {loaded.state === 'noAccess' && <NoAccessState what={table.pluralLabel} />}
      {loaded.state === 'ready' &&
        (record ? (
          <RecordForm {...props} form={form} loaded={record} reload={reload} />
        ) : (
          <EmptyState
            text={`There is no such record among ${table.pluralLabel}. It may have been deleted.`}
          />
        ))}
    </>
  )
}

/** Chooses among several main forms, for as long as the page is shown. */
function FormPicker({
  forms,
  form,
  onPick,
}: {
  readonly forms: readonly Form[]
  readonly form: Form
  readonly onPick: (form: Form) => void
}): React.ReactElement | null {
  if (forms.length < 2) return null
  return (
    <Dropdown
      ariaLabel="Form"
      styles={{ root: { maxWidth: 240 } }}
      options={forms.map(({ id, name }) => ({ key: id, text: name }))}
      selectedKey={form.id}
      onChange={(_event, option) => {
        const picked = forms.find(({ id }) => id === option?.key)
        if (picked) onPick(picked)
      }}
    />
  )
}
