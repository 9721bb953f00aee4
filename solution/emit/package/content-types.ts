import { element } from '../../model/xml.js'
import type { XmlElement } from '../../model/xml.js'

const ContentType = 'application/octet-stream'

/** `[Content_Types].xml`: each extension once, each file without one by its name. */
export function emitContentTypes(paths: Iterable<string>): XmlElement {
  const extensions = new Set(['xml'])
  const others: string[] = []
  for (const path of paths) {
    const extension = /\.([^./]+)$/.exec(path)?.[1]
    if (extension === undefined) others.push(path)
    else extensions.add(extension)
  }
  return element(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    [
      ...[...extensions].sort().map((Extension) => element('Default', { Extension, ContentType })),
      ...others.sort().map((path) => element('Override', { PartName: `/${path}`, ContentType })),
    ],
  )
}
