import type { ControlManifest, ManifestProperty } from './types.js'

export interface ReadManifest extends ControlManifest {
  readonly name: string
  readonly bundle: string
  /** Paths of resx files, in the order listed. */
  readonly texts: readonly string[]
}

/** Reads a built `ControlManifest.xml`; throws where it is not one. */
export function readManifest(xml: string, source: string): ReadManifest {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const control = document.querySelector('manifest > control')
  const namespace = control?.getAttribute('namespace')
  const constructor = control?.getAttribute('constructor')
  const bundle = control?.querySelector('resources > code')?.getAttribute('path')
  if (!control || !namespace || !constructor || !bundle) {
    throw new Error(`${source} is no built control manifest.`)
  }
  const groups = new Map(
    [...control.querySelectorAll('type-group')].map((group) => [
      group.getAttribute('name') ?? '',
      [...group.querySelectorAll('type')].map((type) => type.textContent.trim()),
    ]),
  )
  return {
    name: `${namespace}.${constructor}`,
    bundle,
    texts: [...control.querySelectorAll('resources > resx')].map(
      (resx) => resx.getAttribute('path') ?? '',
    ),
    dataSets: [...control.querySelectorAll('data-set')].map(
      (set) => set.getAttribute('name') ?? '',
    ),
    properties: [...control.children]
      .filter(({ localName }) => localName === 'property')
      .map((property) => readProperty(property, groups)),
  }
}

function readProperty(
  property: Element,
  groups: ReadonlyMap<string, readonly string[]>,
): ManifestProperty {
  const group = property.getAttribute('of-type-group')
  const usage = property.getAttribute('usage')
  const defaultValue = property.getAttribute('default-value')
  return {
    name: property.getAttribute('name') ?? '',
    types: (group === null ? undefined : groups.get(group)) ?? [
      property.getAttribute('of-type') ?? '',
    ],
    usage: usage === 'bound' || usage === 'output' ? usage : 'input',
    required: property.getAttribute('required') === 'true',
    ...(defaultValue === null ? {} : { defaultValue }),
  }
}
