import { managedTwin } from '../../model/solution/index.js'
import { element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { SolutionFormatError } from '../error.js'
import { decodeText } from '../text.js'
import { parseXml } from '../xml.js'

/** The files of an unpacked folder: XML that is merged, and what is left of them. */
export class FolderDocuments {
  readonly #left: Map<string, Uint8Array>

  constructor(
    files: ReadonlyMap<string, Uint8Array>,
    readonly source: string,
  ) {
    const packed = [...files].filter(([path]) => !path.endsWith(managedTwin))
    this.#left = new Map(packed)
  }

  /** The root of a file that is there for sure. */
  required(path: string): XmlElement {
    const root = this.#take(path)
    if (root) return root
    throw new SolutionFormatError(this.source, `not an unpacked solution: it has no ${path}.`)
  }

  /** Paths below a folder that end so, in order. */
  paths(folder: string, ending: string): readonly string[] {
    return [...this.#left.keys()].filter(
      (path) => path.startsWith(`${folder}/`) && path.endsWith(ending),
    )
  }

  /** The roots of the files below a folder that end so; they are merged then. */
  below(folder: string, ending: string): readonly XmlElement[] {
    return this.paths(folder, ending).flatMap((path) => this.#take(path) ?? [])
  }

  drop(path: string): void {
    this.#left.delete(path)
  }

  left(): ReadonlyMap<string, Uint8Array> {
    return this.#left
  }

  #take(path: string): XmlElement | undefined {
    const content = this.#left.get(path)
    if (!content) return undefined
    this.#left.delete(path)
    const place = `${this.source}/${path}`
    const root = parseXml(decodeText(content, place), place)
    if (root.name === 'ImportExportXml') return root
    // The merged file declares the namespace once, in its root.
    const { 'xmlns:xsi': _, ...attributes } = root.attributes
    return element(root.name, attributes, root.children.length > 0 ? root.children : root.text)
  }
}
