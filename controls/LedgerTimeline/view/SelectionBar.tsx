import { Checkbox, DefaultButton } from '@fluentui/react'
import * as React from 'react'

import { actions, eligible, mostAtOnce } from '../model/actions.js'
import type { Action } from '../model/actions.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { useSettings } from './settings.js'

/** Decisions on several entries at once: how many of those selected each is for. */
export function SelectionBar(props: {
  /** Entries that something can be decided on. */
  readonly open: readonly Entry[]
  readonly selected: readonly Entry[]
  readonly isSaving: boolean
  readonly onSelect: (ids: readonly string[]) => void
  readonly onAsk: (action: Action, ids: readonly string[]) => void
}): React.ReactElement {
  const { formats, styles, texts } = useSettings()
  const { open, selected, isSaving, onSelect, onAsk } = props
  const isAll = open.length > 0 && selected.length === open.length
  return (
    <div className={styles.selection} role="group" aria-label={texts('Selection_Label')}>
      <Checkbox
        label={texts('Selection_All')}
        checked={isAll}
        indeterminate={selected.length > 0 && !isAll}
        disabled={open.length === 0}
        onChange={() => onSelect(isAll ? [] : open.map(({ id }) => id))}
      />
      <bdi className={styles.quiet}>
        {texts('Selection_Count', formats.integer(selected.length))}
      </bdi>
      <span className={styles.spread} />
      {selected.length > 0 &&
        actions.map((action) => {
          const count = eligible(action, selected).length
          return (
            <DefaultButton
              key={action}
              text={texts('Selection_Action', texts(`Action_${action}`), formats.integer(count))}
              disabled={isSaving || count === 0 || count > mostAtOnce}
              allowDisabledFocus
              onClick={() =>
                onAsk(
                  action,
                  selected.map(({ id }) => id),
                )
              }
            />
          )
        })}
      {selected.length > mostAtOnce && (
        <bdi className={styles.quiet}>
          {texts('Selection_TooMany', formats.integer(mostAtOnce))}
        </bdi>
      )}
    </div>
  )
}
