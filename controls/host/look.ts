import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/tokens'

import type { HostLook } from './types.js'

const themes = {
  light: webLightTheme,
  dark: webDarkTheme,
  highContrast: teamsHighContrastTheme,
} as const

const brand = Object.fromEntries(
  [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160].map((step) => [
    step,
    webLightTheme.colorBrandBackground,
  ]),
) as ComponentFramework.BrandVariants

/** `context.fluentDesignLanguage`: Fluent's own tokens of the theme. */
export function fluentDesignOf({ theme }: HostLook): ComponentFramework.FluentDesignState {
  return { tokenTheme: themes[theme], brand, isDarkTheme: theme !== 'light' }
}
