import { mergeStyleSets } from '@fluentui/react'
import type { Theme } from '@fluentui/react'

/** Two lines of text and their space: all rows are equally high, so that any can be found. */
export const rowHeight = 56
export const headerHeight = 40

export type Styles = ReturnType<typeof stylesOf>

const known = new WeakMap<Theme, ReturnType<typeof makeStyles>>()

/** The classes of a theme, made once. */
export function stylesOf(theme: Theme): ReturnType<typeof makeStyles> {
  const styles = known.get(theme) ?? makeStyles(theme)
  known.set(theme, styles)
  return styles
}

function makeStyles({ semanticColors: colours, palette, fonts }: Theme) {
  const line = `1px solid ${colours.variantBorder}`
  const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
  const focus = { outline: `2px solid ${colours.focusBorder}`, outlineOffset: -2 }
  return mergeStyleSets({
    root: {
      display: 'flex',
      flexDirection: 'column',
      position: 'relative',
      minWidth: 0,
      width: '100%',
      overflow: 'auto',
      boxSizing: 'border-box',
      background: colours.bodyBackground,
      color: colours.bodyText,
      ...fonts.medium,
      selectors: {
        '[data-mark=gap]': { color: colours.bodySubtext },
        '[data-mark=conflict]': { color: colours.errorText },
        '[data-mark=several]': { color: colours.bodyText },
        '[data-mark=low]': { color: colours.warningIcon },
      },
    },
    bar: {
      display: 'flex',
      flexShrink: 0,
      flexWrap: 'wrap',
      gap: 8,
      alignItems: 'end',
      padding: '8px 12px',
    },
    field: { minWidth: 120, flex: '0 1 200px' },
    search: { minWidth: 120, flex: '1 1 160px', maxWidth: 320 },
    chips: { alignItems: 'center', paddingTop: 0 },
    /** Where there is little room, what is below matters more. */
    oneLine: { flexWrap: 'nowrap', overflowX: 'auto', whiteSpace: 'nowrap' },
    chip: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      minHeight: 28,
      padding: '2px 10px',
      borderRadius: 14,
      border: `1px solid ${colours.inputBorder}`,
      background: colours.bodyBackground,
      color: colours.bodyText,
      font: 'inherit',
      cursor: 'pointer',
      selectors: {
        ':hover:enabled': { background: colours.listItemBackgroundHovered },
        ':focus-visible': focus,
        ':disabled': { color: colours.disabledText, cursor: 'default' },
        '&[aria-pressed=true]': {
          background: colours.primaryButtonBackground,
          borderColor: colours.primaryButtonBackground,
          color: colours.primaryButtonText,
        },
      },
    },
    shown: { color: colours.bodySubtext, marginInlineStart: 'auto' },
    scroller: {
      overflow: 'auto',
      position: 'relative',
      borderTop: line,
      borderBottom: line,
      flex: '1 1 auto',
      minHeight: headerHeight + 2 * rowHeight,
    },
    grid: { position: 'relative', width: '100%' },
    header: { display: 'grid', position: 'sticky', top: 0, zIndex: 2, height: headerHeight },
    row: { display: 'grid', position: 'absolute', insetInline: 0, height: rowHeight },
    cell: {
      boxSizing: 'border-box',
      minWidth: 0,
      padding: '6px 12px',
      borderBottom: line,
      borderInlineEnd: line,
      background: colours.bodyBackground,
      cursor: 'default',
      lineHeight: '20px',
      overflow: 'hidden',
      selectors: { ':focus': focus, ':focus-visible': focus },
    },
    pinned: { position: 'sticky', insetInlineStart: 0, zIndex: 1, fontWeight: 600 },
    actionable: {
      cursor: 'pointer',
      selectors: { ':hover': { boxShadow: `inset 0 0 0 1px ${colours.inputBorder}` } },
    },
    head: {
      padding: 0,
      background: palette.neutralLighterAlt,
      selectors: { button: { width: '100%', height: '100%' } },
    },
    headButton: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      padding: '0 12px',
      border: 0,
      background: 'transparent',
      color: colours.bodyText,
      font: 'inherit',
      fontWeight: 600,
      textAlign: 'start',
      cursor: 'pointer',
      selectors: {
        ':hover': { background: colours.listItemBackgroundHovered },
        ':focus-visible': focus,
        '> bdi': { ...ellipsis, flex: '1 1 auto' },
      },
    },
    line: { ...ellipsis, height: 22 },
    code: { fontWeight: 600, marginInlineEnd: 8 },
    subtle: { color: colours.bodySubtext, fontWeight: 400 },
    inherited: { color: colours.bodySubtext, fontStyle: 'italic' },
    action: { color: colours.link },
    /** Where nothing is missing, the offer is there on demand only. */
    quietAction: {
      color: colours.link,
      opacity: 0,
      selectors: { '[data-cell]:hover &, [data-cell]:focus &': { opacity: 1 } },
    },
    small: { ...ellipsis, ...fonts.small, height: 22, lineHeight: '22px' },
    mark: {
      display: 'inline-flex',
      gap: 4,
      alignItems: 'center',
      verticalAlign: 'top',
      marginInlineEnd: 8,
    },
    gap: { background: palette.neutralLighterAlt },
    conflict: { background: colours.errorBackground },
    several: { background: colours.infoBackground },
    low: { background: colours.warningBackground },
    note: { padding: '24px 16px', color: colours.bodySubtext },
    form: {
      display: 'flex',
      flexDirection: 'column',
      gap: 8,
      padding: 16,
      width: 280,
      maxWidth: 'calc(100vw - 40px)',
      boxSizing: 'border-box',
    },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 },
    plain: { height: 32 },
    toggle: { margin: '0 4px 4px' },
    list: { listStyle: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
    title: { ...fonts.mediumPlus, fontWeight: 600, margin: 0, overflowWrap: 'anywhere' },
  })
}
