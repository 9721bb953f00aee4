import type { CustomControl } from '../../../model/solution/index.js'
import {
  areControlsBuilt,
  buildControls,
  controlsAtHand,
  madeStamp,
} from '../../../emit/controls/build-controls.js'
import { customControls } from '../../../emit/output/parts.js'

/** Where this project's own controls come from. */
export interface ControlSource {
  /** The built controls as of now; the same list until there are others. */
  readonly current: () => Promise<readonly CustomControl[]>
  readonly isBuilding: () => boolean
  /**
   * Builds them where they are missing or older than their sources, and tells a person so. Never
   * rejects: without controls the app shows stock grids and fields.
   */
  readonly prepare: (tell: (sentence: string) => void, signal?: AbortSignal) => Promise<void>
}

interface ControlBuild {
  /** Of what the build at hand was made; empty where there is none. */
  readonly stamp: () => Promise<string>
  readonly read: () => Promise<readonly CustomControl[]>
  readonly isCurrent: () => Promise<boolean>
  readonly build: (signal?: AbortSignal) => Promise<unknown>
}

const projectBuild: ControlBuild = {
  stamp: madeStamp,
  read: async () => customControls(await controlsAtHand()),
  isCurrent: areControlsBuilt,
  build: (signal) => buildControls(signal ? { signal } : {}),
}

/** The controls in `dist/controls`, read again whenever another build has taken their place. */
export function controlSource(given: Partial<ControlBuild> = {}): ControlSource {
  const { stamp, read, isCurrent, build } = { ...projectBuild, ...given }
  let known: { readonly stamp: string; readonly controls: readonly CustomControl[] } | undefined
  let isBuilding = false
  return {
    isBuilding: () => isBuilding,
    current: async () => {
      const made = await stamp()
      // While they are built, those at hand are not whole.
      if (known?.stamp === made || (isBuilding && known)) return known.controls
      known = { stamp: made, controls: isBuilding ? [] : await read() }
      return known.controls
    },
    prepare: async (tell, signal) => {
      try {
        if (isBuilding || (await isCurrent())) return
        isBuilding = true
        tell('Building the controls, once for these sources: about a minute.')
        await build(signal)
        tell('The controls are built.')
      } catch (error) {
        if (signal?.aborted) return
        const why = error instanceof Error ? error.message : String(error)
        tell(`The app shows stock grids and fields: the controls could not be built. ${why}`)
      } finally {
        isBuilding = false
      }
    },
  }
}
