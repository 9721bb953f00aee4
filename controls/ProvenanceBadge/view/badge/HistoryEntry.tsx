import { Link } from '@fluentui/react'
import * as React from 'react'

import { Badge } from '../../../shared/badge.js'
import { clip } from '../../../shared/clip.js'
import { isHeld, isInForce, isStale, isSuperseded } from '../../../shared/ledger/entry.js'
import type { Entry } from '../../../shared/ledger/entry.js'
import { statusLook } from '../../../shared/ledger/status-look.js'
import type { BadgeProps } from '../props.js'
import { useSettings } from '../settings.js'
import { ageText, certifiedText } from './words.js'

/** One entry of a column's history. */
export function HistoryEntry(
  props: Pick<BadgeProps, 'onOpen'> & { readonly entry: Entry; readonly showsValues: boolean },
): React.ReactElement {
  const { style, styles, texts } = useSettings()
  const { entry } = props
  const certified = certifiedText(entry, texts, style.moment)
  return (
    <li className={styles.entry}>
      <Marks entry={entry} />
      {props.showsValues && <Change entry={entry} />}
      <Origin entry={entry} />
      {certified !== '' && (
        <span className={styles.note}>
          <bdi>{certified}</bdi>
        </span>
      )}
      {entry.reason !== '' && (
        <span>
          <bdi>{clip(entry.reason, longestReason).text}</bdi>
        </span>
      )}
      <span>
        <Link onClick={() => props.onOpen(entry.id)}>{texts('Open_Entry', entry.name)}</Link>
      </span>
    </li>
  )
}

/** Characters of a value here; the entry's own form has them all. */
const longestValue = 300
const longestReason = 600

function Marks({ entry }: { readonly entry: Entry }): React.ReactElement {
  const { now, styles, texts } = useSettings()
  const mark = (icon: 'check' | 'clock' | 'history', text: string) => (
    <Badge icon={icon} tone="plain" text={texts(text)} styles={styles} />
  )
  return (
    <span className={styles.marks}>
      <Badge {...statusLook[entry.status]} text={texts(`Status_${entry.status}`)} styles={styles} />
      {isInForce(entry) && mark('check', 'Mark_InForce')}
      {isHeld(entry) && mark('clock', 'Mark_Held')}
      {isSuperseded(entry) && mark('history', 'Mark_Superseded')}
      {isStale(entry, now) && (
        <Badge icon="warning" tone="caution" text={texts('Mark_Stale')} styles={styles} />
      )}
    </span>
  )
}

/** Value before and after. */
function Change({ entry }: { readonly entry: Entry }): React.ReactElement {
  const { styles, texts } = useSettings()
  return (
    <div className={styles.value}>
      {entry.previousValue !== '' && (
        <>
          <bdi className={styles.note}>{texts('Value_Before')}</bdi>{' '}
          <Value text={entry.previousValue} className={styles.before} />{' '}
          <bdi className={styles.note}>{texts('Value_After')}</bdi>{' '}
        </>
      )}
      <Value text={entry.value} />
    </div>
  )
}

function Value(props: { readonly text: string; readonly className?: string }): React.ReactElement {
  const { styles, texts } = useSettings()
  if (props.text === '') return <span className={styles.note}>{texts('Value_Empty')}</span>
  const { cut, text } = clip(props.text, longestValue)
  return (
    <bdi className={props.className}>
      {text}
      {cut && '…'}
    </bdi>
  )
}

function Origin({ entry }: { readonly entry: Entry }): React.ReactElement {
  const { now, style, styles, texts } = useSettings()
  const { observed, source } = entry
  return (
    <span className={styles.note}>
      <bdi>{source}</bdi>
      {observed && (
        <>
          {' · '}
          <time dateTime={new Date(observed.at).toISOString()}>
            <bdi>{style.moment(observed.at)}</bdi>
          </time>{' '}
          <bdi>{`(${ageText(observed.at, now, texts, style.integer)})`}</bdi>
        </>
      )}
    </span>
  )
}
