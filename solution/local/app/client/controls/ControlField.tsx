import { Label, useTheme } from '@fluentui/react'
import * as React from 'react'

import type { WebApiRow } from '../../../../../controls/host/data-set/entity-record.js'
import type { TableMetadata } from '../../../../../controls/host/table-metadata.js'
import type { BoundColumn } from '../../../../../controls/host/types.js'
import type { ControlBinding } from '../../../../model/solution/control-binding.js'
import { readText, storedText, textOf } from '../record/draft.js'
import type { Draft } from '../record/draft.js'
import { BoundControl } from './BoundControl.js'
import { boundValue, outputValue, storedValue } from './bound-value.js'

export interface ControlFieldProps {
  readonly binding: ControlBinding
  readonly label: string
  readonly metadata: TableMetadata
  /** The stored row; of a record that is not there yet an empty one. */
  readonly row: WebApiRow
  readonly draft: Draft
  /** Messages by column. */
  readonly problems: Readonly<Record<string, string>>
  readonly isRequired: boolean
  readonly isReadOnly: boolean
  readonly onChange: (column: string, text: string, stored: string) => void
  /** The field that stands there where the control cannot be shown. */
  readonly stock: React.ReactElement
}

/** A field in the control that it is bound to: what the control puts out goes into the draft. */
export function ControlField(props: ControlFieldProps): React.ReactElement {
  const { binding, label, metadata, row, isRequired, isReadOnly, stock } = props
  const { semanticColors } = useTheme()
  const id = row[metadata.primaryId]
  const problem = Object.values(binding.columns ?? {})
    .map((column) => props.problems[column])
    .find((message) => message !== undefined)
  return (
    <div>
      <Label required={isRequired}>{label}</Label>
      <BoundControl
        binding={binding}
        dataSets={noDataSets}
        bound={boundColumns(props)}
        record={{ table: metadata.logicalName, ...(typeof id === 'string' ? { id } : {}) }}
        disabled={isReadOnly}
        label={label}
        {...(typeof row['@odata.etag'] === 'string' ? { version: row['@odata.etag'] } : {})}
        onOutput={(outputs) => takeOutputs(props, outputs)}
        stock={stock}
      />
      {problem !== undefined && (
        <span role="alert" style={{ fontSize: 12, color: semanticColors.errorText }}>
          {problem}
        </span>
      )}
    </div>
  )
}

const noDataSets = {}

type Values = Pick<ControlFieldProps, 'binding' | 'metadata' | 'row' | 'draft' | 'problems'>

/** By property: the draft's value where there is one, else the stored one. */
function boundColumns(values: Values): Readonly<Record<string, BoundColumn>> {
  const { binding, metadata, problems } = values
  return Object.fromEntries(
    Object.entries(binding.columns ?? {}).map(([property, column]) => {
      const message = problems[column]
      const bound: BoundColumn = {
        table: metadata.logicalName,
        column,
        value: shownValue(values, column),
        ...(message === undefined ? {} : { error: { message } }),
      }
      return [property, bound]
    }),
  )
}

function shownValue({ metadata, row, draft }: Values, name: string): unknown {
  const column = metadata.columns.get(name)
  if (!column) return null
  const text = draft[name]
  if (text === undefined) return storedValue(column, row)
  const reading = readText(column, text)
  if ('value' in reading) return boundValue(column, reading.value)
  if ('reference' in reading) {
    const { reference } = reading
    return reference && [{ id: reference.id, name: reference.name, entityType: reference.table }]
  }
  // What cannot be saved is kept for people to correct.
  return column.type === 'String' || column.type === 'Memo' ? text : null
}

function takeOutputs(
  { binding, metadata, row, isReadOnly, onChange }: ControlFieldProps,
  outputs: Readonly<Record<string, unknown>>,
): void {
  if (isReadOnly) return
  for (const [property, output] of Object.entries(outputs)) {
    const column = metadata.columns.get(binding.columns?.[property] ?? '')
    const value = column && outputValue(column, output)
    if (column && value !== undefined) {
      onChange(column.logicalName, textOf(column, value), storedText(column, row))
    }
  }
}
