import type { XmlElement } from '../../../model/xml.js'
import { parseXml } from '../../../read/xml.js'
import type { SolutionPackage } from '../../../read/package/index.js'

/** The text of a file of the package without byte order mark, or undefined where it is missing. */
export function fileText({ files }: SolutionPackage, path: string): string | undefined {
  const bytes = files.get(path)
  return bytes && new TextDecoder().decode(bytes)
}

/** The tree of an XML file, or undefined where it is missing or not well-formed (rule L7). */
export function parsedFile(source: SolutionPackage, path: string): XmlElement | undefined {
  const text = fileText(source, path)
  if (text === undefined) return undefined
  const tree = tryParse(text, path)
  return typeof tree === 'string' ? undefined : tree
}

/** The tree of a text, or what is wrong with it. */
export function tryParse(text: string, path: string): XmlElement | string {
  try {
    return parseXml(text, path)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
