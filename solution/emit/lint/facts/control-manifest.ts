import { childOf, childrenOf } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import type { SolutionPackage } from '../../../read/package/index.js'
import { parsedFile } from './file-text.js'

/** The built manifest of a PCF control in the package. */
export interface ControlManifest {
  /** `prefix_Namespace.Constructor`: the name of its folder. */
  readonly name: string
  /** With a slash at its end. */
  readonly folder: string
  readonly path: string
  readonly properties: ReadonlyMap<string, XmlElement>
  readonly dataSets: ReadonlySet<string>
  /** Types of each `type-group`. */
  readonly typeGroups: ReadonlyMap<string, readonly string[]>
  /** Paths of its files below the folder. */
  readonly resources: readonly string[]
}

const cache = new WeakMap<SolutionPackage, readonly ControlManifest[]>()

/** The manifests of all controls; one that is not well-formed is left out (rule L7). */
export function controlManifests(source: SolutionPackage): readonly ControlManifest[] {
  const known = cache.get(source)
  if (known) return known
  const manifests = [...source.files.keys()].flatMap((path) => {
    const folder = /^Controls\/([^/]+)\/ControlManifest\.xml$/.exec(path)
    const tree = folder ? parsedFile(source, path) : undefined
    return folder?.[1] === undefined || !tree ? [] : [controlManifest(folder[1], path, tree)]
  })
  cache.set(source, manifests)
  return manifests
}

function controlManifest(name: string, path: string, tree: XmlElement): ControlManifest {
  const control = childOf(tree, 'control') ?? tree
  const named = (element: string) =>
    childrenOf(control, element).map((node) => [node.attributes.name ?? '', node] as const)
  return {
    name,
    folder: `Controls/${name}/`,
    path,
    properties: new Map(named('property')),
    dataSets: new Set(named('data-set').map(([dataSet]) => dataSet)),
    typeGroups: new Map(
      named('type-group').map(([group, node]) => [
        group,
        childrenOf(node, 'type').map(({ text }) => text),
      ]),
    ),
    resources: childrenOf(childOf(control, 'resources'))
      .map(({ attributes }) => attributes.path)
      .filter((each) => each !== undefined),
  }
}
