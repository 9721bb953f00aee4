import * as React from 'react'

import { isDrifted, isInForce, isStale } from '../../../shared/ledger/entry.js'
import type { Provenance } from '../../model/column-entry.js'
import { useSettings } from '../settings.js'
import { certifiedText } from './words.js'

/** The badge in full, with its times as the user writes them. */
export function EntryTooltip(props: { readonly provenance: Provenance }): React.ReactElement {
  const { now, style, styles, texts } = useSettings()
  const { entry, waiting } = props.provenance
  const lines = [
    entry.observed
      ? texts('Tip_Observed', entry.source, style.moment(entry.observed.at))
      : texts('Tip_Source', entry.source),
    isInForce(entry) ? '' : texts('Tip_NotInForce'),
    certifiedText(entry, texts, style.moment),
    isDrifted(entry) && entry.drifted ? texts('Tip_Drifted', style.moment(entry.drifted.at)) : '',
    isStale(entry, now) && entry.stale ? texts('Tip_Stale', style.moment(entry.stale.at)) : '',
    waiting > 0 ? texts('Tip_Waiting', style.integer(waiting)) : '',
  ]
  return (
    <>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <bdi key={line} className={styles.tooltipLine}>
            {line}
          </bdi>
        ))}
    </>
  )
}
