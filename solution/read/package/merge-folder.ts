import { connectorFolder, folderLists } from '../../model/solution/index.js'
import { childrenOf, element, textAt } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import { FolderDocuments } from './folder-documents.js'
import { mergeTables } from './merge-tables.js'
import type { SolutionPackage } from './solution-package.js'

/**
 * The package that packing an unpacked folder makes. A part is read even where its marker is
 * missing, without which packing leaves it out.
 *
 * @throws SolutionFormatError for a missing root file and for what is not well formed.
 */
export function mergeFolder(
  unpacked: ReadonlyMap<string, Uint8Array>,
  source: string,
): SolutionPackage {
  const documents = new FolderDocuments(unpacked, source)
  const solution = documents.required('Other/Solution.xml')
  const root = documents.required('Other/Customizations.xml')
  documents.drop('Other/Relationships.xml')
  const entries = new Map<string, readonly XmlElement[]>([
    ['Entities', mergeTables(documents)],
    ['EntityRelationships', relationshipsOf(documents)],
    ...folderLists.map(
      ({ list, entry, folder, ending }) =>
        [list, documents.below(folder, ending).filter(({ name }) => name === entry)] as const,
    ),
  ])
  for (const list of documents.below('Other', '.xml')) {
    entries.set(list.name, [...(entries.get(list.name) ?? []), ...list.children])
  }
  const customizations = withEntries(root, entries)
  return {
    source,
    kind: 'folder',
    solution,
    customizations,
    files: zipPaths(documents.left(), customizations),
    unpacked,
  }
}

const relationshipsOf = (documents: FolderDocuments): readonly XmlElement[] =>
  documents.below('Other/Relationships', '.xml').flatMap(({ children }) => children)

/** The root with the entries of the folders behind those that stand in itself. */
function withEntries(
  root: XmlElement,
  entries: ReadonlyMap<string, readonly XmlElement[]>,
): XmlElement {
  const lists = root.children.map((list) => {
    const more = entries.get(list.name) ?? []
    return more.length === 0
      ? list
      : element(list.name, list.attributes, [...list.children, ...more])
  })
  const named = new Set(root.children.map(({ name }) => name))
  const others = [...entries].filter(([name, list]) => !named.has(name) && list.length > 0)
  return element(root.name, root.attributes, [
    ...lists,
    ...others.map(([name, list]) => element(name, {}, list)),
  ])
}

/** The component files by the paths that they have in a zip. */
function zipPaths(
  files: ReadonlyMap<string, Uint8Array>,
  customizations: XmlElement,
): ReadonlyMap<string, Uint8Array> {
  const resources = childrenOf(customizations.children.find(({ name }) => name === 'WebResources'))
  const paths = new Map(
    resources.map((resource) => [
      `WebResources/${textAt(resource, 'Name') ?? ''}`,
      (textAt(resource, 'FileName') ?? '').replace(/^\//, ''),
    ]),
  )
  const { zip, folder } = connectorFolder
  return new Map(
    [...files].map(([path, content]) => [
      paths.get(path) ?? (path.startsWith(folder) ? zip + path.slice(folder.length) : path),
      content,
    ]),
  )
}
