import { join } from 'node:path'

import type { Solution } from '../../model/solution/index.js'
import { describeFinding } from '../lint/index.js'
import { buildPackage, isError } from './build-package.js'
import type { BuiltPackage } from './build-package.js'
import { summaryOf } from './summary.js'
import { writeOutput } from './write-output.js'

export interface PackageRun {
  /** Made one after another, so that a wrong declaration is reported with its solution. */
  readonly solutions: readonly (() => Solution)[]
  /** The folder that gets the zips and `unpacked`. */
  readonly out: string
  /** Takes a line of progress. */
  readonly log: (line: string) => void
}

/**
 * Emits solutions, lints them and writes them. Writes nothing when one breaks a rule or cannot be
 * emitted; each fault is logged. Whether all went well.
 */
export async function packageSolutions({ solutions, out, log }: PackageRun): Promise<boolean> {
  const built = solutions.map((make) => attempt(make, log))
  const packages = built.filter((each) => each !== undefined)
  const failed = built.length - packages.filter(({ findings }) => !findings.some(isError)).length
  if (failed > 0) {
    log(`${failed} of ${built.length} solutions cannot be packaged; nothing is written.`)
    return false
  }
  await writeOutput(packages, out)
  for (const { zips } of packages) {
    for (const [name, { length }] of zips) log(`${join(out, name)}  ${sizeOf(length)}`)
  }
  return true
}

function attempt(make: () => Solution, log: PackageRun['log']): BuiltPackage | undefined {
  try {
    const solution = make()
    const built = buildPackage(solution)
    log(`${solution.label}: ${summaryOf(solution)}`)
    for (const finding of built.findings) log(`  ${describeFinding(finding)}`)
    return built
  } catch (error) {
    log(`error ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

const sizeOf = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`
