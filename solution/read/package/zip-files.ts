import { unzipSync } from 'fflate'
import type { UnzipFileInfo } from 'fflate'

import { isInside } from '../../model/solution/index.js'
import { SolutionFormatError } from '../error.js'

/** The platform refuses larger solutions than 128 MB; unpacked, XML is some ten times its size. */
const largest = 512 * 1024 * 1024
const most = 20_000

/**
 * The files of a zip by path, with `/`. Folders are left out.
 *
 * @throws SolutionFormatError for what is not a zip or is cut short, a path that leads out of the
 *   zip, a path given twice, and more than 20,000 files or 512 MB declared.
 */
export function zipFiles(bytes: Uint8Array, source: string): ReadonlyMap<string, Uint8Array> {
  const sizes = new Map<string, number>()
  let total = 0
  const refuse = (message: string): never => {
    throw new SolutionFormatError(source, message)
  }
  const check = ({ name, originalSize }: UnzipFileInfo): boolean => {
    const path = pathOf(name)
    if (path.endsWith('/')) return false
    if (!isInside(path)) refuse(`the path '${name}' leads out of the zip.`)
    if (sizes.has(path)) refuse(`the path '${name}' is in the zip twice.`)
    sizes.set(path, originalSize)
    total += originalSize
    if (sizes.size > most) refuse(`more than ${most} files.`)
    if (total > largest) refuse(`its files unpack to more than ${largest / 1024 / 1024} MB.`)
    return true
  }
  const entries = Object.entries(unzipped(bytes, source, check))
  const files = new Map(entries.map(([name, content]) => [pathOf(name), content]))
  for (const [path, size] of sizes) {
    if (files.get(path)?.length !== size) refuse(`'${path}' is cut short.`)
  }
  return files
}

function unzipped(
  bytes: Uint8Array,
  source: string,
  filter: (file: UnzipFileInfo) => boolean,
): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof SolutionFormatError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new SolutionFormatError(source, `not a whole zip: ${reason}.`)
  }
}

/** Some tools for Windows write `\`. */
const pathOf = (name: string): string => name.replaceAll('\\', '/')
