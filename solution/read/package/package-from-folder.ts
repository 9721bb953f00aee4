import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { SolutionFormatError } from '../error.js'
import { folderFiles } from './folder-files.js'
import { mergeFolder } from './merge-folder.js'
import type { SolutionPackage } from './solution-package.js'

/**
 * Opens a folder as `pac solution unpack` writes it, merged to what packing makes of it. Of files
 * for a managed and an unmanaged package, the latter are read.
 *
 * @throws SolutionFormatError for a folder that is no unpacked solution.
 */
export async function packageFromFolder(dir: string): Promise<SolutionPackage> {
  const manifest = await stat(join(dir, 'Other', 'Solution.xml')).catch(() => undefined)
  if (!manifest?.isFile()) {
    throw new SolutionFormatError(dir, 'not an unpacked solution: it has no Other/Solution.xml.')
  }
  return mergeFolder(await folderFiles(dir), dir)
}
