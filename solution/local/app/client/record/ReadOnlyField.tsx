import { Label, TextField } from '@fluentui/react'
import * as React from 'react'

import { isLookup } from '../../../../../controls/host/data-type.js'
import { useApp } from '../app-context.js'
import { readReference } from '../lookup/reference.js'
import type { FieldProps } from './Field.js'

/** A value that can only be read; lookups lead to their record. */
export function ReadOnlyField(props: FieldProps): React.ReactElement {
  const { id, column, label, text, formatted, row } = props
  const { addresses } = useApp()
  const value = row[column.logicalName]
  if (isLookup(column)) {
    const reference = readReference(text)
    const address = reference && addresses(reference.table, reference.id)
    if (address !== undefined) {
      return (
        <Labelled label={label}>
          <a id={id} href={address}>
            {reference?.name}
          </a>
        </Labelled>
      )
    }
  }
  if (column.type === 'Image' && typeof value === 'string') {
    return (
      <Labelled label={label}>
        <img src={`data:image;base64,${value}`} alt={label} style={{ maxWidth: 144 }} />
        <div>{notHere}</div>
      </Labelled>
    )
  }
  if (column.type === 'File' || column.type === 'Image') {
    const name = row[`${column.logicalName}_name`]
    return (
      <Labelled label={label}>
        <div>{typeof name === 'string' ? name : value == null ? nothing : 'A file is kept.'}</div>
        <div>{notHere}</div>
      </Labelled>
    )
  }
  const isLong = formatted.length > longText
  return (
    <TextField
      id={id}
      label={label}
      value={formatted || nothing}
      readOnly
      borderless={!isLong}
      multiline={isLong}
      rows={4}
    />
  )
}

function Labelled({
  label,
  children,
}: {
  readonly label: string
  readonly children: React.ReactNode
}): React.ReactElement {
  return (
    <div role="group" aria-label={label} style={{ overflowWrap: 'anywhere' }}>
      <Label>{label}</Label>
      {children}
    </div>
  )
}

/** What stands in the place of a value that is not there. */
const nothing = '---'
const notHere = 'Files and pictures can be neither opened nor changed in the local app.'

/** From here a value gets several lines. */
const longText = 100
