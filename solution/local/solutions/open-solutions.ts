import type { Solution } from '../../model/solution/index.js'
import { openPackage, readSolution } from '../../read/index.js'

/**
 * Reads solution zips and unpacked folders. Throws `SolutionFormatError`, naming the file and the
 * place, for one that is not what the platform writes.
 */
export async function openSolutions(paths: readonly string[]): Promise<readonly Solution[]> {
  const solutions: Solution[] = []
  for (const path of paths) solutions.push(readSolution(await openPackage(path)))
  return solutions
}

/** One line for a person: what a solution is and how many tables it brings. */
export function describeSolution({ label, uniqueName, version, tables }: Solution): string {
  const count = tables.filter(({ include }) => include === 'all').length
  return `${label || uniqueName} ${version}: ${count} ${count === 1 ? 'table' : 'tables'}`
}
