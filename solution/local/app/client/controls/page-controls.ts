import * as React from 'react'

import { loadControl } from '../../../../../controls/host/load-control.js'
import type {
  HostEnvironment,
  HostNavigation,
  LoadedControl,
} from '../../../../../controls/host/types.js'
import type { ControlBinding } from '../../../../model/solution/control-binding.js'
import type { ControlPart } from '../../shape.js'
import { preferredLook } from '../look.js'
import { signedInUser } from './signed-in-user.js'

/** What the page has for controls that solutions bind. */
export interface PageControls {
  /** Whether the page can show the control; a stock grid or field stands in the place of others. */
  readonly has: (binding: ControlBinding | undefined) => binding is ControlBinding
  readonly load: (name: string) => Promise<LoadedControl>
  readonly environment: () => Promise<HostEnvironment>
}

export interface PageControlsOptions {
  /** By name. */
  readonly controls: Readonly<Record<string, ControlPart>>
  /** Root of the Web API, ending in `/`. */
  readonly webApi: string
  readonly navigation: HostNavigation
}

export function pageControls({ controls, webApi, navigation }: PageControlsOptions): PageControls {
  const isHosted = (name: string) => Object.hasOwn(controls, name)
  const loading = new Map<string, Promise<LoadedControl>>()
  const user = () => signedInUser(webApi)
  const loadNow = async (name: string): Promise<LoadedControl> => {
    const folder = controls[name]?.folder
    if (folder === undefined) throw new Error(`No hosted solution brings the control ${name}.`)
    return loadControl(folder, (await user()).languageId)
  }
  return {
    has: (binding): binding is ControlBinding => binding !== undefined && isHosted(binding.control),
    load: (name) => {
      const known = loading.get(name)
      if (known) return known
      const asked = loadNow(name).catch((error: unknown) => {
        loading.delete(name)
        throw error
      })
      loading.set(name, asked)
      return asked
    },
    environment: async () => ({
      webApi,
      user: await user(),
      look: { theme: preferredLook() },
      navigation,
    }),
  }
}

const none: PageControls = {
  has: (_binding): _binding is ControlBinding => false,
  load: (name) => Promise.reject(new Error(`The page has no control ${name}.`)),
  environment: () => Promise.reject(new Error('The page has nothing for controls.')),
}

export const PageControlsContext = React.createContext<PageControls>(none)
export const usePageControls = (): PageControls => React.useContext(PageControlsContext)
