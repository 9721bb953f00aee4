import { publisher as ownPublisher } from '../../../app/publisher.js'
import { childOf, childrenOf, elementAt, textAt } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { bareId } from './names.js'
import { placeAt } from './place.js'
import type { Files, Place } from './place.js'

/** What `solution.xml` says. */
export interface ManifestFacts {
  readonly version: string
  readonly managed: string
  /**
   * Written by version 8 of the platform or later (`SolutionPackageVersion`). Older packages lack
   * set names and columns that the platform has since added to every table.
   */
  readonly modern: boolean
  readonly publisher: string
  /** The publisher is ours, so house rules hold as errors. */
  readonly ours: boolean
  readonly prefix: string
  readonly optionPrefix: string
  readonly roots: readonly RootFacts[]
  readonly requirements: readonly RequirementFacts[]
  readonly place: Place
}

/** A `RootComponent`. */
export interface RootFacts {
  readonly type: string
  readonly schemaName: string
  readonly id: string
  readonly behavior: string | undefined
  readonly place: Place
}

/** The `Required` of a missing dependency: something another solution brings. */
export interface RequirementFacts {
  readonly type: string
  readonly schemaName: string
  readonly parent: string
  readonly id: string
}

export function manifestFacts(solution: XmlElement, files: Files): ManifestFacts {
  const manifest = childOf(solution, 'SolutionManifest')
  const publisher = childOf(manifest, 'Publisher')
  const place = placeAt(files.solution, 'SolutionManifest', manifest ?? solution)
  const name = textAt(publisher, 'UniqueName') ?? ''
  return {
    version: textAt(manifest, 'Version') ?? '',
    managed: textAt(manifest, 'Managed') ?? '',
    modern: !(Number.parseFloat(solution.attributes.SolutionPackageVersion ?? '') < 8),
    publisher: name,
    ours: name === ownPublisher.uniqueName,
    prefix: textAt(publisher, 'CustomizationPrefix') ?? '',
    optionPrefix: textAt(publisher, 'CustomizationOptionValuePrefix') ?? '',
    roots: childrenOf(childOf(manifest, 'RootComponents'), 'RootComponent').map((node) =>
      rootFacts(files, node),
    ),
    requirements: childrenOf(childOf(manifest, 'MissingDependencies'), 'MissingDependency')
      .map((dependency) => childOf(dependency, 'Required'))
      .filter((required) => required !== undefined)
      .map(requirementFacts),
    place,
  }
}

function rootFacts(files: Files, node: XmlElement): RootFacts {
  const { type = '', schemaName = '', id = '', behavior } = node.attributes
  const label = `RootComponent type ${type || '(none)'} ${schemaName || id || '(without name)'}`
  return { type, schemaName, id, behavior, place: placeAt(files.solution, label, node) }
}

function requirementFacts({ attributes }: XmlElement): RequirementFacts {
  const { type = '', schemaName = '', parentSchemaName = '', id } = attributes
  return {
    type,
    schemaName: schemaName.toLowerCase(),
    parent: parentSchemaName.toLowerCase(),
    id: bareId(id),
  }
}

/** The text at a path of the manifest, for rules that quote it. */
export function manifestElement(solution: XmlElement, ...path: readonly string[]): XmlElement {
  return elementAt(solution, 'SolutionManifest', ...path) ?? solution
}
