import type { Browser } from 'playwright-core'

import { startLocalDataverse } from '../../../solution/local/index.js'
import { hostPages } from '../../support/host-page.js'
import { controlPictures } from './control-pictures.js'
import { makeSampleRows, pictureTime } from './sample-rows.js'

/** Space around a control, which the page has too. */
const margin = 16

/** Takes each control in each look, at one time and with the same rows whenever it is run. */
export async function takeControlPictures(
  browser: Browser,
  save: (name: string, png: Uint8Array) => Promise<void>,
): Promise<void> {
  const store = await startLocalDataverse({ data: ':memory:', now: () => pictureTime })
  try {
    await makeSampleRows(store.origin)
    const host = await hostPages(store.origin)
    for (const { name, options, ready } of controlPictures) {
      const { page, show } = await host.open(browser, {
        viewport: { width: options.width + 2 * margin, height: 800 },
        now: pictureTime,
      })
      await show(options)
      await ready(page)
      await page.mouse.move(0, 0)
      const height = await page.evaluate<number>(lowestPixel)
      await page.setViewportSize({ width: options.width + 2 * margin, height: height + margin })
      await save(name, await page.screenshot())
      await page.close()
    }
  } finally {
    await store.close()
  }
}

/** What is drawn outside of the page's flow counts too. */
const lowestPixel = `Math.ceil(Math.max(...[...document.querySelectorAll('body > div, [role="dialog"]')]
  .map((element) => element.getBoundingClientRect().bottom)))`
