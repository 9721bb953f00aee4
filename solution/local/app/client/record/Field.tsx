import { TextField } from '@fluentui/react'
import * as React from 'react'

import type { WebApiRow } from '../../../../../controls/host/data-set/entity-record.js'
import { isLookup } from '../../../../../controls/host/data-type.js'
import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'
import { LookupField } from '../lookup/LookupField.js'
import { ChoiceField, ChoicesField } from './ChoiceField.js'
import { dateKind } from './date-text.js'
import { ReadOnlyField } from './ReadOnlyField.js'

export interface FieldProps {
  /** Of the element that takes the focus. */
  readonly id: string
  readonly column: ColumnMetadata
  readonly label: string
  /** The text under edit: the draft's, else the stored one. */
  readonly text: string
  /** As people read the stored value. */
  readonly formatted: string
  /** The stored row; of a record that is not there yet an empty one. */
  readonly row: WebApiRow
  readonly isReadOnly: boolean
  readonly problem?: string
  readonly onChange: (text: string) => void
}

/** A column's value: a field by its type, or what is stored where it cannot be edited here. */
export function Field(props: FieldProps): React.ReactElement {
  const { id, column, text, isReadOnly, problem = '', onChange } = props
  if (isReadOnly) return <ReadOnlyField {...props} />
  const label = column.recommended === true ? `${props.label} (recommended)` : props.label
  if (isLookup(column)) return <LookupField {...props} label={label} />
  switch (column.type) {
    case 'Picklist':
    case 'Status':
    case 'Boolean':
      return <ChoiceField {...props} label={label} />
    case 'MultiSelectPicklist':
      return <ChoicesField {...props} label={label} />
    default:
      return (
        <TextField
          id={id}
          label={label}
          required={column.required}
          value={text}
          errorMessage={problem}
          {...inputOf(column)}
          onChange={(_event, next = '') => onChange(next)}
        />
      )
  }
}

function inputOf(column: ColumnMetadata): Partial<React.ComponentProps<typeof TextField>> {
  switch (column.type) {
    case 'Memo':
      return { multiline: true, rows: 4 }
    case 'DateTime': {
      const kind = dateKind(column)
      return { type: kind === 'day' || kind === 'localDay' ? 'date' : 'datetime-local', step: 1 }
    }
    case 'Integer':
    case 'BigInt':
      return { inputMode: 'numeric' }
    case 'Decimal':
    case 'Double':
    case 'Money':
      return { inputMode: 'decimal' }
    default:
      return {}
  }
}
