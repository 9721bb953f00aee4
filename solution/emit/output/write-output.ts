import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { BuiltPackage } from './build-package.js'

/**
 * Writes zips and unpacked folders into `out`, in place of those of an earlier build. They are
 * written beside their places first: `out` never holds half a zip.
 */
export async function writeOutput(packages: readonly BuiltPackage[], out: string): Promise<void> {
  const fresh = join(out, `.package-${process.pid}`)
  try {
    await rm(fresh, { recursive: true, force: true })
    for (const { solution, zips, unpacked } of packages) {
      for (const [name, content] of zips) await write(join(fresh, name), content)
      for (const [path, content] of unpacked) {
        await write(join(fresh, 'unpacked', solution.uniqueName, path), content)
      }
    }
    for (const old of await readdir(out)) {
      if (old === 'unpacked' || old.endsWith('.zip')) {
        await rm(join(out, old), { recursive: true, force: true })
      }
    }
    for (const name of await readdir(fresh)) await rename(join(fresh, name), join(out, name))
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

async function write(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
