import { connectorFolder, folderLists, isInside } from '../../model/solution/index.js'
import { childrenOf, element, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { writeXml } from '../xml.js'
import { fileNamesOf } from './file-names.js'
import { relationshipFiles } from './relationship-files.js'
import { tableFiles } from './table-files.js'

export interface Unpackable {
  /** Root of solution.xml. */
  readonly solution: XmlElement
  /** Root of customizations.xml. */
  readonly customizations: XmlElement
  /** The zip's other files, without the content types. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * The files of the folder that `pac solution unpack` makes of a package: an XML file a component,
 * and an empty element in `Other/Customizations.xml` for each list that has files, without which
 * `pac solution pack` leaves them out.
 *
 * @throws Error for a component whose name leads out of the folder, or two with one name.
 */
export function unpack(source: Unpackable): ReadonlyMap<string, Uint8Array> {
  const { customizations } = source
  const split = customizations.children.map((list) => splitList(list))
  const markers = element(
    customizations.name,
    customizations.attributes,
    split.map(({ marker }) => marker),
  )
  const documents: Documents = [
    ['Other/Solution.xml', source.solution],
    ['Other/Customizations.xml', markers],
    ...split.flatMap(({ documents: each }) => each),
  ]
  const utf8 = new TextEncoder()
  const unpacked = new Map<string, Uint8Array>()
  const add = (path: string, content: Uint8Array) => {
    if (!isInside(path)) throw new Error(`The file '${path}' would lie outside of the folder.`)
    if (unpacked.has(path)) throw new Error(`Two components would have the file '${path}'.`)
    unpacked.set(path, content)
  }
  for (const [path, root] of documents) add(path, utf8.encode(writeXml(root)))
  for (const [path, content] of componentFiles(source)) add(path, content)
  return unpacked
}

type Documents = readonly (readonly [path: string, root: XmlElement])[]

interface SplitList {
  /** What stays in the root. */
  readonly marker: XmlElement
  readonly documents: Documents
}

function splitList(list: XmlElement): SplitList {
  const documents = documentsOf(list)
  const marker = documents ? element(list.name) : list
  return { marker, documents: documents ?? [] }
}

/** The files of a list; undefined where it stays in the root. */
function documentsOf(list: XmlElement): Documents | undefined {
  if (list.name === 'Entities') return list.children.flatMap(tableFiles)
  if (list.name === 'EntityRelationships') return relationshipFiles(list.children)
  if (list.name === 'FieldSecurityProfiles') {
    return list.children.length === 0 ? [] : [['Other/FieldSecurityProfiles.xml', list]]
  }
  const layout = folderLists.find((each) => each.list === list.name)
  return (
    layout &&
    list.children.flatMap((entry) => fileNamesOf(entry, layout).map((path) => [path, entry]))
  )
}

function componentFiles({
  customizations,
  files,
}: Unpackable): readonly (readonly [path: string, content: Uint8Array])[] {
  const resources = childrenOf(customizations.children.find(({ name }) => name === 'WebResources'))
  const names = new Map(
    resources.map((resource) => [
      (textAt(resource, 'FileName') ?? '').slice(1),
      `WebResources/${textAt(resource, 'Name') ?? ''}`,
    ]),
  )
  const { zip, folder } = connectorFolder
  return [...files].map(([path, content]) => [
    names.get(path) ?? (path.startsWith(zip) ? folder + path.slice(zip.length) : path),
    content,
  ])
}
