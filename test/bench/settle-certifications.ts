import { setTimeout as pause } from 'node:timers/promises'

import { filter, query, updateMultiple } from '../../connector/dataverse/index.js'
import type { DataverseClient } from '../../connector/dataverse/index.js'
import { commitMode } from '../../solution/app/choices.js'
import { contact, integrationLedger } from '../../solution/tables/index.js'
import type { Bench } from './bench.js'
import { allowContacts, benchSource, contactItems, fields } from './contacts.js'
import { runJob } from './run-job.js'
import { readTrace, resetTrace } from './trace.js'
import type { TraceEntry } from './trace.js'

const records = 1_000
const pollMs = 50

/** The requests that settling 1,000 certifications takes, each on a record of its own. */
export async function settleCertifications(bench: Bench): Promise<number> {
  return bench.withStack(async ({ api, client, dataverseUrl, ...stack }) => {
    await allowContacts(api)
    const [held = ''] = fields
    await api.upsertCommitPolicies([
      {
        targetTable: contact.logicalName,
        fieldName: held,
        authoritativeSources: benchSource,
        commitMode: commitMode.onCertify.label,
      },
    ])
    const items = contactItems(0, records + 1)
    await runJob({ api, dataverseUrl, ...stack }, items, () => true)
    const [first, ...entries] = await heldEntries(client)
    // One before the others: from then on the worker has the metadata in its cache.
    await certify(client, first ? [first] : [])
    await untilSettled(client)
    await resetTrace(dataverseUrl)
    await certify(client, entries)
    const asked = await untilSettled(client)
    // Locks are given back after the last decision has taken effect.
    await pause(10 * pollMs)
    return requestsOfSettling(await readTrace(dataverseUrl), asked)
  })
}

/** Without the decisions themselves, our own asking, and looks for decisions or jobs that found none. */
function requestsOfSettling(entries: readonly TraceEntry[], asked: number): number {
  const counted = entries.filter(({ method, rowsRead }) => method !== 'GET' || rowsRead > 0)
  return counted.length - 1 - asked
}

const ledger = filter(integrationLedger)

async function heldEntries(client: DataverseClient): Promise<readonly string[]> {
  const ids: string[] = []
  const pages = client.pages(
    query(integrationLedger, {
      select: ['name'],
      filter: ledger.and(ledger.eq('ledgerStatus', 'pending'), ledger.isNull('appliedOn')),
    }),
  )
  for await (const page of pages) ids.push(...page.rows.map(({ id }) => id))
  return ids
}

function certify(client: DataverseClient, ids: readonly string[]): Promise<unknown> {
  const rows = ids.map((id) => ({ id, row: { ledgerStatus: 'certified' as const } }))
  return client.send(updateMultiple(integrationLedger, rows))
}

/** How often it was asked and answered that something is still to be settled. */
async function untilSettled(client: DataverseClient): Promise<number> {
  for (let asked = 0; ; asked += 1) {
    const { rows } = await client.send(
      query(integrationLedger, {
        select: ['name'],
        filter: ledger.differs('ledgerStatus', 'settledStatus'),
        top: 1,
      }),
    )
    if (rows.length === 0) return asked
    await pause(pollMs)
  }
}
