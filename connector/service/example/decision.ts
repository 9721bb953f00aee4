import { setTimeout as pause } from 'node:timers/promises'

import { country, direction, ledgerStatus } from '../../../solution/tables/index.js'
import type { Api, LedgerEntry } from './api.js'
import type { LoadOptions } from './load-example.js'
import { source } from './sources.js'

const { name } = country.columns

/** The Olympic committee's name of a country that ISO names otherwise. */
const chosenName = 'Moldova'

/**
 * Makes one decision on the example as a steward would, and takes it back: a held name is certified,
 * offered to the other source, and revoked, which offers the name that returns. Gives what happened, a sentence a step;
 * none where the name does not wait.
 */
export async function decideExample(
  api: Api,
  options: LoadOptions = {},
): Promise<readonly string[]> {
  const found = await api.listLedgerEntries({
    sourceSystemKey: source.ioc,
    targetTable: country.logicalName,
    aspectKey: name.logicalName,
    ledgerStatus: ledgerStatus.pending.label,
  })
  const held = found.find(({ value }) => value === chosenName)
  if (!held) return []
  options.onProgress?.(`${chosenName}: certified, to be settled`)
  await api.certifyLedgerEntry(held.ledgerEntryId)
  const certified = await settled(api, held.ledgerEntryId, ledgerStatus.certified.label, options)
  const offered = await offeredNames(api)
  options.onProgress?.(`${chosenName}: revoked, to be settled`)
  await api.revokeLedgerEntry(held.ledgerEntryId)
  const revoked = await settled(api, held.ledgerEntryId, ledgerStatus.revoked.label, options)
  const offeredAgain = (await offeredNames(api)).filter((sentence) => !offered.includes(sentence))
  return [certified.reason ?? '', ...offered, `Revoked. ${revoked.reason ?? ''}`, ...offeredAgain]
}

async function settled(
  api: Api,
  id: string,
  status: string,
  { pollMs = 250, signal }: LoadOptions,
): Promise<LedgerEntry> {
  for (;;) {
    const entry = await api.getLedgerEntry(id)
    if (entry.settledStatus === status) return entry
    await pause(pollMs, undefined, signal ? { signal } : {})
  }
}

/** What waits for ISO to take it over, each as a sentence. */
async function offeredNames(api: Api): Promise<readonly string[]> {
  const jobs = await api.listSyncJobs({
    sourceSystemKey: source.iso,
    direction: direction.outbound.label,
  })
  const lines: string[] = []
  for (const { jobId } of jobs) {
    for (const { externalKey, newValue } of await api.listSyncItems(jobId, {})) {
      lines.push(`Offered to ${source.iso}, as its ${externalKey}: "${newValue ?? ''}".`)
    }
  }
  return lines
}
