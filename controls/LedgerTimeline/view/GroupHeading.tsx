import { Link } from '@fluentui/react'
import * as React from 'react'

import type { Group, Grouping } from '../model/groups.js'
import type { Entry } from '../../shared/ledger/entry.js'
import { Badge } from './Badge.js'
import { columnLabel, tableLabel, useSettings } from './settings.js'

/** The heading over an aspect's or a day's entries. */
export function GroupHeading(props: {
  readonly group: Group
  readonly first: Entry
  readonly grouping: Grouping
}): React.ReactElement {
  const settings = useSettings()
  const { formats, ofOneRecord, onOpen, styles, texts } = settings
  const { group, first, grouping } = props
  const count = group.entries.length
  const isByAspect = grouping === 'aspect'
  // A view stands below the page's heading, a record's timeline below that of a form's section.
  const Heading = ofOneRecord ? 'h3' : 'h2'
  return (
    <div className={styles.heading}>
      <Heading>
        {isByAspect ? columnLabel(settings, first.targetTable, first.aspectKey) : day()}
      </Heading>
      {isByAspect && <Badge icon="info" tone="plain" text={texts(`Aspect_${first.aspect}`)} />}
      {isByAspect && !ofOneRecord && first.targetId !== '' && (
        <Link onClick={() => onOpen(first.targetTable, first.targetId)}>
          {texts('Open_Record', tableLabel(settings, first))}
        </Link>
      )}
      <bdi className={styles.quiet}>
        {texts(count === 1 ? 'Count_One' : 'Count_Many', formats.integer(count))}
      </bdi>
    </div>
  )

  function day(): string {
    return first.observed ? formats.day(first.observed.at) : texts('Day_Unknown')
  }
}
