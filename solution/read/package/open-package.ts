import { readFile, stat } from 'node:fs/promises'

import { SolutionFormatError } from '../error.js'
import { packageFromFolder } from './package-from-folder.js'
import { packageFromZip } from './package-from-zip.js'
import type { SolutionPackage } from './solution-package.js'

/**
 * Opens a solution zip or an unpacked folder.
 *
 * @throws SolutionFormatError when there is neither at `path`, or it is not a solution.
 */
export async function openPackage(path: string): Promise<SolutionPackage> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new SolutionFormatError(path, 'expected a solution zip or folder, found none.')
  return found.isDirectory()
    ? await packageFromFolder(path)
    : packageFromZip(await readFile(path), path)
}
