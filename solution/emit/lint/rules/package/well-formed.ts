import { environmentVariables } from '../../facts/environment-variable.js'
import { fileText, tryParse } from '../../facts/file-text.js'
import { placeAt } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

/** Read already by whoever opened the package: it could not be opened otherwise. */
const opened = /(^|\/)(solution|customizations)\.xml$/i

export const wellFormed: Rule = {
  id: 'L7',
  level: 'error',
  sentence:
    'Every XML file is well-formed, and the definition of an environment variable has neither declaration nor comment.',
  *check({ source }) {
    for (const path of source.files.keys()) {
      if (!/\.(xml|resx)$/i.test(path) || opened.test(path)) continue
      const tree = tryParse(fileText(source, path) ?? '', path)
      if (typeof tree !== 'string') continue
      yield { at: placeAt(path, 'file'), message: `The file is not well-formed XML: ${tree}` }
    }
    for (const { path, place } of environmentVariables(source)) {
      const text = fileText(source, path) ?? ''
      for (const [part, name] of [
        ['<?xml', 'an XML declaration'],
        ['<!--', 'a comment'],
      ] as const) {
        if (!text.includes(part)) continue
        yield {
          at: place,
          message: `The definition holds ${name} ("${part}"); the import refuses it without naming it.`,
        }
      }
    }
  },
}
