import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { packageFiles, zipOf } from '../../solution/emit/index.js'
import { unpack } from '../../solution/emit/unpacked/unpack.js'
import { packageFromFolder, packageFromZip, readSolution } from '../../solution/read/index.js'
import type { Pac } from './pac.js'

const done = { code: 0, output: '' }

/** Stands in for the platform's tool in specs: packs and unpacks by this project's own code. */
export const standIn: Pac = {
  pack: async (folder, zip, type) => {
    const solution = readSolution(await packageFromFolder(folder))
    await writeFile(zip, zipOf(packageFiles(solution, { managed: type === 'Managed' })))
    return done
  },
  unpack: async (zip, folder) => {
    for (const [path, content] of unpack(packageFromZip(await readFile(zip), zip))) {
      if (path.endsWith('_managed.xml') || path === '[Content_Types].xml') continue
      const target = join(folder, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, content)
    }
    return done
  },
}
