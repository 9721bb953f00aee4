import * as React from 'react'

import type { Field, FieldValue, Output } from '../../model/field.js'
import { ChoiceInput } from './ChoiceInput.js'
import { DateInput } from './DateInput.js'
import { ReadOnlyInput } from './ReadOnlyInput.js'
import { TypedInput } from './TypedInput.js'
import { YesNoInput } from './YesNoInput.js'

export interface InputProps<Kind extends FieldValue['kind']> {
  readonly field: Field
  readonly data: Extract<FieldValue, { readonly kind: Kind }>
  readonly onOutput: (output: Output) => void
}

/** The input of a column, by its kind. */
export function FieldInput(props: {
  readonly field: Field
  readonly onOutput: (output: Output) => void
}): React.ReactElement {
  const { field, onOutput } = props
  const { data, isReadOnly } = field
  if (isReadOnly || data.kind === 'other') return <ReadOnlyInput field={field} />
  switch (data.kind) {
    case 'text':
    case 'number':
      return <TypedInput field={field} data={data} onOutput={onOutput} />
    case 'date':
      return <DateInput field={field} data={data} onOutput={onOutput} />
    case 'choice':
      return <ChoiceInput field={field} data={data} onOutput={onOutput} />
    case 'yesNo':
      return <YesNoInput field={field} data={data} onOutput={onOutput} />
  }
}
