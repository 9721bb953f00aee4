import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { publisher } from '../../app/publisher.js'
import type { ConnectorParts } from '../../app/solutions/index.js'
import type { CustomControl } from '../../model/solution/index.js'
import { folderFiles } from '../../read/package/folder-files.js'
import { buildControls } from '../controls/build-controls.js'
import type { BuiltControl } from '../controls/build-controls.js'

const definition = fileURLToPath(new URL('../../../connector/definition', import.meta.url))

/** The files that the connector is made of. */
export async function connectorParts(): Promise<ConnectorParts> {
  const text = (name: string) => readFile(join(definition, name), 'utf8')
  return {
    apiDefinition: await text('apiDefinition.swagger.json'),
    apiProperties: await text('apiProperties.json'),
    icon: new Uint8Array(await readFile(join(definition, 'icon.png'))),
  }
}

/** The controls, built where their sources have changed; none where there are no sources. */
export const builtControls = async (): Promise<readonly CustomControl[]> =>
  customControls(await buildControls())

/** Built controls as parts of a solution. */
export async function customControls(
  built: readonly BuiltControl[],
): Promise<readonly CustomControl[]> {
  const controls: CustomControl[] = []
  for (const { namespace, constructorName, path } of built) {
    const name = `${publisher.prefix}_${namespace}.${constructorName}`
    controls.push({ name, files: await folderFiles(path) })
  }
  return controls
}
