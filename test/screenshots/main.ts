import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { loadExample } from '../../connector/service/example/load-example.js'
import { source } from '../../connector/service/example/sources.js'
import { country } from '../../solution/tables/index.js'
import { startStack } from '../bench/stack.js'
import type { Stack } from '../bench/stack.js'
import { openBrowser } from '../support/open-browser.js'

const folder = new URL('../../.github/images/', import.meta.url)
const viewport = { width: 1_680, height: 900 }

/** Takes the README's pictures of the app, with the example loaded. */
async function takePictures(stack: Stack): Promise<void> {
  await loadExample(stack.api)
  const pictures = { overview: '/tables/', record: await conflictAddress(stack) }
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport })
    for (const [name, address] of Object.entries(pictures)) {
      await page.goto(`${stack.dataverseUrl}${address}`)
      await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) })
    }
  } finally {
    await browser.close()
  }
}

/** The page of a country whose names in two sources differ. */
async function conflictAddress({ api }: Stack): Promise<string> {
  const identifiers = await api.listIdentifiers({
    sourceSystemKey: source.iso,
    targetTable: country.logicalName,
  })
  const id = identifiers.find(({ externalKey }) => externalKey === 'BN')?.targetId ?? ''
  return `/tables/${country.entitySetName}/${id}`
}

await mkdir(folder, { recursive: true })
const stack = await startStack()
try {
  await takePictures(stack)
} finally {
  await stack.stop()
}
