import { createTheme } from '@fluentui/react'
import type { IPalette, ISemanticColors, Theme } from '@fluentui/react'

type Tokens = Readonly<Record<string, unknown>>

/** Which of the platform's tokens colours which part of Fluent 8's palette. */
const palette: Readonly<Partial<Record<keyof IPalette, string>>> = {
  white: 'colorNeutralBackground1',
  black: 'colorNeutralForeground1',
  themePrimary: 'colorCompoundBrandBackground',
  themeSecondary: 'colorCompoundBrandBackgroundHover',
  themeTertiary: 'colorCompoundBrandBackgroundHover',
  themeDarkAlt: 'colorCompoundBrandBackgroundHover',
  themeDark: 'colorCompoundBrandBackgroundPressed',
  themeDarker: 'colorCompoundBrandBackgroundPressed',
  neutralDark: 'colorNeutralForeground1',
  neutralPrimary: 'colorNeutralForeground1',
  neutralPrimaryAlt: 'colorNeutralForeground1',
  neutralSecondary: 'colorNeutralForeground2',
  neutralSecondaryAlt: 'colorNeutralForeground3',
  neutralTertiary: 'colorNeutralForegroundDisabled',
  neutralTertiaryAlt: 'colorNeutralStroke1',
  neutralQuaternary: 'colorNeutralStroke1',
  neutralQuaternaryAlt: 'colorNeutralBackground1Selected',
  neutralLight: 'colorNeutralBackground1Hover',
  neutralLighter: 'colorNeutralBackground3',
  neutralLighterAlt: 'colorNeutralBackground2',
}

/** What the palette alone would get wrong in dark and high contrast, and the colours of statuses. */
const semantic: Readonly<Partial<Record<keyof ISemanticColors, string>>> = {
  link: 'colorBrandForegroundLink',
  linkHovered: 'colorBrandForegroundLinkHover',
  actionLink: 'colorBrandForegroundLink',
  actionLinkHovered: 'colorBrandForegroundLinkHover',
  messageLink: 'colorBrandForegroundLink',
  messageLinkHovered: 'colorBrandForegroundLinkHover',
  bodySubtext: 'colorNeutralForeground3',
  bodyDivider: 'colorNeutralStroke2',
  variantBorder: 'colorNeutralStroke2',
  focusBorder: 'colorStrokeFocus2',
  inputBorder: 'colorNeutralStrokeAccessible',
  inputPlaceholderText: 'colorNeutralForeground4',
  inputFocusBorderAlt: 'colorCompoundBrandStroke',
  buttonBackgroundHovered: 'colorNeutralBackground1Hover',
  buttonBackgroundPressed: 'colorNeutralBackground1Pressed',
  buttonText: 'colorNeutralForeground1',
  buttonTextHovered: 'colorNeutralForeground1Hover',
  buttonTextPressed: 'colorNeutralForeground1Pressed',
  buttonTextChecked: 'colorNeutralForeground1Pressed',
  buttonTextCheckedHovered: 'colorNeutralForeground1Hover',
  buttonBorder: 'colorNeutralStroke1',
  primaryButtonBackground: 'colorBrandBackground',
  primaryButtonBackgroundHovered: 'colorBrandBackgroundHover',
  primaryButtonBackgroundPressed: 'colorBrandBackgroundPressed',
  primaryButtonText: 'colorNeutralForegroundOnBrand',
  primaryButtonTextHovered: 'colorNeutralForegroundOnBrand',
  primaryButtonTextPressed: 'colorNeutralForegroundOnBrand',
  menuItemBackgroundHovered: 'colorNeutralBackground1Hover',
  menuItemBackgroundPressed: 'colorNeutralBackground1Pressed',
  menuItemTextHovered: 'colorNeutralForeground1Hover',
  listItemBackgroundHovered: 'colorNeutralBackground1Hover',
  successBackground: 'colorStatusSuccessBackground1',
  successIcon: 'colorStatusSuccessForeground1',
  successText: 'colorStatusSuccessForeground1',
  warningBackground: 'colorStatusWarningBackground1',
  warningIcon: 'colorStatusWarningForeground1',
  warningText: 'colorStatusWarningForeground1',
  errorBackground: 'colorStatusDangerBackground1',
  errorIcon: 'colorStatusDangerForeground1',
  // The danger status's own colour is too faint for text on a dark page.
  errorText: 'colorPaletteRedForeground1',
  infoBackground: 'colorNeutralBackground3',
  infoIcon: 'colorNeutralForeground3',
}

/** The theme made last: a page has one look, and a form may have many controls of a kind. */
let last:
  { readonly tokens: unknown; readonly isRightToLeft: boolean; readonly theme: Theme } | undefined

/**
 * The host's look as a Fluent 8 theme: its tokens where it hands them out (so dark and high contrast
 * follow), else Fluent's own light theme. It stays the same object while the look does.
 */
export function themeOf(
  design: ComponentFramework.FluentDesignState | undefined,
  isRightToLeft: boolean,
): Theme {
  const tokens: unknown = design?.tokenTheme
  if (!last || last.tokens !== tokens || last.isRightToLeft !== isRightToLeft) {
    last = { tokens, isRightToLeft, theme: createThemeOf(design, isRightToLeft) }
  }
  return last.theme
}

function createThemeOf(
  design: ComponentFramework.FluentDesignState | undefined,
  isRightToLeft: boolean,
): Theme {
  const tokens = (design?.tokenTheme ?? {}) as Tokens
  return createTheme({
    palette: coloursOf(palette, tokens),
    semanticColors: coloursOf(semantic, tokens),
    ...fontsOf(tokens),
    isInverted: design?.isDarkTheme ?? false,
    rtl: isRightToLeft,
  })
}

function coloursOf<Name extends string>(
  mapping: Readonly<Partial<Record<Name, string>>>,
  tokens: Tokens,
): Partial<Record<Name, string>> {
  const colours: Partial<Record<Name, string>> = {}
  for (const name of Object.keys(mapping) as Name[]) {
    const colour = tokens[mapping[name] ?? '']
    if (typeof colour === 'string') colours[name] = colour
  }
  return colours
}

function fontsOf({ fontFamilyBase }: Tokens): Parameters<typeof createTheme>[0] {
  return typeof fontFamilyBase === 'string'
    ? { defaultFontStyle: { fontFamily: fontFamilyBase } }
    : {}
}
