import { Link } from '@fluentui/react'
import * as React from 'react'

import type { Entry, Moment, RowLink } from '../../shared/ledger/entry.js'
import { traceSteps } from '../model/trace.js'
import { tableLabel, useSettings } from './settings.js'
import { LongValue } from './ValueText.js'

/** Everything that is known of an entry: values in full, its life, the rules, where it came from. */
export function EntryDetails({ entry }: { readonly entry: Entry }): React.ReactElement {
  const { styles, texts } = useSettings()
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        <Fact name={texts('Fact_Value')}>
          <LongValue entry={entry} side="value" />
        </Fact>
        {entry.previousValue !== '' && (
          <Fact name={texts('Fact_Previous')}>
            <LongValue entry={entry} side="previousValue" />
          </Fact>
        )}
        {entry.notes !== '' && (
          <Fact name={texts('Fact_Notes')}>
            <bdi className={styles.text}>{entry.notes}</bdi>
          </Fact>
        )}
        <Happened name={texts('Fact_Observed')} moment={entry.observed} />
        <Happened name={texts('Fact_Applied')} moment={entry.applied} />
        <Happened name={texts('Fact_Certified')} moment={entry.certified} by={entry.certifiedBy} />
        <Happened
          name={texts('Fact_FirstCertified')}
          moment={entry.firstCertified}
          by={entry.firstCertifiedBy}
        />
        <Happened name={texts('Fact_Confirmed')} moment={entry.lastConfirmed} />
        <Happened name={texts('Fact_Stale')} moment={entry.stale} />
        <Happened name={texts('Fact_Superseded')} moment={entry.superseded} />
      </dl>
      <Trace json={entry.trace} />
      <Links entry={entry} />
    </div>
  )
}

function Fact(props: {
  readonly name: string
  readonly children: React.ReactNode
}): React.ReactElement {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  )
}

function Happened(props: {
  readonly name: string
  readonly moment: Moment | null
  readonly by?: RowLink | null
}): React.ReactElement | null {
  const { moment, by } = props
  if (!moment) return null
  return (
    <Fact name={props.name}>
      <time dir="auto" dateTime={new Date(moment.at).toISOString()}>
        {moment.text}
      </time>
      {by && (
        <>
          {' · '}
          <bdi>{by.name}</bdi>
        </>
      )}
    </Fact>
  )
}

/** The rules that were considered, in words where they are known. */
function Trace({ json }: { readonly json: string }): React.ReactElement | null {
  const { styles, texts } = useSettings()
  const steps = traceSteps(json)
  if (steps.length === 0) return null
  const worded = (key: string, otherwise: string) => {
    const text = texts(key)
    return text === '' || text === key ? otherwise : text
  }
  return (
    <div>
      <strong>{texts('Trace_Title')}</strong>
      <dl className={styles.facts}>
        {steps.map(({ rule, result }) => (
          <Fact key={rule} name={worded(`Rule_${rule}`, rule)}>
            {worded(`Rule_${rule}_${result}`, result)}
          </Fact>
        ))}
      </dl>
    </div>
  )
}

function Links({ entry }: { readonly entry: Entry }): React.ReactElement {
  const settings = useSettings()
  const { ledgerTable, ofOneRecord, onOpen, styles, texts } = settings
  const target = { table: entry.targetTable, id: entry.targetId }
  return (
    <div className={styles.row}>
      <Link onClick={() => onOpen(ledgerTable, entry.id)}>{texts('Open_Entry', entry.name)}</Link>
      {entry.item && <OpenLink text={texts('Open_Item', entry.item.name)} link={entry.item} />}
      {entry.job && <OpenLink text={texts('Open_Job', entry.job.name)} link={entry.job} />}
      {!ofOneRecord && target.id !== '' && (
        <OpenLink text={texts('Open_Record', tableLabel(settings, entry))} link={target} />
      )}
    </div>
  )
}

function OpenLink(props: {
  readonly text: string
  readonly link: Pick<RowLink, 'id' | 'table'>
}): React.ReactElement {
  const { onOpen } = useSettings()
  return <Link onClick={() => onOpen(props.link.table, props.link.id)}>{props.text}</Link>
}
