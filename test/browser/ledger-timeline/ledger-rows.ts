import type { DataSetSource } from '../../../controls/host/types.js'
import { columnRelationships } from '../../../solution/model/solution/relationship.js'
import {
  integrationLedger,
  integrationSyncJob,
  ledgerStatus,
} from '../../../solution/tables/index.js'
import { webApiUrl } from '../web-api-page.js'

const { columns, entitySetName, logicalName } = integrationLedger
const set = `${webApiUrl}/${entitySetName}`
const json = { 'Content-Type': 'application/json' }

export type LedgerRow = Readonly<Record<string, unknown>>
export type Status = keyof typeof ledgerStatus

/** A pending entry of a country's name, but for what is given by column. */
export function ledgerRow(
  targetId: string,
  over: Partial<Record<keyof typeof columns, unknown>> = {},
): LedgerRow {
  const values: Partial<Record<keyof typeof columns, unknown>> = {
    name: 'LEDGER-1',
    ledgerAspect: 166_840_000,
    aspectKey: 'govcdm_name',
    targetTable: 'govcdm_country',
    targetId,
    sourceSystemKey: 'HRIS',
    ledgerStatus: ledgerStatus.pending.value,
    settledStatus: ledgerStatus.pending.value,
    value: 'Norway',
    reason: 'Its policy waits for a steward.',
    observedDateTime: '2026-03-01T02:30:00Z',
    ...over,
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      columns[name as keyof typeof columns].logicalName,
      value,
    ]),
  )
}

/** Makes an entry; its id. */
export async function makeEntry(row: LedgerRow): Promise<string> {
  const response = await fetch(set, {
    method: 'POST',
    headers: { ...json, Prefer: 'return=representation' },
    body: JSON.stringify(row),
  })
  if (!response.ok) throw new Error(await response.text())
  return String(((await response.json()) as LedgerRow)[integrationLedger.primaryId])
}

/** Makes many entries in one message. */
export async function makeEntries(rows: readonly LedgerRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1_000) {
    const response = await fetch(`${set}/Microsoft.Dynamics.CRM.CreateMultiple`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        Targets: rows
          .slice(start, start + 1_000)
          .map((row) => ({ '@odata.type': `Microsoft.Dynamics.CRM.${logicalName}`, ...row })),
      }),
    })
    if (!response.ok) throw new Error(await response.text())
  }
}

export async function readEntry(id: string): Promise<LedgerRow> {
  return (await (await fetch(`${set}(${id})`)).json()) as LedgerRow
}

export async function statusOf(id: string): Promise<unknown> {
  return (await readEntry(id))[columns.ledgerStatus.logicalName]
}

export async function setStatus(id: string, status: Status): Promise<void> {
  await fetch(`${set}(${id})`, {
    method: 'PATCH',
    headers: json,
    body: JSON.stringify({ [columns.ledgerStatus.logicalName]: ledgerStatus[status].value }),
  })
}

export async function deleteEntry(id: string): Promise<void> {
  await fetch(`${set}(${id})`, { method: 'DELETE' })
}

/** Makes a sync job, and the value that binds an entry to it. */
export async function makeJob(name: string): Promise<LedgerRow> {
  const { columns: job, entitySetName: jobs, primaryId } = integrationSyncJob
  const response = await fetch(`${webApiUrl}/${jobs}`, {
    method: 'POST',
    headers: { ...json, Prefer: 'return=representation' },
    body: JSON.stringify({
      [job.name.logicalName]: name,
      [job.jobStatus.logicalName]: 166_840_003,
      [job.sourceSystemKey.logicalName]: 'HRIS',
    }),
  })
  const id = String(((await response.json()) as LedgerRow)[primaryId])
  const [relationship] = columnRelationships(integrationLedger, columns.integrationSyncJob)
  if (!relationship) throw new Error('Entries point at no job.')
  return { [`${columns.integrationSyncJob.schemaName}@odata.bind`]: `/${jobs}(${id})` }
}

/** The dedicated view of the timeline. */
export function ledgerView(over: Partial<DataSetSource> = {}): DataSetSource {
  return {
    table: logicalName,
    viewId: 'a0000000-0000-4000-8000-000000000001',
    viewName: 'Timeline',
    fetchXml: `<fetch><entity name="${logicalName}"><attribute name="${columns.name.logicalName}"/></entity></fetch>`,
    columns: [{ name: columns.name.logicalName, width: 100 }],
    pageSize: 50,
    ...over,
  }
}
