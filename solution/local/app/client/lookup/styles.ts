import { mergeStyleSets } from '@fluentui/react'
import type { Theme } from '@fluentui/react'

/** Looks of lookups. */
export function lookupStyles({ palette, semanticColors, effects, fonts }: Theme) {
  return mergeStyleSets({
    chosen: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 8,
      minHeight: 32,
      padding: '0 2px 0 8px',
      border: `1px solid ${semanticColors.inputBorder}`,
      borderRadius: 2,
      overflowWrap: 'anywhere',
      a: { color: semanticColors.link },
    },
    search: { position: 'relative' },
    input: {
      boxSizing: 'border-box',
      width: '100%',
      height: 32,
      padding: '0 8px',
      font: 'inherit',
      color: semanticColors.inputText,
      background: semanticColors.inputBackground,
      border: `1px solid ${semanticColors.inputBorder}`,
      borderRadius: 2,
      '&:focus': { outline: `2px solid ${semanticColors.inputFocusBorderAlt}`, outlineOffset: -1 },
      '&[aria-invalid=true]': { borderColor: semanticColors.errorText },
    },
    popup: {
      position: 'absolute',
      zIndex: 2,
      insetInline: 0,
      maxHeight: 280,
      overflowY: 'auto',
      background: semanticColors.menuBackground,
      border: `1px solid ${semanticColors.bodyDivider}`,
      boxShadow: effects.elevation8,
    },
    options: { listStyle: 'none', margin: 0, padding: 0 },
    option: {
      padding: '6px 8px',
      cursor: 'pointer',
      overflowWrap: 'anywhere',
      '&:hover': { background: palette.neutralLighter },
      '&[aria-selected=true]': {
        background: palette.neutralLight,
        outline: `2px solid ${semanticColors.focusBorder}`,
        outlineOffset: -2,
      },
    },
    kind: { color: semanticColors.bodySubtext, fontSize: fonts.small.fontSize },
    status: { padding: '6px 8px', color: semanticColors.bodySubtext },
    problem: { marginTop: 5, color: semanticColors.errorText, fontSize: fonts.small.fontSize },
  })
}
