import { findChrome, thisMachine } from '../support/find-chrome.js'
import { openBrowser } from '../support/open-browser.js'

jasmine.DEFAULT_TIMEOUT_INTERVAL = 300_000

describe('the packaged Chromium', () => {
  /** This machine, as if neither a browser nor the libraries of one were installed on it. */
  async function findPackaged() {
    const unpacked = await thisMachine.unpack()
    return findChrome({
      ...thisMachine,
      env: {},
      unpack: () => Promise.resolve(unpacked),
      starts: (path, env) =>
        path === unpacked.executablePath && env['LD_LIBRARY_PATH'] === unpacked.libraries
          ? thisMachine.starts(path, env)
          : Promise.resolve(false),
    })
  }

  it('shows a page on Linux with the libraries it brings', async () => {
    if (process.platform !== 'linux') pending('The package holds a browser for Linux only.')
    const browser = await openBrowser(await findPackaged())
    try {
      const page = await browser.newPage()
      await page.setContent('<h1>Zażółć</h1>')
      expect(await page.textContent('h1')).toBe('Zażółć')
    } finally {
      await browser.close()
    }
  })
})
