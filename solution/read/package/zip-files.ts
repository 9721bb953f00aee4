import { crc32 } from 'node:zlib'

import { unzipSync } from 'fflate'
import type { UnzipFileInfo } from 'fflate'

import { isInside } from '../../model/solution/index.js'
import { SolutionFormatError } from '../error.js'
import { zipChecksums } from './zip-checksums.js'

/** The platform refuses larger solutions than 128 MB; unpacked, XML is some ten times its size. */
const largest = 512 * 1024 * 1024
const most = 20_000

/**
 * The files of a zip by path, with `/`. Folders are left out.
 *
 * @throws SolutionFormatError for what is not a zip, is cut short or damaged, a path that leads out
 *   of the zip, a path given twice, and more than 20,000 files or 512 MB declared.
 */
export function zipFiles(bytes: Uint8Array, source: string): ReadonlyMap<string, Uint8Array> {
  const sizes = new Map<string, number>()
  const checksums = zipChecksums(bytes)
  const expected = new Map<string, number | undefined>()
  let entry = 0
  let total = 0
  const refuse = (message: string): never => {
    throw new SolutionFormatError(source, message)
  }
  const check = ({ name, originalSize }: UnzipFileInfo): boolean => {
    const path = pathOf(name)
    const checksum = checksums[entry++]
    if (path.endsWith('/')) return false
    if (!isInside(path)) refuse(`the path '${name}' leads out of the zip.`)
    if (sizes.has(path)) refuse(`the path '${name}' is in the zip twice.`)
    sizes.set(path, originalSize)
    expected.set(path, checksum)
    total += originalSize
    if (sizes.size > most) refuse(`more than ${most} files.`)
    if (total > largest) refuse(`its files unpack to more than ${largest / 1024 / 1024} MB.`)
    return true
  }
  const entries = Object.entries(unzipped(bytes, source, check))
  const files = new Map(entries.map(([name, content]) => [pathOf(name), content]))
  for (const [path, size] of sizes) {
    const content = files.get(path)
    if (content?.length !== size) refuse(`'${path}' is cut short.`)
    else if (crc32(content) !== expected.get(path)) refuse(`'${path}' is damaged.`)
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
