import { ThemeProvider } from '@fluentui/react'
import * as React from 'react'

import { requestJson } from '../../../../controls/host/web-api-request.js'
import type { AppDefinition } from '../shape.js'
import { useLoaded } from './loaded.js'
import { usePreferredTheme } from './look.js'
import { createServices, ServicesContext } from './services.js'
import { Shell } from './shell/Shell.js'
import { ErrorState, LoadingState, NoAccessState } from './states.js'

export interface AppProps {
  /** Where the definition of the apps is. */
  readonly definitionUrl?: string
  /** Root of the Web API, ending in `/`. */
  readonly webApi?: string
}

/** The local model-driven app: the solutions' apps, drawn from their definition. */
export function App({
  definitionUrl = '/app/definition.json',
  webApi = '/api/data/v9.2/',
}: AppProps): React.ReactElement {
  const services = React.useMemo(() => createServices(webApi), [webApi])
  const theme = usePreferredTheme()
  const { loaded, reload } = useLoaded(
    definitionUrl,
    async (signal) => (await requestJson(definitionUrl, { signal })) as unknown as AppDefinition,
  )
  return (
    <ThemeProvider applyTo="body" theme={theme}>
      <ServicesContext.Provider value={services}>
        {loaded.state === 'ready' ? (
          <Shell definition={loaded.value} />
        ) : (
          <main>
            {loaded.state === 'loading' && <LoadingState what="the app" />}
            {loaded.state === 'error' && <ErrorState message={loaded.message} onRetry={reload} />}
            {loaded.state === 'noAccess' && <NoAccessState what="this app" />}
          </main>
        )}
      </ServicesContext.Provider>
    </ThemeProvider>
  )
}
