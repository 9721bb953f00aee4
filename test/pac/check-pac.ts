import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { checkSolution } from './check-solution.js'
import type { PackedSolution } from './check-solution.js'
import { findPac } from './find-pac.js'
import { pacAt } from './pac.js'
import type { Pac } from './pac.js'

export interface CheckOptions {
  /** The folder with the zips and `unpacked/`. */
  readonly dist: string
  /** Where the tool is installed and packages are unpacked. */
  readonly cache: string
  /** In the place of the tool of this machine. */
  readonly pac?: Pac
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly log: (line: string) => void
}

/**
 * Compares every solution in `dist` with what the platform's own tool makes of it. Gives the exit
 * code: 0 also where the tool cannot be had, which is said.
 */
export async function checkPac(options: CheckOptions): Promise<0 | 1> {
  const { dist, cache, env, log } = options
  const found = options.pac ?? (await findPac(join(cache, 'pac'), env))
  if ('missing' in found) {
    log(`Skipped: ${found.missing}. The packages were not compared with what pac makes of them.`)
    return 0
  }
  const solutions = await solutionsIn(dist)
  if (solutions.length === 0) {
    log(`No solution is in ${dist}: run npm run package first.`)
    return 1
  }
  const pac = 'path' in found ? pacAt(found.path) : found
  const work = join(cache, 'pac-check')
  await rm(work, { recursive: true, force: true })
  let problems = 0
  for (const solution of solutions) {
    const differences = await checkSolution(solution, pac, work)
    for (const difference of differences) log(difference)
    if (differences.length === 0) log(`${solution.name}: as pac packs and unpacks it`)
    problems += differences.length
  }
  return problems === 0 ? 0 : 1
}

async function solutionsIn(dist: string): Promise<readonly PackedSolution[]> {
  const files = await readdir(dist).catch(() => [])
  const names = await readdir(join(dist, 'unpacked')).catch(() => [])
  return names.sort().map((name) => {
    const pattern = new RegExp(`^${name}(?:_\\d+){4}(_managed)?\\.zip$`)
    const zip = (managed: boolean) => {
      const file = files.find(
        (one) => (pattern.exec(one)?.[1] !== undefined) === managed && pattern.test(one),
      )
      if (file === undefined) throw new Error(`${dist} has no zip of ${name}.`)
      return join(dist, file)
    }
    return {
      name,
      folder: join(dist, 'unpacked', name),
      zips: { Unmanaged: zip(false), Managed: zip(true) },
    }
  })
}
