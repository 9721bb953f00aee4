import { ThemeProvider } from '@fluentui/react'
import * as React from 'react'

import { useAnnouncements } from '../../shared/announcements.js'
import { Comparison } from './Comparison.js'
import { provideIcons } from './icons.js'
import { Notice } from './Notice.js'
import type { CompareProps } from './props.js'
import { stylesOf } from './styles.js'
import { Waiting } from './Waiting.js'

provideIcons()

/** One code list as a matrix: a row for each canonical code, a column for each source system. */
export function CompareView(props: CompareProps): React.ReactElement {
  const { theme, height } = props
  const { region, announce } = useAnnouncements()
  const styles = stylesOf(theme)
  return (
    <ThemeProvider
      theme={theme}
      applyTo="none"
      className={styles.root}
      style={height === undefined ? undefined : { height }}
      dir={theme.rtl ? 'rtl' : 'ltr'}
    >
      <Body {...props} announce={announce} />
      {region}
    </ThemeProvider>
  )
}

/** Without access, without lists or without knowledge of them, there is nothing to compare. */
function Body(
  props: CompareProps & { readonly announce: (text: string) => void },
): React.ReactElement {
  const { strings, mayRead, codeLists, codeList, theme } = props
  if (!mayRead || props.rows.state === 'noAccess') {
    return <Notice kind="blocked" text={strings('NoAccess')} />
  }
  const retry = { text: strings('Retry'), run: props.onRefresh }
  if (codeLists.state === 'error' && codeList === undefined) {
    return <Notice kind="error" text={strings('LoadFailed', codeLists.message)} action={retry} />
  }
  if (codeLists.state === 'loading' && codeList === undefined) {
    return <Waiting label={strings('LoadingLists')} className={stylesOf(theme).note} />
  }
  if (codeLists.state === 'lists' && codeLists.names.length === 0 && codeList === undefined) {
    const create = { text: strings('NewMapping'), run: props.onNew }
    return (
      <Notice
        kind="info"
        text={strings('NoLists')}
        {...(props.mayCreate ? { action: create } : {})}
      />
    )
  }
  return <Comparison {...props} />
}
