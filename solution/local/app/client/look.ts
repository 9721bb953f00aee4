import type { Theme } from '@fluentui/react'
import * as React from 'react'

import { fluentDesignOf } from '../../../../controls/host/look.js'
import type { HostLook } from '../../../../controls/host/types.js'
import { themeOf } from '../../../../controls/shared/theme.js'

const forced = '(forced-colors: active)'
const dark = '(prefers-color-scheme: dark)'

/** The look that the browser's user prefers, now. */
export function preferredLook(): HostLook['theme'] {
  if (matchMedia(forced).matches) return 'highContrast'
  return matchMedia(dark).matches ? 'dark' : 'light'
}

/** The look that the browser's user prefers; follows a change of mind. */
export function usePreferredLook(): HostLook['theme'] {
  const [look, setLook] = React.useState(preferredLook)
  React.useEffect(() => {
    const follow = () => setLook(preferredLook())
    const lists = [forced, dark].map((query) => matchMedia(query))
    for (const list of lists) list.addEventListener('change', follow)
    return () => {
      for (const list of lists) list.removeEventListener('change', follow)
    }
  }, [])
  return look
}

/** The page's theme in the look that the browser's user prefers. */
export function usePreferredTheme(): Theme {
  const look = usePreferredLook()
  React.useEffect(() => {
    // The browser's own parts, such as its calendar and scroll bars.
    document.documentElement.style.colorScheme = look === 'light' ? 'light' : 'dark'
  }, [look])
  return React.useMemo(
    () => themeOf(fluentDesignOf({ theme: look }), document.documentElement.dir === 'rtl'),
    [look],
  )
}
