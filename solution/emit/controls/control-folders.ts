import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { parseXml } from '../../read/xml.js'

/** A control's source folder: the one that holds `ControlManifest.Input.xml`. */
export interface ControlFolder {
  /** The folder's name, which is also the name pcf-scripts gives its output. */
  readonly folder: string
  readonly namespace: string
  readonly constructorName: string
}

const manifestFile = 'ControlManifest.Input.xml'

/** The controls below a folder, in the order of their names. */
export async function controlFolders(root: string): Promise<readonly ControlFolder[]> {
  const entries = await readdir(root, { withFileTypes: true })
  const found = await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map(({ name }) => readControl(root, name)),
  )
  return found
    .filter((control) => control !== undefined)
    .sort((a, b) => (a.folder < b.folder ? -1 : 1))
}

async function readControl(root: string, folder: string): Promise<ControlFolder | undefined> {
  const path = join(root, folder, manifestFile)
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const control = parseXml(text, path).children.find(({ name }) => name === 'control')
  const { namespace, constructor: constructorName } = control?.attributes ?? {}
  if (!namespace || typeof constructorName !== 'string') {
    throw new Error(`${path}: expected <control namespace="..." constructor="...">.`)
  }
  return { folder, namespace, constructorName }
}
