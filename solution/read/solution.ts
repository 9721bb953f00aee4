import { rootComponents } from '../model/solution/index.js'
import type { Solution } from '../model/solution/index.js'
import { element } from '../model/xml.js'
import type { XmlElement } from '../model/xml.js'
import { packageFilesOf } from './components/package-files.js'
import { readManifest } from './package/manifest.js'
import { PackageLists } from './package/package-lists.js'
import { readComponents } from './package/read-components.js'
import { readTables } from './package/read-tables.js'
import type { SolutionPackage } from './package/solution-package.js'
import { filled, given } from './parts.js'

/**
 * Reads a whole package. What the model has no word for is kept in `rest` and `files`, so that
 * emitting it again loses nothing but labels of other languages than the first, the publisher's
 * addresses and the type codes of tables.
 *
 * @throws SolutionFormatError for what is not the platform's format.
 */
export function readSolution(source: SolutionPackage): Solution {
  const { rootComponents: roots, ...manifest } = readManifest(source.solution, source.source)
  const lists = new PackageLists(source.customizations)
  const files = packageFilesOf(source)
  files.take('[Content_Types].xml')
  const place = `${source.source}/customizations.xml`
  const tables = readTables(lists, roots, place)
  const components = readComponents(lists, files)
  const model: Solution = { ...manifest, ...tables, ...components }
  const left = files.left()
  return {
    ...model,
    ...given({
      rest: filled([...lists.rest(), ...otherRoots(roots, model)]),
      files: left.size > 0 ? left : undefined,
    }),
  }
}

/** Root components of what is in `rest`: those that the model does not name by itself. */
function otherRoots(roots: readonly XmlElement[], model: Solution): readonly XmlElement[] {
  const keyOf = (type: unknown, schemaName = '', id = '') =>
    `${String(type)} ${(schemaName || id).toLowerCase()}`
  const known = new Set(
    rootComponents(model).map(({ type, schemaName, id }) => keyOf(type, schemaName, id)),
  )
  const others = roots.filter(
    ({ attributes: { type, schemaName, id } }) => !known.has(keyOf(type, schemaName, id)),
  )
  return others.length > 0 ? [element('RootComponents', {}, others)] : []
}
