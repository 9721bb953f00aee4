import { ThemeProvider } from '@fluentui/react'
import * as React from 'react'

import { BadgePlace } from './badge/BadgePlace.js'
import { FieldInput } from './input/FieldInput.js'
import { ShownValue } from './input/ShownValue.js'
import type { BadgeProps } from './props.js'
import { SettingsProvider } from './settings.js'
import type { ViewSettings } from './settings.js'
import { styleSet } from './styles.js'

/** A column's input, or its value as text, and the badge that says where the value came from. */
export function BadgeView(props: BadgeProps): React.ReactElement {
  const { content, display, field, isRightToLeft, label, now, style, texts, theme, today } = props
  const styles = React.useMemo(() => styleSet(theme), [theme])
  const settings: ViewSettings = { isRightToLeft, label, now, style, styles, texts, today }
  return (
    <ThemeProvider theme={theme} dir={isRightToLeft ? 'rtl' : 'ltr'}>
      <SettingsProvider value={settings}>
        <div className={styles.root}>
          {field && (
            <div className={styles.input}>
              {display === 'alone' ? (
                <ShownValue field={field} />
              ) : (
                <FieldInput field={field} onOutput={props.onOutput} />
              )}
            </div>
          )}
          {content.state !== 'hidden' && (
            <BadgePlace
              content={content}
              showsValues={field?.isReadable !== false}
              onOpen={props.onOpen}
              onReadHistory={props.onReadHistory}
              onRetry={props.onRetry}
            />
          )}
        </div>
      </SettingsProvider>
    </ThemeProvider>
  )
}
