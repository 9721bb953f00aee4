import type { CustomControl, Solution } from '../../../model/solution/index.js'
import { childOf, childrenOf } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { parseXml } from '../../../read/xml.js'
import type { ControlPart } from '../shape.js'

const manifestFile = 'ControlManifest.xml'
/** Where the files of the controls are served. */
const root = '/app/controls/'

/** The controls that the app can run, by name; of those that several solutions bring the last. */
export type HostedControls = ReadonlyMap<string, CustomControl>

export function hostedControls(solutions: readonly Solution[]): HostedControls {
  return new Map(
    solutions
      .flatMap(({ customControls }) => customControls)
      .filter(runsHere)
      .map((control) => [control.name, control]),
  )
}

export function controlParts(controls: HostedControls): Readonly<Record<string, ControlPart>> {
  return Object.fromEntries(
    [...controls.keys()].map((name) => [name, { folder: `${root}${encodeURIComponent(name)}/` }]),
  )
}

/** A file of a control; undefined where the path is none. */
export function controlFile(
  controls: HostedControls,
  path: string,
): { readonly type: string; readonly content: Uint8Array } | undefined {
  if (!path.startsWith(root)) return undefined
  const [name = '', ...below] = path.slice(root.length).split('/').map(decoded)
  const file = below.join('/')
  const content = controls.get(name)?.files.get(file)
  return content && { type: typeOf(file), content }
}

/**
 * Whether the page has what the control needs: React 16 and Fluent 8 of the platform, or neither.
 * A standard control draws by itself and would need another host.
 */
function runsHere({ files }: CustomControl): boolean {
  const control = controlOf(files.get(manifestFile))
  if (control?.attributes['control-type'] !== 'virtual') return false
  const libraries = childrenOf(childOf(control, 'resources'), 'platform-library')
  return libraries.every(({ attributes: { name, version = '' } }) =>
    name === 'React' ? version.startsWith('16.') : name === 'Fluent' && isLateFluent8(version),
  )
}

function controlOf(manifest: Uint8Array | undefined): XmlElement | undefined {
  if (!manifest) return undefined
  try {
    return childOf(parseXml(new TextDecoder().decode(manifest), manifestFile), 'control')
  } catch {
    return undefined
  }
}

/** Bundles for 8.29.0 and before expect a library of another name. */
function isLateFluent8(version: string): boolean {
  const [major, minor = 0, patch = 0] = version.split('.').map(Number)
  return major === 8 && (minor > 29 || (minor === 29 && patch > 0))
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
  resx: 'text/xml; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
}

/** SVG and HTML are handed out as text, so that no script in them runs. */
const typeOf = (file: string): string =>
  types[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'text/plain; charset=utf-8'

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
