import type { Solution } from '../../model/solution/index.js'
import type { Table } from '../../model/table.js'
import { componentFiles } from '../package/component-files.js'
import { emitCustomizations } from '../package/customizations.js'
import { emitManifest, managedState } from '../package/manifest.js'
import { unpack } from './unpack.js'

/**
 * The files of a solution's unpacked folder, which `pac solution pack` packs as either type.
 *
 * @param known tables of other solutions that lookups may point at.
 * @throws Error naming the component for a declaration that the platform refuses.
 */
export const unpackedFiles = (
  solution: Solution,
  known: readonly Table[] = [],
): ReadonlyMap<string, Uint8Array> =>
  unpack({
    solution: emitManifest(solution, managedState.both),
    customizations: emitCustomizations(solution, known),
    files: componentFiles(solution),
  })
