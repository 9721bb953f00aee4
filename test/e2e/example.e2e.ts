import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { Browser, Page } from 'playwright-core'

import {
  country,
  integrationSyncItem,
  integrationSyncJob,
  itemStatus,
  stateOrProvince,
} from '../../solution/tables/index.js'
import { openBrowser } from '../support/open-browser.js'
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
  })

  afterEach(() => page.close())

  /** The numbers in the row of this source's job on the overview, from Received on. */
  async function countsOf(sourceSystemKey: string): Promise<readonly number[]> {
    const cells = page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: sourceSystemKey, exact: true }) })
      .last()
      .locator('td.number')
    return (await cells.allTextContents()).map((text) => Number(text.replace(/\D/g, '')))
  }

  const rowCount = async (): Promise<number> =>
    Number((await page.getByRole('status').textContent())?.replace(/\D/g, ''))

  it('shows the three jobs of the example, received being the sum of the outcomes', async () => {
    await page.goto(stack.app)
    for (const [source, received] of [
      ['ISO-3166', 2 * 249],
      ['IOC', 2 * 205],
      ['ISO-3166-2', 2 * 5_070],
    ] as const) {
      const [total, ...outcomes] = await countsOf(source)
      expect(total).withContext(source).toBe(received)
      expect(outcomes.length).toBe(6)
      expect(outcomes.reduce((sum, count) => sum + count, 0))
        .withContext(source)
        .toBe(received)
    }
  })

  it('has every country and subdivision once, each subdivision in its country', async () => {
    await page.goto(`${stack.app}/app/${country.entitySetName}`)
    expect(await rowCount()).toBe(249)
    await page.goto(`${stack.app}/app/${stateOrProvince.entitySetName}`)
    expect(await rowCount()).toBe(5_070)
    await page.getByLabel('Search').fill('NO-03')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'Oslo' }).click()
    await page.getByRole('link', { name: 'Norway' }).first().click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Norway')
    expect(await page.getByRole('link', { name: 'Oslo' }).count()).toBe(1)
  })

  it('leads from a job to a held item and its reason, and on to the record', async () => {
    await page.goto(stack.app)
    const job = page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: 'IOC', exact: true }) })
      .first()
    await job.getByRole('rowheader').getByRole('link').click()
    const held = page.locator(`dt:text-is("${integrationSyncJob.columns.held.label}") + dd a`)
    const heldCount = Number(await held.textContent())
    expect(heldCount).toBeGreaterThan(20)
    await held.click()
    expect(await rowCount()).toBe(heldCount)
    expect(await page.getByText(itemStatus.held.label, { exact: true }).count()).toBeGreaterThan(20)

    await page.getByLabel('Search').fill('KOS')
    await page.getByRole('button', { name: 'Search' }).click()
    const reasons = await page.getByRole('row').filter({ hasText: 'KOS' }).allTextContents()
    expect(reasons.length).toBe(2)
    expect(reasons.join()).toMatch(/no map/i)
    expect(reasons.join()).toMatch(/no record/i)
  })

  it('shows on a country who sent another name, both values and why it waits', async () => {
    await page.goto(`${stack.app}/app/${country.entitySetName}?q=Bolivia`)
    await page.getByRole('rowheader').first().getByRole('link').click()
    const ledger = page.getByRole('region', { name: /^Ledger/ })
    const entries = (await ledger.getByRole('row').allTextContents()).map((text) =>
      text.replace(/\s+/g, ' '),
    )
    const held = entries.find((text) => text.includes('IOC'))
    expect(held).toContain('Pending')
    expect(held).toContain('Bolivia')
    expect(held).toContain('ISO-3166')
  })

  it('reads well in the dark and on a narrow screen', async () => {
    const narrow = await browser.newPage({
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    })
    try {
      for (const path of ['/', `/app/${country.entitySetName}`]) {
        await narrow.goto(stack.app + path)
        const wide = await narrow.evaluate<number>('document.documentElement.scrollWidth')
        const background = await narrow.evaluate<string>(
          'getComputedStyle(document.body).backgroundColor',
        )
        expect(wide).toBe(320)
        expect(background).toBe('rgb(27, 26, 25)')
      }
      expect((await narrow.screenshot()).length).toBeGreaterThan(1_000)
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
    await page.goto(stack.app)
    const first = page.getByRole('row').nth(1)
    expect(await first.getByRole('rowheader').getByRole('link').getAttribute('href')).toContain(
      job.jobId,
    )
    await page.goto(`${stack.app}/app/${country.entitySetName}?q=Frozen`)
    expect(await page.getByRole('rowheader').textContent()).toContain('Frozen <b>Antarctica')
  })

  it('stops all of it on Ctrl-C, and loads nothing twice when started again', async () => {
    const tables = [country, stateOrProvince, integrationSyncJob, integrationSyncItem]
    const rowCounts = async (): Promise<readonly number[]> => {
      const counts: number[] = []
      for (const { entitySetName } of tables) {
        await page.goto(`${stack.app}/app/${entitySetName}`)
        counts.push(await rowCount())
      }
      return counts
    }
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
