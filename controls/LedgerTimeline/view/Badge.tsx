import * as React from 'react'

import { Icon } from '../../shared/icons.js'
import type { IconName } from '../../shared/icons.js'
import { isHeld, isInForce, isStale, isSuperseded, isUnsettled } from '../model/entry.js'
import type { Entry, LedgerStatus } from '../model/entry.js'
import { useSettings } from './settings.js'

type Tone = 'good' | 'caution' | 'bad' | 'plain'

const looks: Readonly<Record<LedgerStatus, { readonly icon: IconName; readonly tone: Tone }>> = {
  pending: { icon: 'clock', tone: 'caution' },
  certified: { icon: 'check', tone: 'good' },
  rejected: { icon: 'error', tone: 'bad' },
  revoked: { icon: 'undo', tone: 'bad' },
}

/** An icon, a colour and a word: none of them has to be told apart alone. */
export function Badge(props: {
  readonly icon: IconName
  readonly tone: Tone
  readonly text: string
}): React.ReactElement {
  const { styles } = useSettings()
  return (
    <span className={`${styles.badge} ${styles[props.tone]}`}>
      <Icon name={props.icon} />
      <span className={styles.badgeText}>{props.text}</span>
    </span>
  )
}

/** The entry's Ledger Status. */
export function StatusBadge({ status }: { readonly status: LedgerStatus }): React.ReactElement {
  const { texts } = useSettings()
  return <Badge {...looks[status]} text={texts(`Status_${status}`)} />
}

/** What else there is to know at a glance. */
export function EntryBadges(props: {
  readonly entry: Entry
  readonly isInConflict: boolean
}): React.ReactElement {
  const { now, texts } = useSettings()
  const { entry } = props
  return (
    <>
      <StatusBadge status={entry.status} />
      {props.isInConflict && <Badge icon="conflict" tone="bad" text={texts('Mark_Conflict')} />}
      {isStale(entry, now) && <Badge icon="warning" tone="caution" text={texts('Mark_Stale')} />}
      {isUnsettled(entry) && <Badge icon="sync" tone="plain" text={texts('Mark_Unsettled')} />}
      {isHeld(entry) && <Badge icon="clock" tone="plain" text={texts('Mark_Held')} />}
      {isInForce(entry) && <Badge icon="check" tone="plain" text={texts('Mark_InForce')} />}
      {isSuperseded(entry) && <Badge icon="history" tone="plain" text={texts('Mark_Superseded')} />}
      {!entry.isActive && <Badge icon="info" tone="plain" text={texts('Mark_Inactive')} />}
    </>
  )
}
