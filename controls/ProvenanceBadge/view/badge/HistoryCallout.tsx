import { DirectionalHint, FocusTrapCallout, IconButton } from '@fluentui/react'
import * as React from 'react'

import { useAnnouncements } from '../../../shared/announcements.js'
import type { Strings } from '../../../shared/strings.js'
import type { BadgeProps, History } from '../props.js'
import { useSettings } from '../settings.js'
import { HistoryEntry } from './HistoryEntry.js'
import { useHistory } from './use-history.js'

/** The column's newest entries, beside its badge. */
export function HistoryCallout(
  props: Pick<BadgeProps, 'onOpen' | 'onReadHistory'> & {
    readonly target: React.RefObject<HTMLElement>
    readonly showsValues: boolean
    readonly onClose: () => void
  },
): React.ReactElement {
  const { isRightToLeft, label, style, styles, texts } = useSettings()
  const title = texts('History_Title', label)
  const { region, announce } = useAnnouncements()
  const history = useHistory(props.onReadHistory)
  const summary = summaryOf(history, texts, style.integer)
  React.useEffect(() => announce(summary), [summary, announce])
  return (
    <FocusTrapCallout
      target={props.target}
      role="dialog"
      ariaLabel={title}
      directionalHint={DirectionalHint.bottomLeftEdge}
      gapSpace={2}
      isBeakVisible={false}
      onDismiss={props.onClose}
      preventDismissOnEvent={({ type }) => type === 'scroll' || type === 'resize'}
      focusTrapProps={{ isClickableOutsideFocusTrap: true }}
    >
      <div className={styles.callout} dir={isRightToLeft ? 'rtl' : 'ltr'}>
        <div className={styles.head}>
          <h3 className={styles.title}>{title}</h3>
          <IconButton
            iconProps={{ iconName: 'Cancel' }}
            ariaLabel={texts('History_Close')}
            onClick={props.onClose}
          />
        </div>
        {region}
        {history.state === 'entries' && history.entries.length > 0 && (
          <ol className={styles.list}>
            {history.entries.map((entry) => (
              <HistoryEntry
                key={entry.id}
                entry={entry}
                showsValues={props.showsValues}
                onOpen={props.onOpen}
              />
            ))}
          </ol>
        )}
        <div className={styles.notice}>
          <bdi>{summary}</bdi>
        </div>
      </div>
    </FocusTrapCallout>
  )
}

/** What there is to see, or why there is nothing. */
function summaryOf(history: History, texts: Strings, number: (value: number) => string): string {
  switch (history.state) {
    case 'loading':
      return texts('History_Loading')
    case 'noAccess':
      return texts('State_NoAccess')
    case 'error':
      return texts('State_Error', history.message)
    case 'entries': {
      const { length } = history.entries
      if (history.hasMore) return texts('History_Part', number(length))
      if (length === 0) return texts('State_None')
      return texts(length === 1 ? 'History_One' : 'History_Many', number(length))
    }
  }
}
