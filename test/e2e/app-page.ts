import type { Locator, Page } from 'playwright-core'

import { dataIntegrationApp } from '../../solution/app/data-integration-app.js'
import { exampleApp } from '../../solution/app/example/example-app.js'
import type { Table } from '../../solution/model/index.js'
import type { Stack } from './stack.js'

const apps = { main: dataIntegrationApp.uniqueName, example: exampleApp.uniqueName }

/** Building client and controls takes a while on a slow machine. */
const buildMs = 500_000

/** The local model-driven app in a browser, as somebody uses it. */
export class AppPage {
  readonly main: Locator

  constructor(
    readonly page: Page,
    private readonly stack: Stack,
  ) {
    this.main = page.getByRole('main')
    page.setDefaultTimeout(60_000)
  }

  /** Opens where `npm start` says the app is, and waits until it is built. */
  async start(): Promise<void> {
    await this.page.goto(`${this.stack.app}/`)
    await this.page.waitForSelector('#main', { timeout: buildMs })
  }

  /** Shows the rows of a table's default view that begin with `search`. */
  async openTable(app: keyof typeof apps, { logicalName }: Table, search = ''): Promise<void> {
    const query = search === '' ? '' : `?q=${encodeURIComponent(search)}`
    await this.page.goto(`${this.stack.app}/#/${apps[app]}/table/${logicalName}${query}`)
    await this.heading().waitFor()
  }

  /** Follows an entry of the site map. */
  async openEntry(app: keyof typeof apps, title: string): Promise<void> {
    await this.page.goto(`${this.stack.app}/#/${apps[app]}`)
    await this.page.getByRole('link', { name: title, exact: true }).click()
  }

  /** Opens the record that a row of the grid names. */
  async openRecord(name: string | RegExp): Promise<void> {
    await this.main.getByRole('link', { name }).first().click()
    await this.button('Refresh').waitFor()
    await this.button('Save').waitFor()
  }

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', { name })
  }

  /** What the grid says of how many rows there are: `1-50 of 249`. */
  async range(): Promise<string> {
    const range = this.main.getByText(/^\d[\d,]*-[\d,]+ of [\d,]+\+?$|^No rows$/)
    return (await range.textContent()) ?? ''
  }

  /** The value of a field of the form. */
  async valueOf(label: string): Promise<string> {
    return this.main.getByLabel(label, { exact: true }).inputValue()
  }
}
