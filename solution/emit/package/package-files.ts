import type { Solution } from '../../model/solution/index.js'
import { writeXml } from '../xml.js'
import { componentFiles } from './component-files.js'
import { emitContentTypes } from './content-types.js'
import { emitCustomizations } from './customizations.js'
import { emitManifest, managedState } from './manifest.js'

/**
 * The files of a solution's zip, by path.
 *
 * @throws Error naming the component for a declaration that the platform refuses.
 */
export function packageFiles(
  solution: Solution,
  { managed }: { readonly managed: boolean },
): ReadonlyMap<string, Uint8Array> {
  const utf8 = new TextEncoder()
  const state = managed ? managedState.managed : managedState.unmanaged
  const files = componentFiles(solution)
  return new Map([
    ['[Content_Types].xml', utf8.encode(writeXml(emitContentTypes(files.keys())))],
    ['solution.xml', utf8.encode(writeXml(emitManifest(solution, state)))],
    ['customizations.xml', utf8.encode(writeXml(emitCustomizations(solution)))],
    ...files,
  ])
}
