import { childOf, element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'
import type { FolderDocuments } from './folder-documents.js'

/** The `Entity` elements of the folders below `Entities`, with the parts that have files. */
export function mergeTables(documents: FolderDocuments): readonly XmlElement[] {
  return documents.paths('Entities', '/Entity.xml').map((path) => {
    const folder = path.slice(0, -'/Entity.xml'.length)
    return mergeTable(documents.required(path), partsOf(documents, folder))
  })
}

function partsOf(documents: FolderDocuments, folder: string): ReadonlyMap<string, XmlElement> {
  const views = documents
    .below(`${folder}/SavedQueries`, '.xml')
    .flatMap(({ name, children }) => (name === 'savedqueries' ? children : []))
  const charts = documents.below(`${folder}/Visualizations`, '.xml')
  const forms = formLists(documents, `${folder}/FormXml`)
  const [ribbon] = documents.below(folder, '/RibbonDiff.xml')
  return new Map([
    ...(forms.length > 0 ? [['FormXml', element('FormXml', {}, forms)] as const] : []),
    ...(views.length > 0
      ? [
          [
            'SavedQueries',
            element('SavedQueries', {}, [element('savedqueries', {}, views)]),
          ] as const,
        ]
      : []),
    ...(charts.length > 0
      ? [['Visualizations', element('Visualizations', {}, charts)] as const]
      : []),
    ...(ribbon ? [['RibbonDiffXml', ribbon] as const] : []),
  ])
}

/** `forms`, one list for each folder of forms. */
function formLists(documents: FolderDocuments, folder: string): readonly XmlElement[] {
  const types = new Set(
    documents
      .paths(folder, '.xml')
      .map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''),
  )
  return [...types].map((type) =>
    element(
      'forms',
      { type },
      documents.below(`${folder}/${type}`, '.xml').flatMap(({ children }) => children),
    ),
  )
}

/** The parts in the places of their markers; a part without one after the table's metadata. */
function mergeTable(entity: XmlElement, parts: ReadonlyMap<string, XmlElement>): XmlElement {
  const children = entity.children.map((child) =>
    child.children.length === 0 ? (parts.get(child.name) ?? child) : child,
  )
  const missing = [...parts].filter(([name]) => !childOf(entity, name)).map(([, part]) => part)
  const metadata = children.findIndex(({ name }) => name === 'EntityInfo') + 1
  return element(entity.name, entity.attributes, [
    ...children.slice(0, metadata),
    ...missing,
    ...children.slice(metadata),
  ])
}
