import type { XmlElement } from '../../model/xml.js'

/** A solution as the platform's files hold it: a zip, or an unpacked folder brought to the same shape. */
export interface SolutionPackage {
  /** Path of the zip or folder, for messages. */
  readonly source: string
  readonly kind: 'zip' | 'folder'
  /** Root of solution.xml. */
  readonly solution: XmlElement
  /** Root of customizations.xml. */
  readonly customizations: XmlElement
  /** All other files by their path in the zip, with `/`; a folder has no `[Content_Types].xml`. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Of a folder: all its files by the paths and with the bytes that they have in it. */
  readonly unpacked?: ReadonlyMap<string, Uint8Array>
}
