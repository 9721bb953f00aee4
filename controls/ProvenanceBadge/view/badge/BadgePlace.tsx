import { Link, Spinner, SpinnerSize } from '@fluentui/react'
import * as React from 'react'

import { clip } from '../../../shared/clip.js'
import { Icon } from '../../../shared/icons.js'
import type { IconName } from '../../../shared/icons.js'
import type { BadgeContent, BadgeProps } from '../props.js'
import { useSettings } from '../settings.js'
import { EntryLine } from './EntryLine.js'
import { EntryTooltip } from './EntryTooltip.js'
import { HistoryButton } from './HistoryButton.js'

/** Characters of the platform's message. */
const longestMessage = 160

export interface BadgePlaceProps extends Pick<BadgeProps, 'onOpen' | 'onReadHistory' | 'onRetry'> {
  readonly content: Exclude<BadgeContent, { readonly state: 'hidden' }>
  /** False where the column's values are kept from the user: its history keeps them too. */
  readonly showsValues: boolean
}

/** The badge itself, in whichever state it is. */
export function BadgePlace(props: BadgePlaceProps): React.ReactElement {
  const { styles } = useSettings()
  return <div className={styles.badgePlace}>{badgeOf(props)}</div>
}

function badgeOf(props: BadgePlaceProps): React.ReactElement {
  const { content } = props
  switch (content.state) {
    case 'loading':
      return <Loading />
    case 'entry':
      return (
        <HistoryButton {...props} tooltip={<EntryTooltip provenance={content.provenance} />}>
          <EntryLine provenance={content.provenance} />
        </HistoryButton>
      )
    case 'none':
      return content.isCertain ? (
        <Quiet icon="info" text="State_None" />
      ) : (
        <HistoryButton {...props}>
          <NotAmongRead />
        </HistoryButton>
      )
    case 'noAccess':
      return <Quiet icon="info" text="State_NoAccess" />
    case 'noColumn':
      return <Quiet icon="warning" text="State_NoColumn" />
    case 'error':
      return <Failure message={content.message} onRetry={props.onRetry} />
  }
}

function Loading(): React.ReactElement {
  const { styles, texts } = useSettings()
  return (
    <span className={styles.quiet}>
      <Spinner size={SpinnerSize.xSmall} ariaLive="off" />
      {texts('State_Loading')}
    </span>
  )
}

function Quiet(props: { readonly icon: IconName; readonly text: string }): React.ReactElement {
  const { styles, texts } = useSettings()
  return (
    <span className={styles.quiet}>
      <Icon name={props.icon} />
      {texts(props.text)}
    </span>
  )
}

function NotAmongRead(): React.ReactElement {
  const { texts } = useSettings()
  return (
    <>
      <Icon name="history" />
      {texts('State_NotAmongRead')}
    </>
  )
}

function Failure(props: {
  readonly message: string
  readonly onRetry: () => void
}): React.ReactElement {
  const { label, styles, texts } = useSettings()
  return (
    <span className={styles.quiet}>
      <Icon name="error" />
      <bdi>{texts('State_Error', clip(props.message, longestMessage).text)}</bdi>
      <Link onClick={props.onRetry} aria-label={texts('Retry_Of', label)}>
        {texts('Retry')}
      </Link>
    </span>
  )
}
