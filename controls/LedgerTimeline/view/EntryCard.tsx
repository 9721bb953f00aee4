import { ActionButton, Checkbox } from '@fluentui/react'
import * as React from 'react'

import { allowedActions } from '../model/actions.js'
import type { Action } from '../model/actions.js'
import type { Conflict } from '../model/conflicts.js'
import { isDrifted, isHalfCertified, isSuperseded } from '../../shared/ledger/entry.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { Badge, EntryBadges } from './Badge.js'
import { ConflictPanel } from './ConflictPanel.js'
import { EntryActions } from './EntryActions.js'
import { EntryDetails } from './EntryDetails.js'
import { decidedText } from './outcome-text.js'
import { columnLabel, toggleId, useSettings } from './settings.js'
import type { Decided } from './timeline-state.js'
import { ShortValue } from './ValueText.js'

export interface EntryCardProps {
  readonly entry: Entry
  readonly conflict: Conflict | undefined
  /** Whether a heading above names the aspect already, and shows the conflict. */
  readonly isUnderAspect: boolean
  readonly isExpanded: boolean
  readonly isSelected: boolean
  readonly isSaving: boolean
  readonly canDecide: boolean
  readonly decided: Decided | undefined
  readonly onToggle: (id: string) => void
  readonly onTick: (id: string, isTicked: boolean) => void
  readonly onAsk: (action: Action, ids: readonly string[]) => void
}

/** One entry of the timeline. */
export function EntryCard(props: EntryCardProps): React.ReactElement {
  const settings = useSettings()
  const { styles, texts } = settings
  const { entry, conflict, isExpanded, canDecide } = props
  const aspect = columnLabel(settings, entry.targetTable, entry.aspectKey)
  return (
    <article
      className={`${styles.card} ${isSuperseded(entry) ? styles.past : ''}`}
      aria-label={texts('Entry_Label', aspect, entry.source, texts(`Status_${entry.status}`))}
      aria-busy={props.isSaving}
    >
      {canDecide && (
        <div className={styles.tick}>
          {allowedActions(entry).length > 0 && (
            <Checkbox
              checked={props.isSelected}
              ariaLabel={texts('Entry_Select', aspect, entry.source)}
              onChange={(_event, isTicked) => props.onTick(entry.id, isTicked === true)}
            />
          )}
        </div>
      )}
      <div className={styles.cardBody}>
        <div className={styles.row}>
          <EntryBadges entry={entry} isInConflict={conflict !== undefined} />
        </div>
        {!props.isUnderAspect && <strong className={styles.text}>{aspect}</strong>}
        <Change entry={entry} />
        <Origin entry={entry} />
        {entry.reason !== '' && (
          <div className={styles.text}>
            <bdi>{entry.reason}</bdi>
          </div>
        )}
        <Standing entry={entry} />
        <div className={styles.row}>
          <ActionButton
            id={toggleId(settings, entry.id)}
            data-toggle
            aria-expanded={isExpanded}
            ariaLabel={texts(
              isExpanded ? 'Details_Hide_Of' : 'Details_Show_Of',
              aspect,
              entry.source,
            )}
            text={texts(isExpanded ? 'Details_Hide' : 'Details_Show')}
            onClick={() => props.onToggle(entry.id)}
          />
          {canDecide && (
            <EntryActions entry={entry} isSaving={props.isSaving} onAsk={props.onAsk} />
          )}
          {props.isSaving && <span className={styles.quiet}>{texts('Saving')}</span>}
        </div>
        {props.decided && <Outcome decided={props.decided} />}
        {isExpanded && conflict && !props.isUnderAspect && (
          <ConflictPanel
            conflict={conflict}
            canDecide={canDecide}
            isSaving={props.isSaving}
            onAsk={props.onAsk}
          />
        )}
        {isExpanded && <EntryDetails entry={entry} />}
      </div>
    </article>
  )
}

/** Value before and after. */
function Change({ entry }: { readonly entry: Entry }): React.ReactElement {
  const { styles, texts } = useSettings()
  return (
    <div className={styles.value}>
      {entry.previousValue !== '' && (
        <>
          <bdi className={styles.quiet}>{texts('Value_Before')}</bdi>{' '}
          <ShortValue entry={entry} side="previousValue" className={styles.before} />{' '}
          <bdi className={styles.quiet}>{texts('Value_After')}</bdi>{' '}
        </>
      )}
      <ShortValue entry={entry} side="value" />
    </div>
  )
}

/** Source, time, and who certified. */
function Origin({ entry }: { readonly entry: Entry }): React.ReactElement {
  const { styles, texts } = useSettings()
  const { certified, certifiedBy, observed, source } = entry
  return (
    <div className={styles.quiet}>
      <bdi>{source}</bdi>
      {observed && (
        <>
          {' · '}
          <time dir="auto" dateTime={new Date(observed.at).toISOString()}>
            {observed.text}
          </time>
        </>
      )}
      {entry.status === 'certified' && certified && (
        <>
          {' · '}
          <bdi>
            {certifiedBy
              ? texts('CertifiedBy', certifiedBy.name, certified.text)
              : texts('CertifiedOn', certified.text)}
          </bdi>
        </>
      )}
    </div>
  )
}

/** What is missing from a certification, and what somebody made of the value outside. */
function Standing({ entry }: { readonly entry: Entry }): React.ReactElement {
  const { styles, texts } = useSettings()
  const { drifted, firstCertifiedBy, isFirstMine } = entry
  return (
    <>
      {isHalfCertified(entry) && (
        <div className={styles.text}>
          <bdi>
            {isFirstMine ? texts('Half_Mine') : texts('Half_Other', firstCertifiedBy?.name ?? '')}
          </bdi>
        </div>
      )}
      {isDrifted(entry) && (
        <div className={styles.text}>
          <bdi>{texts('Drifted_Text', drifted?.text ?? '')}</bdi>{' '}
          <ShortValue entry={entry} side="outsideValue" />
        </div>
      )}
    </>
  )
}

function Outcome({ decided }: { readonly decided: Decided }): React.ReactElement {
  const { styles, texts } = useSettings()
  const isDone = decided.result.outcome === 'done'
  return (
    <div className={styles.row}>
      <Badge
        icon={isDone ? 'check' : 'warning'}
        tone={isDone ? 'good' : 'bad'}
        text={texts(`Outcome_${decided.result.outcome}`)}
      />
      <span className={styles.text}>{decidedText(decided, texts)}</span>
    </div>
  )
}
