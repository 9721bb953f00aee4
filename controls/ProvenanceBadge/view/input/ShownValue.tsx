import * as React from 'react'

import { clip } from '../../../shared/clip.js'
import { fieldText } from '../../model/field-text.js'
import type { Field } from '../../model/field.js'
import { useSettings } from '../settings.js'
import { Swatch } from './Swatch.js'

/** Characters of a value beside a badge; its own input has them all. */
const longest = 1_000

/** A value as text. */
export function ShownValue({ field }: { readonly field: Field }): React.ReactElement {
  const { label, style, styles, texts } = useSettings()
  const { data, isReadable } = field
  const { cut, text } = clip(isReadable ? fieldText(data, style) : texts('Masked'), longest)
  const option =
    isReadable && data.kind === 'choice'
      ? data.options.find(({ value }) => value === data.value)
      : undefined
  return (
    <div className={styles.shown} role="group" aria-label={label}>
      {option?.color && <Swatch color={option.color} />}
      {text === '' ? <span className={styles.missing}>---</span> : <bdi>{text}</bdi>}
      {cut && '…'}
    </div>
  )
}
