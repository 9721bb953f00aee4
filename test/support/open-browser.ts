import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

import { findChrome } from './find-chrome.js'
import type { Chrome } from './find-chrome.js'

/** Starts a browser without a window. Whoever opens it closes it. */
export async function openBrowser(chrome?: Chrome): Promise<Browser> {
  const { executablePath, args, env } = chrome ?? (await findChrome())
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return chromium.launch({
    executablePath,
    args: [...args],
    env: { ...Object.fromEntries(inherited), ...env },
    chromiumSandbox: !args.includes('--no-sandbox'),
  })
}
