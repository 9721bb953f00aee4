import { DefaultButton, Spinner } from '@fluentui/react'
import * as React from 'react'

import { totalText } from '../../shared/data-set-status.js'
import type { Content } from './props.js'
import { useSettings } from './settings.js'
import type { ViewSettings } from './settings.js'

type Entries = Extract<Content, { readonly state: 'entries' }>

/** `50 of 5,000+ entries`. */
export function countText(
  { entries, hasMore, total }: Entries,
  { formats, texts }: Pick<ViewSettings, 'formats' | 'texts'>,
): string {
  const loaded = formats.integer(entries.length)
  if (hasMore) return texts('Total_Part', loaded, totalText(total, formats.integer))
  return texts(entries.length === 1 ? 'Count_One' : 'Count_Many', loaded)
}

/** How many entries are shown of how many, and the way to more. */
export function Foot(props: {
  readonly content: Entries
  readonly onLoadMore: () => void
}): React.ReactElement {
  const settings = useSettings()
  const { styles, texts } = settings
  const { content, onLoadMore } = props
  return (
    <div className={styles.foot}>
      <bdi className={styles.quiet}>{countText(content, settings)}</bdi>
      {content.hasMore && (
        <DefaultButton
          text={texts('LoadMore')}
          disabled={content.isLoading}
          allowDisabledFocus
          onClick={onLoadMore}
        />
      )}
      {content.isLoading && (
        <Spinner label={texts('State_Loading')} labelPosition="right" ariaLive="off" />
      )}
    </div>
  )
}
