import { TextField } from '@fluentui/react'
import * as React from 'react'

import { fieldText } from '../../model/field-text.js'
import type { Field } from '../../model/field.js'
import { useSettings } from '../settings.js'
import { fieldStyles } from './TypedInput.js'

/** Says that there is a value, and nothing of it: not even its length. */
const masked = '••••••••'

/** A value that may be read and copied, or not even read, but not changed. */
export function ReadOnlyInput({ field }: { readonly field: Field }): React.ReactElement {
  const { label, style, texts } = useSettings()
  const { data, error, isReadable } = field
  const text = isReadable ? fieldText(data, style) : masked
  const isLong = isReadable && data.kind === 'text' && data.isMultiline
  return (
    <TextField
      readOnly
      dir="auto"
      styles={fieldStyles}
      ariaLabel={label}
      value={text}
      placeholder="---"
      {...(isLong ? { multiline: true, rows: 4 } : {})}
      {...(isReadable ? {} : { description: texts('Masked') })}
      {...(error === undefined ? {} : { errorMessage: error })}
    />
  )
}
