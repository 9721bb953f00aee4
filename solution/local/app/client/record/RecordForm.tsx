import { DefaultButton, MessageBar, MessageBarType, PrimaryButton, useTheme } from '@fluentui/react'
import * as React from 'react'

import { isLookup } from '../../../../../controls/host/data-type.js'
import type { FieldControl } from '../../../../model/solution/form.js'
import { addressOf, gridPlace } from '../route.js'
import { textOf, withText } from './draft.js'
import { Field } from './Field.js'
import { FormBody } from './FormBody.js'
import type { RecordPageProps } from './RecordPage.js'
import type { LoadedRecord } from './record-requests.js'
import { recordStyles } from './styles.js'
import { Subgrid } from './Subgrid.js'
import { useDraft } from './use-draft.js'

const inactive = 1

/** The record's fields and related rows, and what saves or discards a change. */
export function RecordForm(
  props: RecordPageProps & { readonly loaded: LoadedRecord; readonly reload: () => void },
): React.ReactElement {
  const { definition, addresses, app, table, form, loaded, reload, announce } = props
  const { metadata, row, record } = loaded
  const styles = recordStyles(useTheme())
  const editing = useDraft(loaded, reload, announce)
  const isInactive = row['statecode'] === inactive
  const name = record.getFormattedValue(metadata.primaryName) || '(no name)'
  React.useEffect(() => {
    document.title = `${name} - ${table.label}`
  }, [name, table])

  const renderField = (control: FieldControl, label: string) => {
    const column = metadata.columns.get(control.column)
    if (!column) return null
    const stored = textOf(column, row[control.column])
    const address = isLookup(column) ? lookupAddress(props, control.column) : undefined
    const problem = editing.problems[control.column]
    return (
      <Field
        column={column}
        label={label || column.label}
        text={editing.draft[control.column] ?? stored}
        formatted={record.getFormattedValue(control.column)}
        isReadOnly={isInactive || control.disabled === true}
        {...(address === undefined ? {} : { address })}
        {...(problem === undefined ? {} : { problem })}
        onChange={(text) => editing.edit(withText(editing.draft, control.column, text, stored))}
      />
    )
  }

  return (
    <>
      <p className={styles.kind}>
        <a href={addressOf({ app, place: gridPlace(table.logicalName) })}>{table.pluralLabel}</a>
      </p>
      <h1 className={styles.name}>{name}</h1>
      <div className={styles.bar}>
        <PrimaryButton
          text="Save"
          allowDisabledFocus
          disabled={!editing.isChanged || editing.isSaving}
          onClick={editing.save}
        />
        <DefaultButton
          text="Discard changes"
          allowDisabledFocus
          disabled={!editing.isChanged}
          onClick={editing.discard}
        />
        <DefaultButton text="Refresh" onClick={reload} />
        {editing.isChanged && <span>Unsaved changes</span>}
      </div>
      {isInactive && <MessageBar>This record is inactive and can only be read.</MessageBar>}
      {editing.outcome === 'conflict' && <Conflict editing={editing} />}
      {editing.outcome !== undefined && editing.outcome !== 'conflict' && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          Nothing is saved. {editing.outcome.message}
        </MessageBar>
      )}
      <FormBody
        form={form}
        renderCell={({ control, label }) => {
          if (control?.kind === 'field') return renderField(control, label)
          if (control?.kind !== 'subgrid') return null
          return (
            <Subgrid
              definition={definition}
              addresses={addresses}
              label={label}
              control={control}
              recordId={record.getRecordId()}
            />
          )
        }}
      />
    </>
  )
}

function Conflict({ editing }: { readonly editing: ReturnType<typeof useDraft> }) {
  return (
    <MessageBar
      messageBarType={MessageBarType.severeWarning}
      isMultiline
      actions={
        <div>
          <DefaultButton text="Keep my changes on the newer version" onClick={editing.rebase} />
          <DefaultButton text="Discard my changes" onClick={editing.discard} />
        </div>
      }
    >
      Somebody else changed this record after you opened it, so nothing is saved. Your changes are
      still here.
    </MessageBar>
  )
}

function lookupAddress(
  { addresses, loaded }: Pick<RecordPageProps, 'addresses'> & { readonly loaded: LoadedRecord },
  column: string,
): string | undefined {
  const reference = loaded.record.getValue(column) as ComponentFramework.EntityReference | null
  return reference?.etn === undefined ? undefined : addresses(reference.etn, reference.id.guid)
}
