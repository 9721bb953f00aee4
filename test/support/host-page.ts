import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright-core'
import webpack from 'webpack'

import { buildControls } from '../../solution/emit/controls/build-controls.js'
import { webpackOptions } from '../../solution/local/app/build/webpack-options.js'
import type { FirstPaint, HostPageOptions } from '../browser/host-page/options.js'

const project = fileURLToPath(new URL('../../', import.meta.url))
const folder = '/host-page/'
const filename = 'page.js'
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<style>body{margin:16px;font-family:'Segoe UI',sans-serif} *{animation:none!important;transition:none!important;caret-color:transparent!important}</style>
</head><body><script src="${filename}"></script></body></html>`

/** A page with the host of `controls/host`, beside a Web API: it runs built controls as the platform does. */
export interface HostPage {
  readonly page: Page
  readonly show: (options: HostPageOptions) => Promise<void>
  readonly firstPaint: (options: HostPageOptions, rows: number) => Promise<FirstPaint>
}

/** Opens host pages at the address of a Web API, with the production build of host and controls. */
export interface HostPages {
  readonly open: (
    browser: Browser,
    options: {
      readonly viewport: { readonly width: number; readonly height: number }
      /** The time on the page; absent: that of the machine. */
      readonly now?: Date
    },
  ) => Promise<HostPage>
}

/** Builds the controls where they are not current, and the page. `dataverse`: scheme, host and port. */
export async function hostPages(dataverse: string): Promise<HostPages> {
  const controls = new Map((await buildControls()).map(({ folder: name, path }) => [name, path]))
  const script = await pageScript()
  return {
    open: async (browser, { viewport, now }) => {
      const page = await browser.newPage({ viewport, locale: 'en-US', timezoneId: 'UTC' })
      if (now) await page.clock.setFixedTime(now)
      await page.route(`${dataverse}${folder}**`, async (route) => {
        const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(
          folder.length,
        )
        if (path === '') return route.fulfill({ contentType: 'text/html', body: html })
        if (path === filename)
          return route.fulfill({ contentType: 'text/javascript', body: script })
        const [, name = '', file = ''] = /^controls\/([^/]+)\/(.+)$/.exec(path) ?? []
        const built = controls.get(name)
        if (built === undefined) return route.fulfill({ status: 404 })
        const contentType = file.endsWith('.js') ? 'text/javascript' : 'text/xml'
        return route.fulfill({ contentType, body: await readFile(join(built, file)) })
      })
      await page.goto(dataverse + folder)
      const call = <Answer>(method: string, ...given: readonly unknown[]) =>
        page.evaluate<Answer>(
          `window.hostPage.${method}(${given.map((each) => JSON.stringify(each)).join(', ')})`,
        )
      return {
        page,
        show: (options) => call('show', options),
        firstPaint: (options, rows) => call('firstPaint', options, rows),
      }
    },
  }
}

async function pageScript(): Promise<string> {
  const output = await mkdtemp(join(tmpdir(), 'host-page-'))
  try {
    await new Promise<void>((resolve, reject) => {
      const page = join(project, 'test', 'browser', 'host-page', 'page.ts')
      const options = { ...webpackOptions(output), entry: page, output: { path: output, filename } }
      webpack(options, (error, stats) => {
        if (error) reject(error)
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')))
        else resolve()
      })
    })
    return await readFile(join(output, filename), 'utf8')
  } finally {
    await rm(output, { recursive: true, force: true })
  }
}
