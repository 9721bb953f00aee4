import * as React from 'react'

import { Badge } from '../../../shared/badge.js'
import { isDrifted, isStale } from '../../../shared/ledger/entry.js'
import { statusLook } from '../../../shared/ledger/status-look.js'
import type { Provenance } from '../../model/column-entry.js'
import { useSettings } from '../settings.js'
import { ageText } from './words.js'

/** Status, source and age of a value, on one line where there is room. */
export function EntryLine(props: { readonly provenance: Provenance }): React.ReactElement {
  const { now, style, styles, texts } = useSettings()
  const { entry, waiting } = props.provenance
  const { observed, source, status } = entry
  return (
    <>
      <Badge {...statusLook[status]} text={texts(`Status_${status}`)} styles={styles} />
      <span className={styles.origin}>
        <bdi className={styles.source}>{source}</bdi>
        {observed && (
          <>
            {' · '}
            <bdi>{ageText(observed.at, now, texts, style.integer)}</bdi>
          </>
        )}
      </span>
      {isDrifted(entry) && (
        <Badge icon="warning" tone="caution" text={texts('Mark_Drifted')} styles={styles} />
      )}
      {isStale(entry, now) && (
        <Badge icon="warning" tone="caution" text={texts('Mark_Stale')} styles={styles} />
      )}
      {waiting > 0 && (
        <Badge
          icon="clock"
          tone="plain"
          text={texts('Mark_Waiting', style.integer(waiting))}
          styles={styles}
        />
      )}
    </>
  )
}
