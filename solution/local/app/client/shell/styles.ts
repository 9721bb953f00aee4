import { getFocusStyle, mergeStyleSets } from '@fluentui/react'
import type { IStyle, Theme } from '@fluentui/react'

/** Below this the navigation is behind a button. */
const narrow = '@media (max-width: 720px)'

const linkIn = (colour: string): IStyle => ({
  color: colour,
  ':hover': { textDecoration: 'underline' },
})

export type ShellStyles = ReturnType<typeof shellStyles>

/** Looks of the frame around the pages. */
export function shellStyles(theme: Theme) {
  const { palette, fonts, semanticColors } = theme
  const navigation: IStyle = {
    flex: '0 0 220px',
    padding: '8px 0',
    background: palette.neutralLighterAlt,
    borderInlineEnd: `1px solid ${semanticColors.bodyDivider}`,
  }
  return mergeStyleSets({
    shell: [fonts.medium, { minHeight: '100vh', display: 'flex', flexDirection: 'column' }],
    skip: {
      position: 'absolute',
      insetInlineStart: 8,
      top: 8,
      zIndex: 1,
      padding: 8,
      background: palette.white,
      color: semanticColors.link,
      // Out of sight without leaving the page, which would make it wider in one direction of writing.
      ':not(:focus)': { clipPath: 'inset(50%)', pointerEvents: 'none' },
    },
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: 12,
      padding: '8px 16px',
      background: semanticColors.primaryButtonBackground,
      color: semanticColors.primaryButtonText,
    },
    menuButton: { display: 'none', [narrow]: { display: 'block' } },
    title: [
      linkIn(semanticColors.primaryButtonText),
      getFocusStyle(theme, { inset: -2, borderColor: semanticColors.primaryButtonText }),
      {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        fontSize: fonts.large.fontSize,
        fontWeight: 600,
        textDecoration: 'none',
        img: { background: 'white', borderRadius: 2, padding: 2 },
      },
    ],
    links: {
      display: 'flex',
      gap: 16,
      marginInlineStart: 'auto',
      a: linkIn(semanticColors.primaryButtonText),
    },
    columns: {
      flex: 1,
      display: 'flex',
      [narrow]: { flexDirection: 'column' },
    },
    navigation: [navigation, { [narrow]: { display: 'none' } }],
    navigationOpen: [navigation, { [narrow]: { flexBasis: 'auto' } }],
    main: {
      flex: 1,
      minWidth: 0,
      padding: '8px 20px 20px',
      outline: 'none',
      a: { color: semanticColors.link },
      h1: { fontSize: fonts.xLarge.fontSize, fontWeight: 600 },
      [narrow]: { padding: '8px 12px 12px' },
    },
  })
}

/** Looks of the navigation. */
export function navigationStyles(theme: Theme) {
  const { palette, fonts, semanticColors } = theme
  return mergeStyleSets({
    area: { margin: '12px 16px 0', fontSize: fonts.mediumPlus.fontSize },
    group: {
      margin: '12px 16px 4px',
      fontSize: fonts.medium.fontSize,
      fontWeight: 600,
    },
    entries: { listStyle: 'none', margin: 0, padding: 0 },
    entry: [
      getFocusStyle(theme, { inset: 1 }),
      {
        display: 'flex',
        alignItems: 'center',
        gap: 10,
        padding: '8px 16px',
        color: semanticColors.bodyText,
        textDecoration: 'none',
        borderInlineStart: '3px solid transparent',
        // The pictures are drawn for a light page.
        img: { filter: theme.isInverted ? 'invert(1)' : 'none' },
        ':hover': { background: palette.neutralLight },
        '&[aria-current]': {
          borderInlineStartColor: palette.themePrimary,
          background: palette.neutralLight,
          fontWeight: 600,
        },
      },
    ],
  })
}
