import * as React from 'react'

import { clip } from '../../shared/clip.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { wholeRecord } from '../../shared/ledger/entry.js'
import { recordFields } from '../model/trace.js'
import { columnLabel, useSettings } from './settings.js'

/** Characters of a value on one line of the timeline. */
const shortest = 160
/** Characters of a value in an entry's details; the entry's own form has them all. */
const longest = 10_000
const mostFields = 50

type Side = 'value' | 'previousValue' | 'outsideValue'

/** A value as text, whatever it holds: it cannot change how the text around it reads. */
export function ShortValue(props: {
  readonly entry: Entry
  readonly side: Side
  readonly className?: string
}): React.ReactElement {
  const { texts, styles } = useSettings()
  const value = props.entry[props.side]
  if (value === '') return <span className={styles.missing}>{texts('Value_Empty')}</span>
  const fields = props.entry.aspectKey === wholeRecord ? recordFields(value) : undefined
  if (fields) return <RecordSummary entry={props.entry} fields={fields} />
  const { text, cut } = clip(value, shortest)
  return (
    <bdi className={props.className}>
      {text}
      {cut && '…'}
    </bdi>
  )
}

type Fields = readonly (readonly [column: string, value: string])[]

function RecordSummary(props: {
  readonly entry: Entry
  readonly fields: Fields
}): React.ReactElement {
  const settings = useSettings()
  const { entry, fields } = props
  const names = fields.map(([column]) => columnLabel(settings, entry.targetTable, column))
  return <bdi>{clip(names.join(', '), shortest).text}</bdi>
}

/** A value as a whole, or as much of it as anybody reads on a form. */
export function LongValue(props: {
  readonly entry: Entry
  readonly side: Side
}): React.ReactElement {
  const settings = useSettings()
  const { texts, formats, styles } = settings
  const { entry, side } = props
  const value = entry[side]
  const fields = entry.aspectKey === wholeRecord ? recordFields(value) : undefined
  if (value === '') return <span className={styles.missing}>{texts('Value_Empty')}</span>
  if (fields) {
    return (
      <dl className={styles.facts}>
        {fields.slice(0, mostFields).map(([column, held]) => (
          <React.Fragment key={column}>
            <dt>{columnLabel(settings, entry.targetTable, column)}</dt>
            <dd>
              <bdi>{clip(held, shortest).text}</bdi>
            </dd>
          </React.Fragment>
        ))}
      </dl>
    )
  }
  const { text, cut } = clip(value, longest)
  return (
    <>
      {/* A region that scrolls must be reached by keyboard. */}
      <div
        className={styles.long}
        {...(text.length > 500
          ? { tabIndex: 0, role: 'group', 'aria-label': texts('Value_Long') }
          : {})}
      >
        <bdi>{text}</bdi>
      </div>
      {cut && (
        <span className={styles.quiet}>
          {texts('Value_Cut', formats.integer(text.length), formats.integer(value.length))}
        </span>
      )}
    </>
  )
}
