import { Toggle } from '@fluentui/react'
import * as React from 'react'

import { useSettings } from '../settings.js'
import type { InputProps } from './FieldInput.js'
import { usePicked } from './use-picked.js'

/** Yes or no, by the column's own words. */
export function YesNoInput({ field, data, onOutput }: InputProps<'yesNo'>): React.ReactElement {
  const { label } = useSettings()
  const [value, pick] = usePicked(data.value, onOutput)
  return (
    <>
      <Toggle
        ariaLabel={label}
        styles={{ root: { margin: 0, padding: '6px 0' } }}
        checked={value === true}
        onText={data.options.yes.label}
        offText={data.options.no.label}
        onChange={(_event, isYes) => pick(isYes === true)}
      />
      {field.error !== undefined && <div role="alert">{field.error}</div>}
    </>
  )
}
