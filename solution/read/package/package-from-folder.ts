import { SolutionFormatError } from '../error.js'
import type { SolutionPackage } from './solution-package.js'

/** Opens a folder as `pac solution unpack` writes it. */
export function packageFromFolder(dir: string): Promise<SolutionPackage> {
  return Promise.reject(new SolutionFormatError(dir, 'folders are not read yet.'))
}
