import * as React from 'react'

import type { HostNavigation } from '../../../../../controls/host/types.js'
import type { AppDefinition, AppPart } from '../../shape.js'
import { recordAddresses } from '../grid/load-rows.js'
import { useServices } from '../services.js'
import { useMessages } from './Messages.js'
import type { ShowMessage } from './Messages.js'
import { pageControls, PageControlsContext } from './page-controls.js'

export interface PageControlsProviderProps {
  readonly definition: AppDefinition
  readonly app: AppPart
  readonly children: React.ReactNode
}

/** Gives the pages below it the controls of the hosted solutions, and the controls their way around. */
export function PageControlsProvider({
  definition,
  app,
  children,
}: PageControlsProviderProps): React.ReactElement {
  const { webApi } = useServices()
  const { dialog, show } = useMessages()
  const controls = React.useMemo(
    () =>
      pageControls({
        controls: definition.controls,
        webApi,
        navigation: navigationOf(definition, app, show),
      }),
    [definition, app, webApi, show],
  )
  return (
    <PageControlsContext.Provider value={controls}>
      {children}
      {dialog}
    </PageControlsContext.Provider>
  )
}

function navigationOf(
  definition: AppDefinition,
  { uniqueName }: AppPart,
  show: ShowMessage,
): HostNavigation {
  const addresses = recordAddresses(definition, uniqueName)
  const alert = async (text: string) => {
    await show({ text, confirm: 'OK' })
  }
  return {
    openForm: async ({ entityName, entityId }) => {
      const address =
        entityId === undefined ? undefined : addresses(entityName, entityId.replace(/[{}]/g, ''))
      if (address === undefined) {
        const what = entityId === undefined ? 'new records' : 'records'
        await alert(`This app has no form for ${what} of “${entityName}”.`)
      } else location.assign(address)
      return { savedEntityReference: [] }
    },
    openUrl: (url) => void window.open(url, '_blank', 'noopener'),
    alert,
    confirm: ({ title, text, confirmButtonLabel = 'OK', cancelButtonLabel = 'Cancel' }) =>
      show({
        text,
        confirm: confirmButtonLabel,
        cancel: cancelButtonLabel,
        ...(title === undefined ? {} : { title }),
      }),
  }
}
