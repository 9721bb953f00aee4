import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { loadExample } from '../../connector/service/example/load-example.js'
import { source } from '../../connector/service/example/sources.js'
import { exampleApp } from '../../solution/app/example/example-app.js'
import { dataIntegrationApp } from '../../solution/app/data-integration-app.js'
import { ledgerViews, valueMapViews } from '../../solution/app/views/index.js'
import { buildControls } from '../../solution/emit/controls/build-controls.js'
import { country, integrationLedger, integrationValueMap } from '../../solution/tables/index.js'
import { startStack } from '../bench/stack.js'
import type { Stack } from '../bench/stack.js'
import { openBrowser } from '../support/open-browser.js'

const folder = new URL('../../.github/images/', import.meta.url)
const viewport = { width: 1_400, height: 900 }
/** The app is built when it is opened first. */
const buildMs = 500_000

interface Picture {
  /** Behind the `#` of the app's address. */
  readonly address: string
  /** Text that is there once all of it is drawn. */
  readonly shows: string | RegExp
}

/** Takes the README's pictures of the app, with the example loaded. */
async function takePictures(stack: Stack): Promise<void> {
  await loadExample(stack.api)
  const example = `/${exampleApp.uniqueName}`
  const pictures: Readonly<Record<string, Picture>> = {
    held: {
      address: `${example}/table/${integrationLedger.logicalName}?view=${ledgerViews.held.id}`,
      shows: /^\d+ entries$/,
    },
    record: {
      address: `${example}/record/${country.logicalName}/${await conflictedCountry(stack)}`,
      shows: '1 waiting',
    },
    comparison: {
      address: `/${dataIntegrationApp.uniqueName}/table/${integrationValueMap.logicalName}?view=${valueMapViews.comparison.id}`,
      shows: /codes shown$/,
    },
  }
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport })
    for (const [name, { address, shows }] of Object.entries(pictures)) {
      await page.goto(`${stack.dataverseUrl}/app/#${address}`)
      await page.getByText(shows).first().waitFor({ timeout: buildMs })
      await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) })
    }
  } finally {
    await browser.close()
  }
}

/** The id of a country whose names in two sources differ. */
async function conflictedCountry({ api }: Stack): Promise<string> {
  const identifiers = await api.listIdentifiers({
    sourceSystemKey: source.iso,
    targetTable: country.logicalName,
  })
  return identifiers.find(({ externalKey }) => externalKey === 'BN')?.targetId ?? ''
}

await mkdir(folder, { recursive: true })
await buildControls()
const stack = await startStack()
try {
  await takePictures(stack)
} finally {
  await stack.stop()
}
