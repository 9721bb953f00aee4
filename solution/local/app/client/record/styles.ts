import { mergeStyleSets } from '@fluentui/react'
import type { Theme } from '@fluentui/react'

/** Looks of the record page. */
export function recordStyles(theme: Theme) {
  const { semanticColors, fonts } = theme
  return mergeStyleSets({
    bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, padding: '8px 0' },
    strip: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', padding: '4px 0 8px' },
    fact: { minWidth: 0, overflowWrap: 'anywhere' },
    factLabel: { color: semanticColors.bodySubtext, fontSize: fonts.small.fontSize },
    kind: { margin: '8px 0 0', color: semanticColors.bodySubtext },
    name: { margin: '0 0 8px', overflowWrap: 'anywhere' },
    tab: { display: 'flex', flexWrap: 'wrap', gap: 16, padding: '8px 0' },
    column: { flex: '1 1 100%', minWidth: 'min(100%, 260px)' },
    section: {
      padding: '8px 16px 16px',
      marginBottom: 12,
      border: `1px solid ${semanticColors.bodyDivider}`,
      borderRadius: 4,
    },
    heading: { margin: '4px 0 8px', fontSize: fonts.mediumPlus.fontSize, fontWeight: 600 },
    unseen: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
    cells: {
      display: 'grid',
      gap: '8px 24px',
      '> *': { minWidth: 0 },
      '@media (max-width: 720px)': { display: 'block' },
    },
  })
}
