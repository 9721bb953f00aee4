import { useTheme } from '@fluentui/react'
import * as React from 'react'

import type { FormStrip } from '../../../../model/solution/form.js'
import { cellsOfForm } from '../../../../model/solution/form.js'
import { editableColumn, fieldsOf, showsColumn } from './form-columns.js'
import { FormField } from './FormField.js'
import type { FormFieldProps } from './FormField.js'
import { isHidden } from './forms.js'
import { StripValue } from './StripValue.js'
import { recordStyles } from './styles.js'

/**
 * The cells of a form's header or footer: values in one line. A column that can be edited nowhere
 * else in the form can be edited there.
 */
export function FormStripCells({
  strip,
  fields,
}: {
  readonly strip: FormStrip
  readonly fields: FormFieldProps
}): React.ReactElement {
  const styles = recordStyles(useTheme())
  const body = cellsOfForm({ tabs: fields.form.tabs })
  const cells = strip.rows.flatMap((row) => row.cells).filter((cell) => !isHidden(cell.settings))
  return (
    <div className={styles.strip}>
      {cells.map(({ id, label, control }) => {
        if (control?.kind !== 'field') return null
        const isEdited =
          !showsColumn(body, control.column) && editableColumn(fields, control) !== undefined
        return isEdited ? (
          <FormField key={id} {...fields} control={control} label={label} />
        ) : (
          <StripValue key={id} {...fields} column={control.column} label={label} />
        )
      })}
    </div>
  )
}

/** Whose the record is, who made and changed it; left out is what the form shows already. */
export function RecordFacts(fields: FormFieldProps): React.ReactElement | null {
  const styles = recordStyles(useTheme())
  const shown = new Set(fieldsOf(fields.form).map(({ column }) => column))
  const facts = factColumns.filter((column) => !shown.has(column))
  if (facts.length === 0) return null
  return (
    <div className={styles.strip}>
      {facts.map((column) => (
        <StripValue key={column} {...fields} column={column} label="" />
      ))}
    </div>
  )
}

const factColumns = ['ownerid', 'createdon', 'createdby', 'modifiedon', 'modifiedby']
