import { DefaultButton } from '@fluentui/react'
import * as React from 'react'

import { allowedActions } from '../model/actions.js'
import type { Action } from '../model/actions.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { columnLabel, useSettings } from './settings.js'

/** The decisions that the entry's status allows. */
export function EntryActions(props: {
  readonly entry: Entry
  readonly isSaving: boolean
  readonly onAsk: (action: Action, ids: readonly string[]) => void
}): React.ReactElement {
  const settings = useSettings()
  const { texts } = settings
  const { entry, isSaving, onAsk } = props
  const of = columnLabel(settings, entry.targetTable, entry.aspectKey)
  return (
    <>
      {allowedActions(entry).map((action) => (
        <DefaultButton
          key={action}
          text={texts(`Action_${action}`)}
          ariaLabel={texts(`Action_${action}_Of`, of, entry.source)}
          disabled={isSaving}
          allowDisabledFocus
          onClick={() => onAsk(action, [entry.id])}
        />
      ))}
    </>
  )
}
