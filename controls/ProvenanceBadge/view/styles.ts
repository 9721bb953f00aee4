import { mergeStyleSets } from '@fluentui/react'
import type { Theme } from '@fluentui/react'

import { badgeStyles } from '../../shared/badge.js'
import type { BadgeStyles } from '../../shared/badge.js'

export type BadgeStyleSet = BadgeStyles & ReturnType<typeof ownStyles>

/** The looks of input, badge and history, all of them from the theme. */
export function styleSet(theme: Theme): BadgeStyleSet {
  return { ...badgeStyles(theme), ...ownStyles(theme) }
}

function ownStyles({ semanticColors: colors, fonts }: Theme) {
  const line = `1px solid ${colors.bodyDivider}`
  return mergeStyleSets({
    root: [
      fonts.medium,
      {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        columnGap: 8,
        rowGap: 4,
        width: '100%',
        minWidth: 0,
        boxSizing: 'border-box',
        color: colors.bodyText,
        background: colors.bodyBackground,
        textAlign: 'start',
      },
    ],
    input: { flex: '1 1 200px', minWidth: 0, maxWidth: '100%' },
    shown: {
      padding: '6px 0',
      minWidth: 0,
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-wrap',
    },
    missing: { color: colors.bodySubtext },
    badgePlace: { flex: '0 1 auto', minWidth: 0, maxWidth: '100%', minHeight: 32, display: 'flex' },
    trigger: [
      fonts.small,
      {
        position: 'relative',
        display: 'inline-flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 6,
        rowGap: 2,
        minHeight: 32,
        minWidth: 0,
        maxWidth: '100%',
        margin: 0,
        padding: '2px 6px',
        border: '1px solid transparent',
        borderRadius: 4,
        fontFamily: 'inherit',
        textAlign: 'start',
        color: colors.bodyText,
        background: 'transparent',
        cursor: 'pointer',
        ':hover': { color: colors.buttonTextHovered, background: colors.buttonBackgroundHovered },
        ':active': { color: colors.buttonTextPressed, background: colors.buttonBackgroundPressed },
        ':focus-visible': { outline: `2px solid ${colors.focusBorder}`, outlineOffset: -2 },
      },
    ],
    quiet: [
      fonts.small,
      {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        minHeight: 32,
        padding: '0 6px',
        color: colors.bodySubtext,
        overflowWrap: 'anywhere',
        minWidth: 0,
      },
    ],
    origin: { overflowWrap: 'anywhere', minWidth: 0 },
    source: {
      display: 'inline-block',
      maxWidth: 160,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      verticalAlign: 'bottom',
    },
    tooltip: { display: 'inline-flex', minWidth: 0, maxWidth: '100%' },
    tooltipLine: { display: 'block', overflowWrap: 'anywhere' },
    swatch: {
      display: 'inline-block',
      width: 12,
      height: 12,
      borderRadius: 2,
      border: `1px solid ${colors.bodySubtext}`,
      marginInlineEnd: 8,
      verticalAlign: '-1px',
      forcedColorAdjust: 'none',
    },
    callout: {
      width: 'min(400px, calc(100vw - 24px))',
      boxSizing: 'border-box',
      padding: 12,
      border: line,
    },
    head: { display: 'flex', alignItems: 'center', gap: 8, marginBottom: 4 },
    title: [fonts.mediumPlus, { margin: 0, flex: '1 1 auto', overflowWrap: 'anywhere' }],
    list: { listStyle: 'none', margin: 0, padding: 0 },
    entry: {
      display: 'flex',
      flexDirection: 'column',
      gap: 4,
      padding: '8px 0',
      borderTop: line,
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    marks: { display: 'flex', flexWrap: 'wrap', gap: 6 },
    value: { fontWeight: 600, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
    before: { fontWeight: 400, textDecoration: 'line-through', color: colors.bodySubtext },
    note: [fonts.small, { color: colors.bodySubtext, overflowWrap: 'anywhere' }],
    notice: { padding: '8px 0' },
    calendarButton: { flexShrink: 0 },
  })
}
