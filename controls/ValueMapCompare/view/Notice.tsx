import { DefaultButton, MessageBar, MessageBarType } from '@fluentui/react'
import * as React from 'react'

export interface NoticeProps {
  readonly kind: 'info' | 'warning' | 'error' | 'blocked'
  readonly text: string
  readonly action?: { readonly text: string; readonly run: () => void }
}

const types = {
  info: MessageBarType.info,
  warning: MessageBarType.warning,
  error: MessageBarType.error,
  blocked: MessageBarType.blocked,
} as const

/** One thing to know, and what can be done about it. */
export function Notice({ kind, text, action }: NoticeProps): React.ReactElement {
  return (
    <MessageBar
      messageBarType={types[kind]}
      isMultiline
      {...(action && {
        actions: <DefaultButton onClick={action.run}>{action.text}</DefaultButton>,
      })}
    >
      {text}
    </MessageBar>
  )
}
