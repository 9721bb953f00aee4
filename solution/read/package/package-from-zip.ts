import { SolutionFormatError } from '../error.js'
import { decodeText } from '../text.js'
import { parseXml } from '../xml.js'
import type { SolutionPackage } from './solution-package.js'
import { zipFiles } from './zip-files.js'

/**
 * Opens the bytes of a solution zip.
 *
 * @throws SolutionFormatError for what is not a zip of a solution.
 */
export function packageFromZip(bytes: Uint8Array, source: string): SolutionPackage {
  const files = new Map(zipFiles(bytes, source))
  const take = (name: string) => {
    const content = files.get(name)
    if (!content) throw new SolutionFormatError(source, `not a solution: it has no ${name}.`)
    files.delete(name)
    const place = `${source}/${name}`
    return parseXml(decodeText(content, place), place)
  }
  return {
    source,
    kind: 'zip',
    solution: take('solution.xml'),
    customizations: take('customizations.xml'),
    files,
  }
}
