import * as React from 'react'

import { Badge as PlainBadge } from '../../shared/badge.js'
import type { Tone } from '../../shared/badge.js'
import type { IconName } from '../../shared/icons.js'
import {
  isDrifted,
  isHalfCertified,
  isHeld,
  isInForce,
  isStale,
  isSuperseded,
  isUnsettled,
} from '../../shared/ledger/entry.js'
import type { Entry, LedgerStatus } from '../../shared/ledger/entry.js'
import { statusLook } from '../../shared/ledger/status-look.js'
import { useSettings } from './settings.js'

/** A badge in the timeline's own looks. */
export function Badge(props: {
  readonly icon: IconName
  readonly tone: Tone
  readonly text: string
}): React.ReactElement {
  return <PlainBadge {...props} styles={useSettings().styles} />
}

/** The entry's Ledger Status. */
export function StatusBadge({ status }: { readonly status: LedgerStatus }): React.ReactElement {
  const { texts } = useSettings()
  return <Badge {...statusLook[status]} text={texts(`Status_${status}`)} />
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
      {isHalfCertified(entry) && <Badge icon="check" tone="caution" text={texts('Mark_Half')} />}
      {isDrifted(entry) && <Badge icon="warning" tone="caution" text={texts('Mark_Drifted')} />}
      {isStale(entry, now) && <Badge icon="warning" tone="caution" text={texts('Mark_Stale')} />}
      {isUnsettled(entry) && <Badge icon="sync" tone="plain" text={texts('Mark_Unsettled')} />}
      {isHeld(entry) && <Badge icon="clock" tone="plain" text={texts('Mark_Held')} />}
      {isInForce(entry) && !isDrifted(entry) && (
        <Badge icon="check" tone="plain" text={texts('Mark_InForce')} />
      )}
      {isSuperseded(entry) && <Badge icon="history" tone="plain" text={texts('Mark_Superseded')} />}
      {!entry.isActive && <Badge icon="info" tone="plain" text={texts('Mark_Inactive')} />}
    </>
  )
}
