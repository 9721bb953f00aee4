import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import type { Browser, Page } from 'playwright-core'

import { createApi } from '../../connector/service/example/api.js'
import type { Api } from '../../connector/service/example/api.js'
import { isClosed } from '../../connector/service/example/job-status.js'
import { commitMode } from '../../solution/app/choices.js'
import { dataIntegrationApp } from '../../solution/app/data-integration-app.js'
import { ledgerViews } from '../../solution/app/views/index.js'
import {
  contact,
  integrationLedger,
  integrationValueMap,
  ledgerStatus,
} from '../../solution/tables/index.js'
import { openBrowser } from '../support/open-browser.js'
import { AppPage } from './app-page.js'
import { Keyboard } from './keyboard.js'
import { startStack } from './stack.js'
import type { Stack } from './stack.js'

jasmine.DEFAULT_TIMEOUT_INTERVAL = 600_000

const { lastName, emailAddress1 } = contact.columns
const email = 'ada@agency.gov'
const hris = { sourceSystemKey: 'HRIS', entityType: contact.logicalName }

describe('A steward without a mouse', () => {
  let stack: Stack
  let browser: Browser
  let page: Page
  let keyboard: Keyboard

  const opened: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'data-integration-'))
    opened.push(() => rm(dataDirectory, { recursive: true, force: true }))
    stack = await startStack(dataDirectory, ['--no-example'])
    opened.push(() => stack.interrupt())
    await fill(createApi(stack.service, new AbortController().signal))
    browser = await openBrowser()
    opened.push(() => browser.close())
  })

  afterAll(async () => {
    for (const close of opened.reverse()) await close()
  })

  beforeEach(async () => {
    page = await browser.newPage()
    keyboard = new Keyboard(page)
    await new AppPage(page, stack).start()
  })

  afterEach(() => page.close())

  const rowsWhere = async (set: string, filter: string) => {
    const response = await fetch(`${stack.webApi}/${set}?$filter=${encodeURIComponent(filter)}`)
    if (!response.ok) throw new Error(await response.text())
    const { value } = (await response.json()) as { readonly value: readonly unknown[] }
    return value as readonly Readonly<Record<string, unknown>>[]
  }

  it('walks through Setup and Processing, from heading to heading', async () => {
    const [area] = dataIntegrationApp.siteMap.areas
    const groups = area?.groups ?? []
    expect(groups.map(({ title }) => title)).toEqual(['Setup', 'Processing'])
    await keyboard.tabTo('Skip to content')
    let key: 'Tab' | 'Shift+Tab' = 'Tab'
    for (const { subAreas } of groups) {
      for (const { title = '' } of subAreas) {
        await keyboard.tabTo(title, key)
        expect(await keyboard.follow())
          .withContext(title)
          .not.toBe('')
        const current = page.locator('nav [aria-current=page]')
        await current.filter({ hasText: new RegExp(`^${title}$`) }).waitFor()
        expect(await page.getByRole('main').getByRole('alert').allTextContents())
          .withContext(title)
          .toEqual([])
        key = 'Shift+Tab'
      }
    }
  })

  it('opens a job and its record in the same way', async () => {
    await keyboard.tabTo('Sync Jobs')
    await keyboard.follow()
    await keyboard.tabTo('keyboard-1')
    await keyboard.follow()
    await keyboard.untilFocused(({ tag, name }) => tag === 'H1' && name === 'keyboard-1')
    await keyboard.tabTo('Refresh')
  })

  it('certifies the value of a posted job on the timeline, which is certified from then on', async () => {
    await keyboard.tabTo(ledgerViews.held.name)
    await keyboard.follow()
    await page.getByText(email, { exact: true }).first().waitFor()
    await keyboard.tabTo(/^Certify .* from HRIS$/)
    await keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Certify/ })
      .waitFor()
    await keyboard.tabTo(/^Certify this value/)
    await keyboard.press('Enter')
    await page
      .getByText(/^Certified\./)
      .first()
      .waitFor()

    const { value, ledgerStatus: status } = integrationLedger.columns
    const rows = await rowsWhere(
      integrationLedger.entitySetName,
      `${value.logicalName} eq '${email}'`,
    )
    expect(rows.map((row) => row[status.logicalName])).toEqual([ledgerStatus.certified.value])
    // Its row has left the view; the focus has not left the timeline.
    await page.getByText(email, { exact: true }).first().waitFor({ state: 'detached' })
    await keyboard.untilFocused(({ tag }) => tag !== 'BODY')
  })

  it('fills a gap of the comparison in its cell, which is a row from then on', async () => {
    await keyboard.tabTo('Code Comparison')
    await keyboard.follow()
    await page.getByText('2 of 2 codes shown').waitFor()
    await keyboard.tabTo(/^NO/)
    const role = await page.evaluate<unknown>("document.activeElement?.getAttribute('role')")
    expect(role).toBe('rowheader')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowRight')
    await keyboard.press('ArrowRight')
    await keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel('Source code').waitFor()
    await keyboard.tabTo(/^Source code/)
    await page.keyboard.type('752')
    await keyboard.tabTo('Save')
    await keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    const { sourceCode, sourceSystemKey, canonicalCodeValue } = integrationValueMap.columns
    const rows = await rowsWhere(
      integrationValueMap.entitySetName,
      `${sourceCode.logicalName} eq '752'`,
    )
    expect(
      rows.map((row) => [row[sourceSystemKey.logicalName], row[canonicalCodeValue.logicalName]]),
    ).toEqual([['NUMERIC', 'SE']])
  })
})

/** A contact whose e-mail address waits for a steward, and a code list with a gap. */
async function fill(api: Api): Promise<void> {
  const policy = { targetTable: contact.logicalName, authoritativeSources: hris.sourceSystemKey }
  await api.upsertCommitPolicies([
    { ...policy, commitMode: commitMode.onIngest.label, createMissingRecords: true },
    {
      ...policy,
      fieldName: emailAddress1.logicalName,
      commitMode: commitMode.onCertify.label,
    },
  ])
  await api.upsertValueMaps(
    [
      ['ALPHA-3', 'NOR', 'NO'],
      ['ALPHA-3', 'SWE', 'SE'],
      ['NUMERIC', '578', 'NO'],
    ].map(([sourceSystemKey = '', sourceCode = '', canonicalCodeValue = '']) => ({
      codeList: 'Country',
      sourceSystemKey,
      sourceCode,
      sourceLabel: '',
      canonicalCodeValue,
      canonicalLabel: '',
    })),
  )
  let job = await api.submitSyncJob({
    ...hris,
    submissionKey: 'keyboard-1',
    items: [
      { externalKey: 'E-100', fieldName: lastName.logicalName, newValue: 'Lovelace' },
      { externalKey: 'E-100', fieldName: emailAddress1.logicalName, newValue: email },
    ],
  })
  while (!isClosed(job)) {
    await pause(100)
    job = await api.getSyncJob(job.jobId)
  }
  expect(job.held).withContext(JSON.stringify(job)).toBe(1)
}
