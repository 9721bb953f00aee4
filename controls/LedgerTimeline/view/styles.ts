import { mergeStyleSets } from '@fluentui/react'
import type { Theme } from '@fluentui/react'

import { badgeStyles } from '../../shared/badge.js'
import type { BadgeStyles } from '../../shared/badge.js'

export type TimelineStyles = BadgeStyles & ReturnType<typeof ownStyles>

/** The looks of the timeline, all of them from the theme: they follow dark and high contrast. */
export function timelineStyles(theme: Theme): TimelineStyles {
  return { ...badgeStyles(theme), ...ownStyles(theme) }
}

function ownStyles({ semanticColors: colors, fonts, palette }: Theme) {
  const line = `1px solid ${colors.bodyDivider}`
  return mergeStyleSets({
    root: [
      fonts.medium,
      {
        display: 'flex',
        flexDirection: 'column',
        minWidth: 0,
        width: '100%',
        boxSizing: 'border-box',
        color: colors.bodyText,
        background: colors.bodyBackground,
        textAlign: 'start',
        position: 'relative',
      },
    ],
    bar: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'end', padding: '8px 0' },
    field: { flex: '1 1 140px', minWidth: 0, maxWidth: 260 },
    search: { flex: '2 1 200px', minWidth: 0, maxWidth: 420 },
    spread: { flex: '1 1 auto' },
    selection: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 8,
      alignItems: 'center',
      padding: '8px 0',
      borderTop: line,
      minHeight: 32,
    },
    scroller: {
      overflowY: 'auto',
      overflowX: 'hidden',
      flex: '1 1 auto',
      minHeight: 160,
      borderTop: line,
      borderBottom: line,
    },
    heading: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 8,
      alignItems: 'baseline',
      padding: '16px 8px 4px',
      'h2, h3': [fonts.mediumPlus, { margin: 0, fontWeight: 600, overflowWrap: 'anywhere' }],
    },
    card: {
      display: 'flex',
      gap: 8,
      padding: '8px',
      borderBottom: line,
      minWidth: 0,
    },
    tick: { width: 24, flexShrink: 0 },
    cardBody: { flex: '1 1 0', minWidth: 0, display: 'flex', flexDirection: 'column', gap: 4 },
    past: { color: colors.bodySubtext },
    row: { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', minWidth: 0 },
    value: {
      fontWeight: 600,
      overflowWrap: 'anywhere',
      whiteSpace: 'pre-wrap',
      minWidth: 0,
    },
    before: { textDecoration: 'line-through', fontWeight: 400, color: colors.bodySubtext },
    missing: { fontStyle: 'italic', fontWeight: 400, color: colors.bodySubtext },
    quiet: [fonts.small, { color: colors.bodySubtext, overflowWrap: 'anywhere', minWidth: 0 }],
    text: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap', minWidth: 0 },
    details: {
      display: 'flex',
      flexDirection: 'column',
      gap: 8,
      padding: '8px 0 4px',
      minWidth: 0,
    },
    facts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)',
      columnGap: 12,
      rowGap: 4,
      margin: 0,
      dt: { color: colors.bodySubtext, overflowWrap: 'anywhere' },
      dd: { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
    },
    long: {
      maxHeight: 240,
      overflow: 'auto',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      margin: 0,
      fontFamily: 'inherit',
    },
    conflict: {
      margin: '4px 8px 8px',
      padding: 8,
      border: `1px solid ${colors.errorIcon}`,
      borderRadius: 4,
    },
    rivals: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
      gap: 8,
      listStyle: 'none',
      margin: '8px 0 0',
      padding: 0,
    },
    rival: {
      display: 'flex',
      flexDirection: 'column',
      gap: 4,
      padding: 8,
      border: line,
      borderRadius: 4,
      minWidth: 0,
      background: palette.white,
    },
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 8,
      alignItems: 'center',
      padding: '8px 0',
    },
    notice: { padding: 16, display: 'flex', flexDirection: 'column', gap: 8, alignItems: 'start' },
  })
}
