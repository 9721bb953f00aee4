import { childrenOf } from '../../../../model/xml.js'
import { parsedFile } from '../../facts/file-text.js'
import { placeAt } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

const contentTypesFile = '[Content_Types].xml'

/** A zip without solution.xml or customizations.xml cannot be opened, so it does not come here. */
export const contentTypes: Rule = {
  id: 'L1',
  level: 'error',
  sentence:
    'A zip has [Content_Types].xml, solution.xml and customizations.xml at its root, and a content type for every entry.',
  *check({ source }) {
    if (source.kind !== 'zip') return
    if (!source.files.has(contentTypesFile)) {
      yield {
        at: placeAt(contentTypesFile, 'zip'),
        message: `The zip has no ${contentTypesFile} at its root.`,
      }
    }
    const types = parsedFile(source, contentTypesFile)
    if (!types) return
    const extensions = new Set(
      childrenOf(types, 'Default').map((each) => each.attributes.Extension?.toLowerCase()),
    )
    const parts = new Set(childrenOf(types, 'Override').map((each) => each.attributes.PartName))
    for (const path of ['solution.xml', 'customizations.xml', ...source.files.keys()]) {
      if (path === contentTypesFile || parts.has(`/${path}`)) continue
      const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase()
      if (extension !== undefined && extensions.has(extension)) continue
      yield {
        at: placeAt(contentTypesFile, 'Types', types),
        message:
          extension === undefined
            ? `The entry "${path}" has no extension, so it needs an Override with PartName "/${path}".`
            : `The entry "${path}" needs a Default with Extension "${extension}".`,
      }
    }
  },
}
