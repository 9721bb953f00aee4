import * as React from 'react'

import type { AppDefinition } from '../shape.js'
import type { RecordAddresses } from './grid/load-rows.js'

/** What every page of an app draws from. */
export interface AppContextValue {
  readonly definition: AppDefinition
  readonly addresses: RecordAddresses
  /** The address of the page on which a record of the table is made. */
  readonly newAddress: (table: string) => string
  /** Says something to people who do not see the page. */
  readonly announce: (text: string) => void
}

export const AppContext = React.createContext<AppContextValue>({
  definition: { apps: [], tables: {}, dashboards: {}, icons: {}, controls: {} },
  addresses: () => undefined,
  newAddress: () => '#',
  announce: () => undefined,
})
export const useApp = (): AppContextValue => React.useContext(AppContext)
