import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import webpack from 'webpack'

import { clientStamp, outputFolder, stampName } from './client-files.js'
import { webpackOptions } from './webpack-options.js'

/**
 * Builds the client into a folder of its own, which takes the place of the last one once it is whole.
 * Ends with exit code 1 and the reasons on standard error when the build fails.
 */
async function main(): Promise<void> {
  const stamp = await clientStamp()
  const folder = `${outputFolder}.${process.pid}`
  try {
    await mkdir(folder, { recursive: true })
    await build(folder)
    await writeFile(join(folder, stampName), stamp)
    await rm(outputFolder, { recursive: true, force: true })
    await rename(folder, outputFolder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function build(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(webpackOptions(folder), (error, stats) => {
      if (error) reject(error)
      else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')))
      else resolve()
    })
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
