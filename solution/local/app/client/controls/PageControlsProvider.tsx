import * as React from 'react'

import type { HostNavigation } from '../../../../../controls/host/types.js'
import { useApp } from '../app-context.js'
import type { AppContextValue } from '../app-context.js'
import { useQuickCreate } from '../create/quick-create.js'
import type { QuickCreate } from '../create/quick-create.js'
import type { RecordReference } from '../lookup/reference.js'
import { mainFormOf } from '../record/forms.js'
import { useServices } from '../services.js'
import { useMessages } from './Messages.js'
import type { ShowMessage } from './Messages.js'
import { pageControls, PageControlsContext } from './page-controls.js'

/** Gives the pages below it the controls of the hosted solutions, and the controls their way around. */
export function PageControlsProvider({
  children,
}: {
  readonly children: React.ReactNode
}): React.ReactElement {
  const { webApi } = useServices()
  const { definition, addresses, newAddress } = useApp()
  const quickCreate = useQuickCreate()
  const { dialog, show } = useMessages()
  const controls = React.useMemo(
    () =>
      pageControls({
        controls: definition.controls,
        webApi,
        navigation: {
          openForm: openFormWith({ definition, addresses, newAddress, quickCreate, show }),
          openUrl: (url) => void window.open(url, '_blank', 'noopener'),
          alert: async (text) => {
            await show({ text, confirm: 'OK' })
          },
          confirm: ({ title, text, confirmButtonLabel = 'OK', cancelButtonLabel = 'Cancel' }) =>
            show({
              text,
              confirm: confirmButtonLabel,
              cancel: cancelButtonLabel,
              ...(title === undefined ? {} : { title }),
            }),
        },
      }),
    [definition, addresses, newAddress, quickCreate, webApi, show],
  )
  return (
    <PageControlsContext.Provider value={controls}>
      {children}
      {dialog}
    </PageControlsContext.Provider>
  )
}

interface Ways extends Pick<AppContextValue, 'definition' | 'addresses' | 'newAddress'> {
  readonly quickCreate: QuickCreate
  readonly show: ShowMessage
}

/** Opens a record's page, the quick form of a new one, or the form of a new one. */
function openFormWith(ways: Ways): HostNavigation['openForm'] {
  const { definition, addresses, newAddress, quickCreate, show } = ways
  return async ({ entityName, entityId, useQuickCreateForm }) => {
    if (entityId === undefined && useQuickCreateForm && quickCreate.canOpen(entityName)) {
      const made = await quickCreate.open({ table: entityName })
      return { savedEntityReference: made ? [referenceOf(made)] : [] }
    }
    const table = definition.tables[entityName]
    const address =
      entityId === undefined
        ? table && mainFormOf(table) && newAddress(entityName)
        : addresses(entityName, entityId.replace(/[{}]/g, ''))
    if (address === undefined) {
      await show({ text: `This app has no form for “${entityName}”.`, confirm: 'OK' })
    } else location.assign(address)
    return { savedEntityReference: [] }
  }
}

const referenceOf = ({ table, id, name }: RecordReference) => ({
  entityType: table,
  id,
  name,
})
