import * as React from 'react'

import { Icon } from '../../shared/icons.js'
import type { Action } from '../model/actions.js'
import type { Conflict } from '../model/conflicts.js'
import { isInForce } from '../../shared/ledger/entry.js'
import { Badge, StatusBadge } from './Badge.js'
import { EntryActions } from './EntryActions.js'
import { columnLabel, useSettings } from './settings.js'
import { ShortValue } from './ValueText.js'

/** More values than these nobody compares side by side; the entries below have them all. */
const mostRivals = 6

/** Values that contradict each other, side by side, to decide between them. */
export function ConflictPanel(props: {
  readonly conflict: Conflict
  readonly canDecide: boolean
  readonly isSaving: boolean
  readonly onAsk: (action: Action, ids: readonly string[]) => void
}): React.ReactElement {
  const settings = useSettings()
  const { formats, styles, texts } = settings
  const { conflict, canDecide } = props
  const [first] = conflict
  const aspect = first ? columnLabel(settings, first.targetTable, first.aspectKey) : ''
  return (
    <section className={styles.conflict} aria-label={texts('Conflict_Label', aspect)}>
      <strong>
        <Icon name="conflict" />{' '}
        <bdi>{texts('Conflict_Title', formats.integer(conflict.length))}</bdi>
      </strong>
      <ul className={styles.rivals}>
        {conflict.slice(0, mostRivals).map((entry) => (
          <li key={entry.id} className={styles.rival}>
            <div className={styles.row}>
              <StatusBadge status={entry.status} />
              {isInForce(entry) && <Badge icon="check" tone="plain" text={texts('Mark_InForce')} />}
            </div>
            <div className={styles.value}>
              <ShortValue entry={entry} side="value" />
            </div>
            <div className={styles.quiet}>
              <bdi>{entry.source}</bdi>
              {entry.observed && (
                <>
                  {' · '}
                  <bdi>{entry.observed.text}</bdi>
                </>
              )}
            </div>
            {canDecide && (
              <div className={styles.row}>
                <EntryActions entry={entry} isSaving={props.isSaving} onAsk={props.onAsk} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {conflict.length > mostRivals && (
        <div className={styles.quiet}>
          {texts('Conflict_More', formats.integer(conflict.length - mostRivals))}
        </div>
      )}
    </section>
  )
}
