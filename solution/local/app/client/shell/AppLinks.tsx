import { useTheme } from '@fluentui/react'
import * as React from 'react'

import type { AppPart } from '../../shape.js'
import { addressOf } from '../route.js'
import { shellStyles } from './styles.js'

export interface AppLinksProps {
  readonly apps: readonly AppPart[]
  readonly current: AppPart
}

/** Other apps, where the hosted solutions bring several, and the pages of tables without an app. */
export function AppLinks({ apps, current }: AppLinksProps): React.ReactElement {
  const theme = useTheme()
  const styles = React.useMemo(() => shellStyles(theme), [theme])
  return (
    <nav aria-label="Other pages" className={styles.links}>
      {apps
        .filter((app) => app !== current)
        .map(({ uniqueName, name }) => (
          <a key={uniqueName} href={addressOf({ app: uniqueName, place: { kind: 'start' } })}>
            {name}
          </a>
        ))}
      <a href="/tables/">All tables</a>
    </nav>
  )
}
