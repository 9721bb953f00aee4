import type { Solution } from '../../model/solution/index.js'
import { componentFiles } from '../package/component-files.js'
import { emitCustomizations } from '../package/customizations.js'
import { emitManifest, managedState } from '../package/manifest.js'
import { unpack } from './unpack.js'

/**
 * The files of a solution's unpacked folder, which `pac solution pack` packs as either type.
 *
 * @throws Error naming the component for a declaration that the platform refuses.
 */
export const unpackedFiles = (solution: Solution): ReadonlyMap<string, Uint8Array> =>
  unpack({
    solution: emitManifest(solution, managedState.both),
    customizations: emitCustomizations(solution),
    files: componentFiles(solution),
  })
