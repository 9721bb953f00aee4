import { MessageBar, MessageBarType } from '@fluentui/react'
import * as React from 'react'

import type { FormCell } from '../../../../model/solution/form.js'
import { tabWith } from './form-columns.js'
import { FormBody } from './FormBody.js'
import { fieldId, FormField } from './FormField.js'
import type { FormFieldProps } from './FormField.js'
import { FormStripCells, RecordFacts } from './FormStripCells.js'
import { ProblemSummary } from './ProblemSummary.js'

export interface DraftFormProps extends Omit<FormFieldProps, 'isReadOnly' | 'isNew'> {
  readonly isReadOnly?: boolean
  readonly isNew?: boolean
  /** Draws what is no field; null where there is nothing to show (default: nothing). */
  readonly renderOther?: (cell: FormCell) => React.ReactElement | null
}

/** A form with a draft's values: what is wrong, header, tabs and footer. */
export function DraftForm(props: DraftFormProps): React.ReactElement {
  const { renderOther = () => null, isReadOnly = false, isNew = false } = props
  const fields: FormFieldProps = { ...props, isReadOnly, isNew }
  const { form, scope, editing, loaded } = fields
  const [tab, setTab] = React.useState(form.tabs[0]?.id ?? '')
  const [wanted, setWanted] = React.useState<string>()
  // The field is there once its tab is drawn.
  React.useEffect(() => {
    if (wanted === undefined) return
    document.getElementById(fieldId(scope, wanted))?.focus()
    setWanted(undefined)
  }, [wanted, scope])
  const isShown = form.tabs.some(({ id }) => id === tab)
  return (
    <>
      <ProblemSummary
        editing={editing}
        onGoTo={(column) => {
          setTab(tabWith(form, column)?.id ?? tab)
          setWanted(column)
        }}
      />
      {editing.outcome?.kind === 'refused' && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          That did not work. {editing.outcome.message}
        </MessageBar>
      )}
      {form.header && <FormStripCells strip={form.header} fields={fields} />}
      <FormBody
        form={form}
        scope={scope}
        tab={isShown ? tab : (form.tabs[0]?.id ?? '')}
        onTab={setTab}
        renderCell={(cell) =>
          cell.control?.kind === 'field' ? (
            <FormField {...fields} control={cell.control} label={cell.label} />
          ) : (
            renderOther(cell)
          )
        }
      />
      {form.footer && <FormStripCells strip={form.footer} fields={fields} />}
      {loaded && <RecordFacts {...fields} />}
    </>
  )
}
