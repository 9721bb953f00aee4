import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A hash of the names and contents of files below `root`: `paths` are files and folders, of which
 * everything but generated files counts. It tells whether a build was made of the same sources.
 */
export async function sourceStamp(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesAt(root, path)) {
      hash.update(`${file}\n`).update(await readFile(join(root, file)))
    }
  }
  return hash.digest('hex')
}

async function filesAt(root: string, path: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
      throw error
    },
  )
  if (!entries) return [path]
  const below = await Promise.all(
    entries
      .filter((entry) => entry.isFile() || (entry.isDirectory() && entry.name !== 'generated'))
      .map((entry) => `${path}/${entry.name}`)
      .sort()
      .map((entry) => filesAt(root, entry)),
  )
  return below.flat()
}
