import { getFocusStyle, mergeStyleSets } from '@fluentui/react'
import type { IStyle, Theme } from '@fluentui/react'

/** Looks of the grid page. */
export function gridStyles(theme: Theme) {
  const { palette, semanticColors, fonts } = theme
  const pages: IStyle = {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: 8,
    padding: '8px 0',
  }
  return mergeStyleSets({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: 8,
      padding: '8px 0',
    },
    tools: { display: 'flex', alignItems: 'center', gap: 8, minWidth: 0, maxWidth: '100%' },
    description: { margin: '0 0 8px', color: semanticColors.bodySubtext },
    scroll: [
      getFocusStyle(theme, { inset: -1 }),
      { overflowX: 'auto', border: `1px solid ${semanticColors.bodyDivider}` },
    ],
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: fonts.medium.fontSize,
      '&[aria-busy=true]': { opacity: 0.6 },
      'th, td': {
        padding: '0 10px',
        height: 36,
        borderBottom: `1px solid ${semanticColors.bodyDivider}`,
        whiteSpace: 'nowrap',
      },
      th: { background: palette.neutralLighterAlt, fontWeight: 600 },
      'th button': {
        all: 'unset',
        cursor: 'pointer',
        font: 'inherit',
        padding: '6px 0',
      },
      'th button:hover': { textDecoration: 'underline' },
      'th button:focus-visible, a:focus-visible': {
        outline: `2px solid ${semanticColors.focusBorder}`,
        outlineOffset: 1,
      },
      td: { maxWidth: 320, overflow: 'hidden', textOverflow: 'ellipsis' },
      'tbody tr:hover': { background: palette.neutralLighter },
      a: { color: semanticColors.link, scrollMarginBottom: 64 },
    },
    pages,
    stickyPages: [
      pages,
      {
        background: semanticColors.bodyBackground,
        '@media (min-height: 500px)': { position: 'sticky', bottom: 0 },
      },
    ],
  })
}
