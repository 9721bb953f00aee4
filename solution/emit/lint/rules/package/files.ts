import { descendants } from '../../../../model/xml.js'
import type { Facts } from '../../facts/facts.js'
import { controlManifests } from '../../facts/control-manifest.js'
import { environmentVariables } from '../../facts/environment-variable.js'
import { placeAt, within } from '../../facts/place.js'
import type { Place } from '../../facts/place.js'
import type { Rule } from '../../rule.js'

/** Elements whose text is the path of a file in the package, with a leading slash. */
const pathElements = new Set([
  'FileName',
  'JsonFileName',
  'XamlFileName',
  'DocumentUri',
  'BackgroundImageUri',
  'AdditionalUri',
  'openapidefinition',
  'connectionparameters',
  'policytemplateinstances',
  'customcodeblobcontent',
  'iconblob',
])

/** Folders whose every file is named by such an element. */
const namedFolders = /^(WebResources|Workflows|CanvasApps|Connector|PluginAssemblies)\//

interface Reference {
  readonly path: string
  readonly place: Place
}

export const files: Rule = {
  id: 'L3',
  level: 'error',
  sentence: 'Every file that the XML names is in the package, and every file is named by the XML.',
  *check(facts) {
    const { source } = facts
    const named = [...references(facts)]
    for (const { path, place } of named) {
      if (source.files.has(path)) continue
      yield { at: place, message: `The file "${path}" is not in the package.` }
    }
    for (const manifest of controlManifests(source)) {
      for (const path of manifest.resources) {
        if (source.files.has(manifest.folder + path)) continue
        yield {
          at: placeAt(manifest.path, `manifest > control > resources`),
          message: `The file "${manifest.folder}${path}" is not in the package.`,
        }
      }
    }
    const known = new Set(named.map(({ path }) => path))
    for (const path of source.files.keys()) {
      const message = stray(facts, path, known)
      if (message !== undefined) yield { at: placeAt(path, 'file'), message }
    }
  },
}

function* references({ source, components }: Facts): Generator<Reference> {
  const places = new Map(components.map(({ node, place }) => [node, place] as const))
  for (const list of source.customizations.children) {
    for (const component of list.children) {
      const outer =
        places.get(component) ?? placeAt('customizations.xml', component.name, component)
      for (const node of descendants(component)) {
        if (!pathElements.has(node.name) || !node.text.startsWith('/')) continue
        yield { path: node.text.slice(1), place: within(outer, node.name, node) }
      }
    }
  }
}

function stray(facts: Facts, path: string, known: ReadonlySet<string>): string | undefined {
  if (namedFolders.test(path) && !known.has(path)) {
    return 'No element of customizations.xml names the file.'
  }
  return strayControl(facts, path) ?? strayVariable(facts, path)
}

function strayControl(facts: Facts, path: string): string | undefined {
  const name = /^Controls\/([^/]+)\/./.exec(path)?.[1]
  return name === undefined || facts.ofType('66').some((control) => control.name === name)
    ? undefined
    : `No CustomControl has the name "${name}" of its folder.`
}

function strayVariable({ source }: Facts, path: string): string | undefined {
  const name = /^environmentvariabledefinitions\/([^/]+)\/./.exec(path)?.[1]
  return name === undefined || environmentVariables(source).some((each) => each.name === name)
    ? undefined
    : `The folder of "${name}" has no environmentvariabledefinition.xml.`
}
