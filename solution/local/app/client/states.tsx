import { DefaultButton, MessageBar, MessageBarType, Spinner } from '@fluentui/react'
import * as React from 'react'

import { Icon } from '../../../../controls/shared/icons.js'

export function LoadingState({ what }: { readonly what: string }): React.ReactElement {
  return <Spinner label={`Loading ${what}`} styles={{ root: { padding: 32 } }} />
}

/** Says that something failed, why, and lets people try again. */
export function ErrorState({
  message,
  onRetry,
}: {
  readonly message: string
  readonly onRetry: () => void
}): React.ReactElement {
  return (
    <MessageBar
      messageBarType={MessageBarType.error}
      isMultiline
      actions={
        <div>
          <DefaultButton text="Try again" onClick={onRetry} />
        </div>
      }
    >
      {message}
    </MessageBar>
  )
}

export function NoAccessState({ what }: { readonly what: string }): React.ReactElement {
  return (
    <MessageBar messageBarType={MessageBarType.blocked} isMultiline>
      You do not have access to {what}. Ask your administrator for a role that may read them.
    </MessageBar>
  )
}

export function EmptyState({
  text,
  children,
}: {
  readonly text: string
  readonly children?: React.ReactNode
}): React.ReactElement {
  return (
    <div style={{ padding: '48px 16px', textAlign: 'center' }}>
      <div style={{ fontSize: 32 }}>
        <Icon name="search" />
      </div>
      <p>{text}</p>
      {children}
    </div>
  )
}
