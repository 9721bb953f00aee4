import * as React from 'react'

import { useSettings } from '../settings.js'

/** The colour that a choice gives its option, beside the option's label. */
export function Swatch({ color }: { readonly color: string }): React.ReactElement {
  const { styles } = useSettings()
  return <span className={styles.swatch} style={{ background: color }} aria-hidden="true" />
}
