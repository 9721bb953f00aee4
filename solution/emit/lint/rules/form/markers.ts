import { childOf } from '../../../../model/xml.js'
import { tryParse } from '../../facts/file-text.js'
import { placeAt } from '../../facts/place.js'
import type { Problem, Rule } from '../../rule.js'

/** Element that makes the packer read a part of a table's folder. */
const tableParts = [
  { marker: 'FormXml', path: 'FormXml/' },
  { marker: 'SavedQueries', path: 'SavedQueries/' },
  { marker: 'Visualizations', path: 'Visualizations/' },
  { marker: 'RibbonDiffXml', path: 'RibbonDiff.xml' },
]

/** The packer leaves a folder out without a word where the marker is missing. */
export const markers: Rule = {
  id: 'F9',
  level: 'error',
  sentence:
    'The Entity.xml of an unpacked folder has a marker for each part of the table that stands in a file of its own.',
  *check({ source }) {
    const files = source.unpacked ?? new Map<string, Uint8Array>()
    for (const path of files.keys()) {
      const folder = /^(Entities\/[^/]+\/)Entity\.xml$/.exec(path)?.[1]
      if (folder === undefined) continue
      const parts = tableParts.map(({ marker, path: end }) => ({ marker, path: folder + end }))
      yield* missingMarkers(files, path, parts)
    }
  },
}

const rootParts = [
  { marker: 'Entities', path: 'Entities/' },
  { marker: 'Roles', path: 'Roles/' },
  { marker: 'Workflows', path: 'Workflows/' },
  { marker: 'EntityRelationships', path: 'Other/Relationships/' },
  { marker: 'optionsets', path: 'OptionSets/' },
  { marker: 'Dashboards', path: 'Dashboards/' },
  { marker: 'WebResources', path: 'WebResources/' },
  { marker: 'CustomControls', path: 'Controls/' },
  { marker: 'AppModuleSiteMaps', path: 'AppModuleSiteMaps/' },
  { marker: 'AppModules', path: 'AppModules/' },
  { marker: 'Connectors', path: 'Connectors/' },
]

/** The same idea holds for the root, by every folder seen; no packer was at hand to prove it. */
export const rootMarkers: Rule = {
  id: 'F9-root',
  level: 'warning',
  sentence:
    'Other/Customizations.xml of an unpacked folder has a marker for each folder of components.',
  *check({ source }) {
    const files = source.unpacked ?? new Map<string, Uint8Array>()
    yield* missingMarkers(files, 'Other/Customizations.xml', rootParts)
  },
}

function* missingMarkers(
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
  parts: readonly { readonly marker: string; readonly path: string }[],
): Generator<Problem> {
  const bytes = files.get(file)
  const root = bytes ? tryParse(new TextDecoder().decode(bytes), file) : undefined
  if (root === undefined || typeof root === 'string') return
  for (const { marker, path } of parts) {
    if (childOf(root, marker)) continue
    const left = [...files.keys()].find((each) => each.startsWith(path))
    if (left !== undefined)
      yield { at: placeAt(file, root.name, root), message: messageOf(marker, left) }
  }
}

const messageOf = (marker: string, file: string) =>
  `There is no <${marker} />, so the packer leaves "${file}" out; expected the empty element.`
