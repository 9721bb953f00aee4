import { Dropdown } from '@fluentui/react'
import * as React from 'react'

import type { ColumnMetadata } from '../../../../../controls/host/table-metadata.js'
import type { FieldProps } from './Field.js'

type ChoiceProps = Pick<FieldProps, 'id' | 'column' | 'label' | 'text' | 'problem' | 'onChange'>

/** One option of a choice, or yes and no. */
export function ChoiceField(props: ChoiceProps): React.ReactElement {
  const { id, column, label, text, problem = '', onChange } = props
  const given = optionsOf(column)
  // What is required may be empty in an older record, and shows no option then.
  const options = column.required ? given : [{ key: '', text: '---' }, ...given]
  return (
    <Dropdown
      id={id}
      label={label}
      required={column.required}
      options={options}
      selectedKey={column.required && text === '' ? null : text}
      errorMessage={problem}
      onChange={(_event, option) => onChange(String(option?.key ?? ''))}
    />
  )
}

/** Any number of options of a choice. The text lists their values, as the Web API does. */
export function ChoicesField(props: ChoiceProps): React.ReactElement {
  const { id, column, label, text, problem = '', onChange } = props
  const chosen = text.split(',').filter((value) => value !== '')
  return (
    <Dropdown
      id={id}
      label={label}
      multiSelect
      required={column.required}
      options={optionsOf(column)}
      selectedKeys={chosen}
      errorMessage={problem}
      onChange={(_event, option) => {
        if (option) onChange(toggled(chosen, String(option.key)))
      }}
    />
  )
}

function toggled(chosen: readonly string[], value: string): string {
  const others = chosen.filter((one) => one !== value)
  const next = others.length < chosen.length ? others : [...chosen, value]
  return next.sort((a, b) => Number(a) - Number(b)).join(',')
}

function optionsOf({ type, options }: ColumnMetadata) {
  const keyOf = (value: number) => (type === 'Boolean' ? String(value === 1) : String(value))
  return options.map(({ value, label }) => ({ key: keyOf(value), text: label }))
}
