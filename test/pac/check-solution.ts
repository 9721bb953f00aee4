import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { folderFiles } from '../../solution/read/package/folder-files.js'
import { compareFiles } from './compare-files.js'
import { packageTypes } from './pac.js'
import type { Pac, PackageType } from './pac.js'

export interface PackedSolution {
  readonly name: string
  /** The unpacked folder that we wrote. */
  readonly folder: string
  /** The zips that we wrote. */
  readonly zips: Readonly<Record<PackageType, string>>
}

/**
 * Holds one solution to the tool, in three ways for each package type: the tool packs our folder
 * without a warning, our zip unpacks to what the tool's own zip unpacks to, and our folder is what
 * the tool makes of our zip. Gives what differs, a sentence each.
 */
export async function checkSolution(
  solution: PackedSolution,
  pac: Pac,
  work: string,
): Promise<readonly string[]> {
  const problems: string[] = []
  for (const type of packageTypes) {
    const place = join(work, solution.name, type)
    await mkdir(place, { recursive: true })
    const found = await checkType(solution, type, pac, place)
    problems.push(...found.map((problem) => `${solution.name}, ${type.toLowerCase()}: ${problem}`))
  }
  return problems
}

async function checkType(
  { folder, zips }: PackedSolution,
  type: PackageType,
  pac: Pac,
  place: string,
): Promise<readonly string[]> {
  const theirZip = join(place, 'packed.zip')
  const packed = await pac.pack(folder, theirZip, type)
  if (packed.code !== 0) return [`pac solution pack failed: ${packed.output.trim()}`]
  const warnings = packed.output.split('\n').filter((line) => /\bwarning\b/i.test(line))

  const fromTheirs = join(place, 'of-their-zip')
  const fromOurs = join(place, 'of-our-zip')
  for (const [zip, target] of [
    [theirZip, fromTheirs],
    [zips[type], fromOurs],
  ] as const) {
    const unpacked = await pac.unpack(zip, target, type)
    if (unpacked.code !== 0) return [`pac solution unpack ${zip} failed: ${unpacked.output.trim()}`]
  }
  const [ours, theirs] = [await folderFiles(fromOurs), await folderFiles(fromTheirs)]
  return [
    ...warnings.map((line) => `pac solution pack: ${line.trim()}`),
    ...compareFiles(['our zip', "pac's zip"], ours, theirs),
    ...compareFiles(['our folder', 'our zip'], withoutTwins(await folderFiles(folder)), ours),
  ]
}

/** What only packages of both types have: twins for the managed one. */
function withoutTwins(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].filter(([path]) => !path.endsWith('_managed.xml')))
}
