import type { SolutionPackage } from '../package/solution-package.js'
import { decodeText } from '../text.js'

/** The files of a package beside its two XML files, and which of them have found their component. */
export interface PackageFiles {
  readonly source: string
  /** The content of a file by path, with or without a leading slash; empty where it is not there. */
  readonly take: (path: string | undefined) => Uint8Array
  readonly takeText: (path: string | undefined) => string
  /** All files below a folder by their path in it. */
  readonly takeBelow: (folder: string) => ReadonlyMap<string, Uint8Array>
  /** Paths of files that are not taken yet. */
  readonly left: () => ReadonlyMap<string, Uint8Array>
}

export function packageFilesOf({ files, source }: SolutionPackage): PackageFiles {
  const left = new Map(files)
  const take = (path: string | undefined): Uint8Array => {
    const key = path?.replace(/^\//, '') ?? ''
    left.delete(key)
    return files.get(key) ?? new Uint8Array()
  }
  return {
    source,
    take,
    takeText: (path) => decodeText(take(path), `${source}/${path ?? ''}`),
    takeBelow: (folder) => {
      const paths = [...files.keys()].filter((path) => path.startsWith(`${folder}/`))
      return new Map(paths.map((path) => [path.slice(folder.length + 1), take(path)]))
    },
    left: () => left,
  }
}
