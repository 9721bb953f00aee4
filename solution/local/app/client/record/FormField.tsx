import * as React from 'react'

import type { LoadedRecord } from './record-requests.js'
import type { FieldControl } from '../../../../model/solution/form.js'
import { ControlField } from '../controls/ControlField.js'
import { usePageControls } from '../controls/page-controls.js'
import { storedText } from './draft.js'
import { Field } from './Field.js'
import { editableColumn } from './form-columns.js'
import type { FormTable } from './form-columns.js'
import type { Editing } from './use-draft.js'

export interface FormFieldProps extends FormTable {
  /** Apart from other forms on the page. */
  readonly scope: string
  /** Absent while the record is new. */
  readonly loaded?: LoadedRecord
  readonly editing: Editing
}

/** The id of the element of a column's field that takes the focus. */
export const fieldId = (scope: string, column: string): string => `${scope}-${column}`

/** A field of a form with the draft's value; null where the column is not hosted. */
export function FormField({
  control,
  label,
  ...form
}: FormFieldProps & {
  readonly control: FieldControl
  readonly label: string
}): React.ReactElement | null {
  const controls = usePageControls()
  const { scope, metadata, loaded, editing } = form
  const column = metadata.columns.get(control.column)
  if (!column) return null
  const row = loaded?.row ?? {}
  const stored = storedText(column, row)
  const problem = editing.problems[control.column]
  const isReadOnly = editableColumn(form, control) === undefined
  const stock = (
    <Field
      id={fieldId(scope, control.column)}
      column={column}
      label={label || column.label}
      text={editing.draft[control.column] ?? stored}
      formatted={loaded?.record.getFormattedValue(control.column) ?? ''}
      row={row}
      isReadOnly={isReadOnly}
      {...(problem === undefined ? {} : { problem })}
      onChange={(text) => editing.edit(control.column, text, stored)}
    />
  )
  return (
    <div
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) editing.leave(control.column)
      }}
    >
      {controls.has(control.binding) ? (
        <ControlField
          binding={control.binding}
          label={label || column.label}
          metadata={metadata}
          row={row}
          draft={editing.draft}
          problems={editing.problems}
          isRequired={column.required && !isReadOnly}
          isReadOnly={isReadOnly}
          onChange={editing.edit}
          stock={stock}
        />
      ) : (
        stock
      )}
    </div>
  )
}
