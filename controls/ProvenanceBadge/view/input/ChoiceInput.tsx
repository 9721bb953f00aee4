import { Dropdown } from '@fluentui/react'
import type { IDropdownOption } from '@fluentui/react'
import * as React from 'react'

import { optionLabel } from '../../model/field-text.js'
import { useSettings } from '../settings.js'
import type { InputProps } from './FieldInput.js'
import { Swatch } from './Swatch.js'
import { usePicked } from './use-picked.js'

const none = 'none'

/** One of a list, each with its colour; none where the column may be empty. */
export function ChoiceInput({ field, data, onOutput }: InputProps<'choice'>): React.ReactElement {
  const { label, texts } = useSettings()
  const [value, pick] = usePicked(data.value, onOutput)
  const isRetired = value !== null && !data.options.some((option) => option.value === value)
  const options: IDropdownOption[] = [
    ...(field.isRequired && value !== null ? [] : [{ key: none, text: '---' }]),
    ...data.options.map((option) => ({
      key: option.value,
      text: option.label,
      data: option.color,
    })),
    ...(isRetired ? [{ key: value, text: optionLabel(data, value) }] : []),
  ]
  const isMissing = field.isRequired && value === null
  const error = field.error ?? (isMissing ? texts('Problem_Required', label) : undefined)
  return (
    <Dropdown
      ariaLabel={label}
      required={field.isRequired}
      styles={withoutMark}
      options={options}
      selectedKey={value ?? none}
      onRenderOption={renderOption}
      onRenderTitle={(selected) => <>{selected?.map((option) => renderOption(option))}</>}
      onChange={(_event, option) => pick(typeof option?.key === 'number' ? option.key : null)}
      {...(error === undefined ? {} : { errorMessage: error })}
    />
  )
}

/** The form marks what is required, at the label. */
const withoutMark = { dropdown: { ':before': { display: 'none' } } }

function renderOption(option: IDropdownOption | undefined): React.ReactElement {
  const color: unknown = option?.data
  return (
    <span key={option?.key} className="ms-Dropdown-optionText">
      {typeof color === 'string' && <Swatch color={color} />}
      {option?.text}
    </span>
  )
}
