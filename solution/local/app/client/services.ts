import * as React from 'react'

import { formattingOf } from '../../../../controls/host/formatting.js'
import { TableMetadataCache } from '../../../../controls/host/table-metadata.js'
import { NavigationPropertyCache } from './lookup/navigation-properties.js'

/** What every part of the app asks the host with. */
export interface Services {
  /** Root of the Web API, ending in `/`. */
  readonly webApi: string
  readonly tables: TableMetadataCache
  readonly navigation: NavigationPropertyCache
  /** Numbers and times as the browser's user reads them. */
  readonly formatting: ComponentFramework.Formatting
}

export function createServices(webApi: string): Services {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const formatting = formattingOf({
    id: '',
    name: '',
    languageId: 1033,
    isRightToLeft: false,
    timeZone,
    locale: navigator.language,
  })
  return {
    webApi,
    tables: new TableMetadataCache(webApi),
    navigation: new NavigationPropertyCache(webApi),
    formatting,
  }
}

export const ServicesContext = React.createContext<Services>(createServices('/api/data/v9.2/'))
export const useServices = (): Services => React.useContext(ServicesContext)
