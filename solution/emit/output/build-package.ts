import type { Solution } from '../../model/solution/index.js'
import { packageFromZip } from '../../read/index.js'
import { mergeFolder } from '../../read/package/merge-folder.js'
import { describeFinding, lintPackage } from '../lint/index.js'
import type { Finding } from '../lint/index.js'
import { packageFiles } from '../package/package-files.js'
import { zipOf } from '../package/zip.js'
import { unpackedFiles } from '../unpacked/unpacked-files.js'

/** A solution as it is written: two zips and the folder that they can be packed from again. */
export interface BuiltPackage {
  readonly solution: Solution
  /** By file name. */
  readonly zips: ReadonlyMap<string, Uint8Array>
  /** The unpacked folder's files by path; none where the zips break a rule. */
  readonly unpacked: ReadonlyMap<string, Uint8Array>
  readonly findings: readonly Finding[]
}

/**
 * Emits a solution and holds what came out to every rule of the linter.
 *
 * @throws Error naming the component for a declaration that the platform refuses.
 */
export function buildPackage(solution: Solution): BuiltPackage {
  const zips = new Map(
    [false, true].map((managed) => [
      zipName(solution, managed),
      zipOf(packageFiles(solution, { managed })),
    ]),
  )
  const findings = withoutTwins(
    [...zips].flatMap(([name, bytes]) => lintPackage(packageFromZip(bytes, name))),
  )
  if (findings.some(isError)) return { solution, zips, findings, unpacked: new Map() }
  const unpacked = unpackedFiles(solution)
  const folder = lintPackage(mergeFolder(unpacked, solution.uniqueName))
  return { solution, zips, unpacked, findings: [...findings, ...folder] }
}

/** Both zips hold the same customizations.xml. */
const withoutTwins = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((finding) => [describeFinding(finding), finding])).values(),
]

export const isError = ({ level }: Finding): boolean => level === 'error'

/** As the platform names its exports. */
const zipName = ({ uniqueName, version }: Solution, managed: boolean): string =>
  `${uniqueName}_${version.replaceAll('.', '_')}${managed ? '_managed' : ''}.zip`
