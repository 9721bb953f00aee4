import { MessageBar, MessageBarType } from '@fluentui/react'
import * as React from 'react'

import { isAllDone, summaryText } from './outcome-text.js'
import { useSettings } from './settings.js'
import type { Decided } from './timeline-state.js'

/** How the last decision went. */
export function ResultBar(props: {
  readonly id: string
  readonly decided: ReadonlyMap<string, Decided>
  readonly onDismiss: () => void
}): React.ReactElement | null {
  const { texts } = useSettings()
  const { id, decided, onDismiss } = props
  if (decided.size === 0) return null
  return (
    <div id={id} tabIndex={-1}>
      <MessageBar
        role="none"
        messageBarType={isAllDone(decided) ? MessageBarType.success : MessageBarType.warning}
        dismissButtonAriaLabel={texts('Dismiss')}
        onDismiss={onDismiss}
      >
        <bdi>{summaryText(decided, texts)}</bdi>
      </MessageBar>
    </div>
  )
}
