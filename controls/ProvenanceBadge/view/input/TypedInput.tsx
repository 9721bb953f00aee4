import { TextField } from '@fluentui/react'
import type { ITextFieldProps, ITextFieldStyles } from '@fluentui/react'
import * as React from 'react'

import type { FieldValue } from '../../model/field.js'
import { useSettings } from '../settings.js'
import type { InputProps } from './FieldInput.js'
import { useDraft } from './use-draft.js'
import type { DraftInput } from './use-draft.js'

/** Text and numbers. */
export function TypedInput({
  field,
  data,
  onOutput,
}: InputProps<'text' | 'number'>): React.ReactElement {
  const { style } = useSettings()
  const draft = useDraft(field, style, onOutput)
  return <DraftField field={field} draft={draft} {...looksOf(data)} />
}

/** A text field on a draft; other properties are the field's own. */
export function DraftField(
  props: ITextFieldProps & {
    readonly field: InputProps<'text'>['field']
    readonly draft: DraftInput
  },
): React.ReactElement {
  const { label, texts } = useSettings()
  const { field, draft, ...own } = props
  const { problem } = draft
  const error = problem ? texts(problem.key, label, ...problem.values) : field.error
  return (
    <TextField
      ariaLabel={label}
      required={field.isRequired}
      autoComplete="off"
      dir="auto"
      {...own}
      styles={fieldStyles}
      value={draft.text}
      {...(error === undefined ? {} : { errorMessage: error })}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
      onChange={(_event, text = '') => draft.onType(text)}
      onKeyDown={(event) => {
        const isEnter = event.key === 'Enter' && !own.multiline
        const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's'
        if (isEnter || isSave) draft.onCommit()
      }}
    />
  )
}

/**
 * Each value reads in its own direction, and stands where the page's values stand: Fluent turns left
 * into right where the page runs from right to left.
 */
export const fieldStyles: Partial<ITextFieldStyles> = {
  // The form marks what is required, at the label.
  fieldGroup: { ':before': { display: 'none' } },
  field: { textAlign: 'left' },
  suffix: { padding: 0, background: 'transparent' },
}

/** From here on a text gets several lines. */
const rows = 4

function looksOf(
  data: Extract<FieldValue, { readonly kind: 'text' | 'number' }>,
): Partial<ITextFieldProps> {
  if (data.kind === 'number') return { inputMode: data.style === 'integer' ? 'numeric' : 'decimal' }
  if (data.isMultiline)
    return { multiline: true, rows, autoAdjustHeight: data.value.length < 5_000 }
  return { inputMode: data.format }
}
