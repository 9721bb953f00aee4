import { useTheme } from '@fluentui/react'
import * as React from 'react'

import { useApp } from '../app-context.js'
import { readReference } from '../lookup/reference.js'
import { storedText } from './draft.js'
import type { FormFieldProps } from './FormField.js'
import { recordStyles } from './styles.js'

/** A stored value with its label; lookups lead to their record. */
export function StripValue({
  metadata,
  loaded,
  column: name,
  label,
}: Pick<FormFieldProps, 'metadata' | 'loaded'> & {
  readonly column: string
  /** Empty: the column's own. */
  readonly label: string
}): React.ReactElement | null {
  const styles = recordStyles(useTheme())
  const { addresses } = useApp()
  const column = metadata.columns.get(name)
  if (!column || !loaded) return null
  const reference = readReference(storedText(column, loaded.row))
  const address = reference && addresses(reference.table, reference.id)
  const text = loaded.record.getFormattedValue(name) || '---'
  return (
    <div role="group" aria-label={label || column.label} className={styles.fact}>
      <div className={styles.factLabel}>{label || column.label}</div>
      {address === undefined ? text : <a href={address}>{text}</a>}
    </div>
  )
}
