import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { buildControls } from '../../solution/emit/controls/build-controls.js'
import { openBrowser } from '../support/open-browser.js'
import { takeAppPictures } from './app/take-app-pictures.js'
import { takeControlPictures } from './controls/take-control-pictures.js'
import { decodePng } from './png/decode.js'
import { encodePng } from './png/encode.js'
import { withPalette } from './png/palette.js'

const folder = new URL('../../.github/images/', import.meta.url)
const largest = 100_000

/**
 * Takes the pictures of the README: `controls`, `app` or, without a name, both. Each is saved with a
 * palette, since a page has few colours; one that is large all the same ends this with an error.
 */
async function main(names: readonly string[]): Promise<void> {
  const sets = { controls: takeControlPictures, app: takeAppPictures }
  const unknown = names.filter((name) => !(name in sets))
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Expected controls, app.`)
  await mkdir(folder, { recursive: true })
  await buildControls()
  const browser = await openBrowser()
  try {
    for (const [name, take] of Object.entries(sets)) {
      if (names.length === 0 || names.includes(name)) await take(browser, save)
    }
  } finally {
    await browser.close()
  }
}

async function save(name: string, png: Uint8Array): Promise<void> {
  const small = encodePng(withPalette(decodePng(png)))
  if (small.length > largest) {
    throw new Error(`${name}.png has ${small.length} bytes; ${largest} are the most.`)
  }
  await writeFile(fileURLToPath(new URL(`${name}.png`, folder)), small)
  console.log(`${name}.png: ${small.length} bytes`)
}

await main(process.argv.slice(2))
