import * as React from 'react'

import type { BadgeStyleSet } from './styles.js'
import type { BadgeProps } from './props.js'

/** What every part of the control needs: texts, formats, looks. */
export interface ViewSettings extends Pick<
  BadgeProps,
  'isRightToLeft' | 'label' | 'now' | 'style' | 'texts' | 'today'
> {
  readonly styles: BadgeStyleSet
}

const Settings = React.createContext<ViewSettings | undefined>(undefined)

export const SettingsProvider = Settings.Provider

export function useSettings(): ViewSettings {
  const settings = React.useContext(Settings)
  if (!settings) throw new Error('A part of the badge stands outside of it.')
  return settings
}
