import { TooltipHost } from '@fluentui/react'
import * as React from 'react'

import { unseen } from '../../../shared/announcements.js'
import type { BadgeProps } from '../props.js'
import { useSettings } from '../settings.js'
import { HistoryCallout } from './HistoryCallout.js'

/** A badge that opens the history of its column. */
export function HistoryButton(
  props: Pick<BadgeProps, 'onOpen' | 'onReadHistory'> & {
    readonly showsValues: boolean
    readonly tooltip?: React.ReactElement
    readonly children: React.ReactNode
  },
): React.ReactElement {
  const { label, styles, texts } = useSettings()
  const [isOpen, setOpen] = React.useState(false)
  const button = React.useRef<HTMLButtonElement>(null)
  const close = React.useCallback(() => setOpen(false), [])
  return (
    <>
      <TooltipHost
        {...(props.tooltip && !isOpen ? { content: props.tooltip } : {})}
        hostClassName={styles.tooltip}
      >
        <button
          ref={button}
          type="button"
          className={styles.trigger}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen((wasOpen) => !wasOpen)}
        >
          {props.children}
          <span style={unseen}>{texts('Badge_Opens', label)}</span>
        </button>
      </TooltipHost>
      {isOpen && (
        <HistoryCallout
          target={button}
          showsValues={props.showsValues}
          onOpen={props.onOpen}
          onReadHistory={props.onReadHistory}
          onClose={close}
        />
      )}
    </>
  )
}
