import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { sourceStamp } from '../../../emit/controls/source-stamp.js'

export const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url))
export const outputFolder = join(projectFolder, 'dist', 'app')
export const bundleName = 'client.js'
/** Says of which sources the bundle was made. */
export const stampName = '.sources'

/** What the client's bundle is made of. */
export const clientStamp = (): Promise<string> =>
  sourceStamp(projectFolder, [
    'package-lock.json',
    'solution/local/app',
    'controls/host',
    'controls/shared',
  ])

/** The built client, or undefined where there is none of these sources. */
export async function builtClient(stamp: string): Promise<string | undefined> {
  const made = await readFile(join(outputFolder, stampName), 'utf8').catch(() => '')
  if (made !== stamp) return undefined
  return readFile(join(outputFolder, bundleName), 'utf8').catch(() => undefined)
}
