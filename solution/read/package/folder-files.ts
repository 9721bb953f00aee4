import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

import { SolutionFormatError } from '../error.js'

/** Far more than any solution has; a folder with more is not one. */
const most = 100_000

/** The files below a folder by their path in it, with `/`, in the order of their paths. */
export async function folderFiles(dir: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
  if (paths.length > most) throw new SolutionFormatError(dir, `more than ${most} files.`)
  const files = new Map<string, Uint8Array>()
  for (const path of paths) files.set(path, new Uint8Array(await readFile(join(dir, path))))
  return files
}
