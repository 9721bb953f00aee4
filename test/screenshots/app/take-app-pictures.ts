import type { Browser } from 'playwright-core'

import { loadExample } from '../../../connector/service/example/load-example.js'
import { source } from '../../../connector/service/example/sources.js'
import { dataIntegrationApp } from '../../../solution/app/data-integration-app.js'
import { exampleApp } from '../../../solution/app/example/example-app.js'
import { ledgerViews, valueMapViews } from '../../../solution/app/views/index.js'
import {
  country,
  integrationLedger,
  integrationSyncJob,
  integrationValueMap,
} from '../../../solution/tables/index.js'
import { startStack } from '../../bench/stack.js'
import type { Stack } from '../../bench/stack.js'

const viewport = { width: 1_280, height: 800 }
/** The app is built when it is opened first. */
const buildMs = 500_000

interface Picture {
  readonly name: string
  /** Behind the `#` of the app's address. */
  readonly address: string
  /** Text that is there once all of it is drawn. */
  readonly shows: string | RegExp
}

/** Takes the app's pages with the example loaded. */
export async function takeAppPictures(
  browser: Browser,
  save: (name: string, png: Uint8Array) => Promise<void>,
): Promise<void> {
  const stack = await startStack()
  try {
    await loadExample(stack.api)
    const page = await browser.newPage({ viewport, locale: 'en-US', timezoneId: 'UTC' })
    await page.goto(`${stack.dataverseUrl}/app/`)
    await page.waitForSelector('#main', { timeout: buildMs })
    for (const { name, address, shows } of await pictures(stack)) {
      await page.goto(`${stack.dataverseUrl}/app/#${address}`)
      await page.getByText(shows).first().waitFor()
      await page.mouse.move(0, 0)
      await save(name, await page.screenshot({ animations: 'disabled' }))
    }
  } finally {
    await stack.stop()
  }
}

async function pictures(stack: Stack): Promise<readonly Picture[]> {
  const example = `/${exampleApp.uniqueName}`
  const main = `/${dataIntegrationApp.uniqueName}`
  return [
    {
      name: 'jobs',
      address: `${main}/table/${integrationSyncJob.logicalName}`,
      shows: /^example-IOC-/,
    },
    {
      name: 'held',
      address: `${example}/table/${integrationLedger.logicalName}?view=${ledgerViews.held.id}`,
      shows: /^\d+ entries$/,
    },
    {
      name: 'record',
      address: `${example}/record/${country.logicalName}/${await conflictedCountry(stack)}`,
      shows: '1 waiting',
    },
    {
      name: 'comparison',
      address: `${main}/table/${integrationValueMap.logicalName}?view=${valueMapViews.comparison.id}`,
      shows: /codes shown$/,
    },
  ]
}

/** The id of a country whose names in two sources differ. */
async function conflictedCountry({ api }: Stack): Promise<string> {
  const identifiers = await api.listIdentifiers({
    sourceSystemKey: source.iso,
    targetTable: country.logicalName,
  })
  return identifiers.find(({ externalKey }) => externalKey === 'BN')?.targetId ?? ''
}
