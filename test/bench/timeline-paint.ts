import { startLocalDataverse } from '../../solution/local/index.js'
import { integrationLedger, ledgerStatus } from '../../solution/tables/index.js'
import type { FirstPaint, HostPageOptions } from '../browser/host-page/options.js'
import { hostPages } from '../support/host-page.js'
import { openBrowser } from '../support/open-browser.js'
import type { Bench } from './bench.js'

const entries = 10_000
/** Pages of a browser that is open already; each runs the control's code for the first time. */
const pages = 7
const { columns, entitySetName, logicalName } = integrationLedger
const target = { table: 'contact', id: '0b9e4d5a-7c1f-4a53-9a55-3f7f2a0c1d01' }

/** The timeline in the host, given 10,000 entries of one record at once: each time it took. */
export async function timelinePaints(bench: Bench): Promise<readonly FirstPaint[]> {
  const store = await startLocalDataverse({ data: ':memory:' })
  const browser = await openBrowser()
  try {
    await makeEntries(store.origin)
    const host = await hostPages(store.origin)
    const paints: FirstPaint[] = []
    for (let round = 0; round < pages; round += 1) {
      const { firstPaint, page } = await host.open(browser, {
        viewport: { width: 1_000, height: 800 },
      })
      const paint = await firstPaint(timeline, entries)
      bench.say(`  ${paint.milliseconds.toFixed(0)} ms, ${paint.rows} rows`)
      paints.push(paint)
      await page.close()
    }
    return paints
  } finally {
    await browser.close()
    await store.close()
  }
}

const timeline: HostPageOptions = {
  control: 'LedgerTimeline',
  theme: 'light',
  isRightToLeft: false,
  languageId: 1033,
  locale: 'en-US',
  width: 960,
  label: 'Provenance',
  dataSets: {
    records: {
      table: logicalName,
      fetchXml: `<fetch><entity name="${logicalName}"><attribute name="${columns.name.logicalName}"/></entity></fetch>`,
      columns: [{ name: columns.name.logicalName, width: 100 }],
      pageSize: 5_000,
    },
  },
  bound: {},
  inputs: {},
  record: target,
}

const sources = ['HRIS', 'ERP', 'Payroll']
const aspects = 100
const day = 86_400_000

/**
 * The history of a hundred columns from three sources: the newest of each source waits, as the ledger
 * lets it, one of each column is in force, and all others were certified once and superseded.
 */
async function makeEntries(origin: string): Promise<void> {
  const rows = Array.from({ length: entries }, (_, index) => entryRow(index))
  for (let start = 0; start < rows.length; start += 1_000) {
    const answer = await fetch(
      `${origin}/api/data/v9.2/${entitySetName}/Microsoft.Dynamics.CRM.CreateMultiple`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ Targets: rows.slice(start, start + 1_000) }),
      },
    )
    if (!answer.ok) throw new Error(await answer.text())
  }
}

/** `index`: 0 is the newest. */
function entryRow(index: number): Readonly<Record<string, unknown>> {
  const isHeld = index < aspects * sources.length
  const isInForce = !isHeld && index < aspects * (sources.length + 1)
  const observed = Date.UTC(2026, 10, 21) - (index * day) / 24
  const time = (at: number) => new Date(at).toISOString()
  return {
    '@odata.type': `Microsoft.Dynamics.CRM.${logicalName}`,
    [columns.name.logicalName]: `LEDGER-${index}`,
    [columns.ledgerAspect.logicalName]: 166_840_000,
    [columns.aspectKey.logicalName]: `column${index % aspects}`,
    [columns.targetTable.logicalName]: target.table,
    [columns.targetId.logicalName]: target.id,
    [columns.sourceSystemKey.logicalName]: sources[Math.floor(index / aspects) % sources.length],
    [columns.ledgerStatus.logicalName]: ledgerStatus[isHeld ? 'pending' : 'certified'].value,
    [columns.value.logicalName]: `Value ${index}`,
    [columns.previousValue.logicalName]: `Value ${index + aspects}`,
    [columns.reason.logicalName]: 'Its policy waits for a steward.',
    [columns.observedDateTime.logicalName]: time(observed),
    ...(isHeld ? {} : { [columns.appliedOn.logicalName]: time(observed) }),
    ...(isHeld || isInForce ? {} : { [columns.supersededOn.logicalName]: time(observed + day) }),
  }
}
