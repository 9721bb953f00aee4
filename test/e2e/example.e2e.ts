import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { Browser, Page } from 'playwright-core'

import { itemViews, ledgerViews } from '../../solution/app/views/index.js'
import type { Table } from '../../solution/model/index.js'
import {
  country,
  direction,
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
  ledgerStatus,
  stateOrProvince,
} from '../../solution/tables/index.js'
import { openBrowser } from '../support/open-browser.js'
import { AppPage } from './app-page.js'
import { startStack, untilGone } from './stack.js'
import type { Stack } from './stack.js'

jasmine.DEFAULT_TIMEOUT_INTERVAL = 600_000

interface SyncJob {
  readonly jobId: string
  readonly jobStatus: string
  readonly received: number
}

describe('npm start', () => {
  let dataDirectory: string
  let stack: Stack
  let browser: Browser
  let page: Page
  let app: AppPage

  const opened: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'data-integration-'))
    opened.push(() => rm(dataDirectory, { recursive: true, force: true }))
    stack = await startStack(dataDirectory)
    opened.push(() => stack.interrupt())
    browser = await openBrowser()
    opened.push(() => browser.close())
  })

  afterAll(async () => {
    for (const close of opened.reverse()) await close()
  })

  beforeEach(async () => {
    page = await browser.newPage()
    app = new AppPage(page, stack)
    await app.start()
  })

  afterEach(() => page.close())

  const read = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
    const response = await fetch(`${stack.webApi}/${path}`)
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
  const rowCount = async ({ entitySetName }: Table): Promise<number> => {
    const { value } = await read(`${entitySetName}?$apply=aggregate($count as count)`)
    return (value as readonly { readonly count: number }[])[0]?.count ?? 0
  }

  /** The rows of a query, once there are any. */
  const untilFound = async (path: string) => {
    for (;;) {
      const { value } = await read(path)
      const rows = value as readonly Readonly<Record<string, unknown>>[]
      if (rows.length > 0) return rows
      await pause(100)
    }
  }

  it('opens the app where it says, and from the root of that address', async () => {
    expect(new URL(stack.app).pathname).toBe('/app')
    await page.goto(new URL('/', stack.app).href)
    await app.heading().waitFor()
    expect(page.url()).toContain(`${stack.app}/`)
    const other = page.getByRole('navigation', { name: 'Other pages' })
    expect(await other.getByRole('link').allTextContents()).toEqual([
      'Data Integration Example',
      'All tables',
    ])
  })

  it('shows the three jobs of the example, received being the sum of the outcomes', async () => {
    const { received, ...others } = integrationSyncJob.columns
    const { applied, held, unchanged, superseded, rejected, failed } = others
    for (const [name, count] of [
      [/^example-ISO-3166-[0-9a-f]{8}$/, 2 * 249],
      [/^example-IOC-/, 2 * 205],
      [/^example-ISO-3166-2-/, 2 * 5_070],
    ] as const) {
      await app.openTable('main', integrationSyncJob)
      await app.openRecord(name)
      const counts: number[] = []
      for (const { label } of [received, applied, held, unchanged, superseded, rejected, failed]) {
        counts.push(Number((await app.valueOf(label)).replace(/\D/g, '')))
      }
      const [total, ...outcomes] = counts
      expect(total).withContext(String(name)).toBe(count)
      expect(outcomes.reduce((sum, each) => sum + each, 0))
        .withContext(String(name))
        .toBe(count)
    }
  })

  it('has every country and subdivision once, each subdivision in its country', async () => {
    await app.openTable('example', country)
    expect(await app.range()).toBe('1-50 of 249')
    expect(await rowCount(stateOrProvince)).toBe(5_070)
    await app.openTable('example', stateOrProvince, 'Oslo')
    await app.openRecord('Oslo')
    await app.main.getByRole('link', { name: 'Norway' }).click()
    await app.heading().filter({ hasText: 'Norway' }).waitFor()
  })

  it('leads to a held item, all its reasons, and its job', async () => {
    await app.openTable('main', integrationSyncItem)
    await app.button(/^Active Integration Sync Items/).click()
    await page.getByRole('menuitemcheckbox', { name: itemViews.held.name }).click()
    await app.heading().filter({ hasText: itemViews.held.name }).waitFor()
    const rows = app.main.getByRole('row').filter({ hasText: 'KOS' })
    await rows.first().waitFor()
    const reasons = (await rows.allTextContents()).join()
    expect(await rows.count()).toBe(2)
    expect(reasons).toMatch(/no map/i)
    expect(reasons).toMatch(/no record/i)
    await rows
      .first()
      .getByRole('link', { name: /^example-IOC/ })
      .click()
    await app.heading().filter({ hasText: 'example-IOC' }).waitFor()
  })

  it('shows held names on the timeline with their reasons, and certifies one there, which takes effect', async () => {
    await app.openEntry('main', ledgerViews.held.name)
    await app.main
      .getByText(/^\d+ entries$/)
      .first()
      .waitFor()
    await app.main.getByPlaceholder(/^Search/).fill('Bolivia')
    const reason = app.main.getByText(/^"Bolivia" from IOC is held\. .* ranks ISO-3166 higher/)
    await reason.waitFor()
    await app.main
      .getByRole('listitem')
      .filter({ hasText: '"Bolivia" from IOC is held' })
      .getByRole('button', { name: /^Certify/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^Certify/ }).click()
    await app.main
      .getByText(/^Certified\./)
      .first()
      .waitFor()

    const { value, ledgerStatus: status, sourceSystemKey } = integrationLedger.columns
    const { value: rows } = await read(
      `${integrationLedger.entitySetName}?$filter=${value.logicalName} eq 'Bolivia' and ${sourceSystemKey.logicalName} eq 'IOC'`,
    )
    const statuses = (rows as readonly Record<string, unknown>[]).map(
      (row) => row[status.logicalName],
    )
    expect(statuses).toEqual([ledgerStatus.certified.value])

    // A moment later the name is on the record, and offered to the other source.
    const { targetId, settledStatus } = integrationLedger.columns
    const settled = `${value.logicalName} eq 'Bolivia' and ${settledStatus.logicalName} eq ${ledgerStatus.certified.value}`
    const [entry] = await untilFound(`${integrationLedger.entitySetName}?$filter=${settled}`)
    const record = `${country.entitySetName}(${String(entry?.[targetId.logicalName])})`
    expect((await read(record))[country.columns.name.logicalName]).toBe('Bolivia')

    const { externalKey, newValue, integrationSyncJob: job } = integrationSyncItem.columns
    const [offered] = await untilFound(
      `${integrationSyncItem.entitySetName}?$filter=${newValue.logicalName} eq 'Bolivia' and ${externalKey.logicalName} eq 'BO'&$expand=${job.schemaName}`,
    )
    const jobColumns = integrationSyncJob.columns
    expect(offered?.[job.schemaName]).toEqual(
      jasmine.objectContaining({
        [jobColumns.direction.logicalName]: direction.outbound.value,
        [jobColumns.sourceSystemKey.logicalName]: 'ISO-3166',
      }),
    )
  })

  it('shows on a country where its values came from, beside them and on its timeline', async () => {
    await app.openTable('example', country, 'Brunei')
    await app.openRecord(/^Brunei/)
    const timeline = app.main.getByRole('region', { name: 'Provenance' })
    await timeline.getByText('2 values contradict each other').waitFor()
    expect(await timeline.getByText('Brunei', { exact: true }).count()).toBeGreaterThan(0)
    expect(await timeline.getByText('Bolivia').count()).toBe(0)
    const fields = app.main.getByRole('region', { name: country.label })
    await fields
      .getByText(/ISO-3166/)
      .first()
      .waitFor()
    await fields.getByText('1 waiting').waitFor()
  })

  it('takes a missing mapping in the comparison, which is a row from then on', async () => {
    await app.openEntry('main', 'Code Comparison')
    await app.main.getByText(/^249 of 249/).waitFor()
    await app.button('Add mapping').click()
    const form = page.getByRole('dialog')
    await form.getByRole('combobox', { name: 'Source system' }).fill('IOC')
    await page.keyboard.press('Tab')
    await form.getByLabel('Source code').fill('KOS')
    await form.getByLabel('Canonical code').fill('XK')
    await form.getByRole('button', { name: 'Save' }).click()
    await app.main.getByText(/^250 of 250/).waitFor()

    const { sourceCode, sourceSystemKey, canonicalCodeValue } = integrationValueMap.columns
    const { value: rows } = await read(
      `${integrationValueMap.entitySetName}?$filter=${sourceCode.logicalName} eq 'KOS'`,
    )
    const [mapped, ...more] = rows as readonly Record<string, unknown>[]
    expect(more).toEqual([])
    expect(mapped?.[sourceSystemKey.logicalName]).toBe('IOC')
    expect(mapped?.[canonicalCodeValue.logicalName]).toBe('XK')
  })

  it('shows the tables of the platform, too, as pages to read', async () => {
    await page.getByRole('link', { name: 'All tables' }).click()
    await page.getByRole('link', { name: 'Users' }).first().click()
    await page.getByRole('link', { name: /Okafor/ }).click()
    expect(await app.heading().textContent()).toContain('Okafor')
  })

  it('reads well in the dark and on a narrow screen', async () => {
    const narrow = await browser.newPage({
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    })
    try {
      const small = new AppPage(narrow, stack)
      await small.openTable('example', country, 'Brunei')
      await small.openRecord(/^Brunei/)
      await small.main.getByText('2 values contradict each other').waitFor()
      expect(await narrow.evaluate<number>('document.documentElement.scrollWidth')).toBe(320)
      const background = await narrow.evaluate<string>(
        'getComputedStyle(document.body).backgroundColor',
      )
      const brightness = background.match(/\d+/g)?.slice(0, 3).map(Number) ?? [255]
      expect(Math.max(...brightness)).toBeLessThan(64)
    } finally {
      await narrow.close()
    }
  })

  it('runs one more job that is posted, and shows it first', async () => {
    const answer = await fetch(`${stack.service}/sync-jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        sourceSystemKey: 'ISO-3166',
        entityType: country.logicalName,
        submissionKey: 'e2e-1',
        items: [
          {
            externalKey: 'AQ',
            fieldName: country.columns.name.logicalName,
            newValue: 'Frozen <b>Antarctica',
          },
        ],
      }),
    })
    expect(answer.status).toBe(201)
    let job = (await answer.json()) as SyncJob
    while (!job.jobStatus.startsWith('Completed')) {
      await pause(100)
      job = (await (await fetch(`${stack.service}/sync-jobs/${job.jobId}`)).json()) as SyncJob
    }
    expect(job.received).toBe(1)
    await app.openTable('main', integrationSyncJob)
    const first = app.main.getByRole('row').nth(1).getByRole('link').first()
    expect(await first.getAttribute('href')).toContain(job.jobId)
    await app.openTable('example', country, 'Frozen')
    await app.openRecord(/Frozen <b>Antarctica/)
    const timeline = app.main.getByRole('region', { name: 'Provenance' })
    await timeline.getByText('Frozen <b>Antarctica', { exact: true }).first().waitFor()
  })

  it('stops all of it on Ctrl-C, and loads nothing twice when started again', async () => {
    const tables = [country, stateOrProvince, integrationSyncJob, integrationSyncItem]
    const rowCounts = () => Promise.all(tables.map(rowCount))
    const before = await rowCounts()
    const processes = await stack.descendants()
    if (process.platform !== 'win32') expect(processes.length).toBeGreaterThanOrEqual(3)

    expect(await stack.interrupt()).toBe(0)
    await untilGone(processes)
    for (const address of [stack.app, stack.service]) {
      await expectAsync(fetch(address)).toBeRejected()
    }

    stack = await startStack(dataDirectory)
    expect(stack.output()).toContain('nothing is loaded twice')
    expect(await rowCounts()).toEqual(before)
  })
})
