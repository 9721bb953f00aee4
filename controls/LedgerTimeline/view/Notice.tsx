import { DefaultButton, MessageBar, MessageBarType, Spinner } from '@fluentui/react'
import * as React from 'react'

import type { Strings } from '../../shared/strings.js'
import type { Content } from './props.js'
import { useSettings } from './settings.js'

export type NoticeContent = Exclude<Content, { readonly state: 'entries' }>

/** Why there are no entries to see, in a sentence. */
export function noticeText(content: NoticeContent, isFiltered: boolean, texts: Strings): string {
  switch (content.state) {
    case 'loading':
      return texts('State_Loading')
    case 'empty':
      return texts(isFiltered ? 'State_EmptyFiltered' : 'State_Empty')
    case 'noAccess':
      return texts('State_NoAccess')
    case 'unsaved':
      return texts('State_Unsaved')
    case 'noRecord':
      return texts('State_NoRecord')
    case 'notNarrowed':
      return texts('State_NotNarrowed')
    case 'error':
      return texts('State_Error', content.message)
  }
}

const types: Readonly<Partial<Record<NoticeContent['state'], MessageBarType>>> = {
  noAccess: MessageBarType.blocked,
  unsaved: MessageBarType.info,
  noRecord: MessageBarType.info,
  notNarrowed: MessageBarType.error,
  error: MessageBarType.error,
}

/** What stands in place of entries. It is read out by the timeline's live region, not by itself. */
export function Notice(props: {
  readonly content: NoticeContent
  readonly text: string
  readonly onReload: () => void
}): React.ReactElement {
  const { styles, texts } = useSettings()
  const { content, text, onReload } = props
  const type = types[content.state]
  if (content.state === 'loading') {
    return (
      <div className={styles.notice}>
        <Spinner label={text} labelPosition="right" ariaLive="off" />
      </div>
    )
  }
  return (
    <div className={styles.notice}>
      {type === undefined ? (
        text
      ) : (
        <MessageBar messageBarType={type} role="none">
          <bdi>{text}</bdi>
        </MessageBar>
      )}
      {type === MessageBarType.error && <DefaultButton text={texts('Retry')} onClick={onReload} />}
    </div>
  )
}
