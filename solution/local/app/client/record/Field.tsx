import { Dropdown, Label, TextField } from '@fluentui/react'
import * as React from 'react'

import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'
import { editableTypes } from './draft.js'

export interface FieldProps {
  readonly column: ColumnMetadata
  readonly label: string
  /** The text under edit: the draft's, else the stored one. */
  readonly text: string
  /** As people read the stored value. */
  readonly formatted: string
  /** Where the value leads, for a lookup. */
  readonly address?: string
  readonly isReadOnly: boolean
  readonly problem?: string
  readonly onChange: (text: string) => void
}

/** A column's value: a field by its type, or a text where it cannot be edited here. */
export function Field(props: FieldProps): React.ReactElement {
  const { column, label, text, formatted, address, isReadOnly, problem = '', onChange } = props
  if (address !== undefined) {
    return (
      <div>
        <Label>{label}</Label>
        <a href={address}>{formatted}</a>
      </div>
    )
  }
  if (isReadOnly || !editableTypes.has(column.type)) {
    const isLong = formatted.length > longText
    return (
      <TextField
        label={label}
        value={formatted || nothing}
        readOnly
        borderless={!isLong}
        multiline={isLong}
        rows={4}
      />
    )
  }
  const options = optionsOf(column)
  return options ? (
    <Dropdown
      label={label}
      required={column.required}
      options={options}
      selectedKey={text}
      errorMessage={problem}
      onChange={(_event, option) => onChange(String(option?.key ?? ''))}
    />
  ) : (
    <TextField
      label={label}
      required={column.required}
      value={text}
      errorMessage={problem}
      {...(column.maxLength === undefined ? {} : { maxLength: column.maxLength })}
      {...inputOf(column)}
      onChange={(_event, next = '') => onChange(next)}
    />
  )
}

/** What stands in the place of a value that is not there. */
const nothing = '---'

/** From here a value that is only shown gets several lines. */
const longText = 100

function inputOf({
  type,
  format,
}: ColumnMetadata): Partial<React.ComponentProps<typeof TextField>> {
  switch (type) {
    case 'Memo':
      return { multiline: true, rows: 4 }
    case 'DateTime':
      return { type: format === 'DateOnly' ? 'date' : 'datetime-local', step: 1 }
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

function optionsOf({ type, options, required }: ColumnMetadata) {
  if (type !== 'Picklist' && type !== 'Status' && type !== 'Boolean') return undefined
  const keyOf = (value: number) => (type === 'Boolean' ? String(value === 1) : String(value))
  const given = options.map(({ value, label }) => ({ key: keyOf(value), text: label }))
  return required ? given : [{ key: '', text: '---' }, ...given]
}
