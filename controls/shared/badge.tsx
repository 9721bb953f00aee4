import { mergeStyleSets } from '@fluentui/react'
import type { Theme } from '@fluentui/react'
import * as React from 'react'

import { Icon } from './icons.js'
import type { IconName } from './icons.js'

/** How good the news is. */
export type Tone = 'good' | 'caution' | 'bad' | 'plain'

export type BadgeStyles = ReturnType<typeof badgeStyles>

/** The looks of badges, all of them from the theme: they follow dark and high contrast. */
export function badgeStyles({ semanticColors: colors, fonts }: Theme) {
  return mergeStyleSets({
    badge: [
      fonts.small,
      {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        padding: '0 8px',
        lineHeight: 20,
        borderRadius: 10,
        whiteSpace: 'nowrap',
        border: '1px solid currentColor',
      },
    ],
    good: { color: colors.successIcon, background: colors.successBackground },
    caution: { color: colors.warningIcon, background: colors.warningBackground },
    bad: { color: colors.errorIcon, background: colors.errorBackground },
    plain: { color: colors.bodySubtext, background: colors.bodyStandoutBackground },
    badgeText: { color: colors.bodyText },
  })
}

/** An icon, a colour and a word: none of them has to be told apart alone. */
export function Badge(props: {
  readonly icon: IconName
  readonly tone: Tone
  readonly text: string
  readonly styles: BadgeStyles
}): React.ReactElement {
  const { icon, styles, text, tone } = props
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <Icon name={icon} />
      <bdi className={styles.badgeText}>{text}</bdi>
    </span>
  )
}
