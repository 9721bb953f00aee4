import { DefaultButton } from '@fluentui/react'
import * as React from 'react'

import type { TablePart } from '../../shape.js'
import { useApp } from '../app-context.js'
import type { RecordReference } from '../lookup/reference.js'
import { mainFormOf } from '../record/forms.js'
import { useQuickCreate } from './quick-create.js'

export interface NewButtonProps {
  readonly table: TablePart
  /** In a subgrid: the lookups that the new record must hold, by column. */
  readonly related?: Readonly<Record<string, RecordReference>>
  /** Called once a record was made in the pane. */
  readonly onMade: () => void
}

/**
 * Makes a record of a table: in the quick form where there is one, else on a page of its own. Nothing
 * where the table has neither.
 */
export function NewButton({ table, related, onMade }: NewButtonProps): React.ReactElement | null {
  const { canOpen, open } = useQuickCreate()
  const { newAddress } = useApp()
  if (canOpen(table.logicalName)) {
    const make = async () => {
      const made = await open({
        table: table.logicalName,
        several: true,
        ...(related ? { related } : {}),
      })
      if (made) onMade()
    }
    return (
      <DefaultButton text="+ New" ariaLabel={`New ${table.label}`} onClick={() => void make()} />
    )
  }
  return mainFormOf(table) && !related ? (
    <DefaultButton
      text="+ New"
      ariaLabel={`New ${table.label}`}
      href={newAddress(table.logicalName)}
    />
  ) : null
}
