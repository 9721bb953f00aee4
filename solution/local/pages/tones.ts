import {
  integrationLedger,
  integrationSyncItem,
  integrationSyncJob,
  itemStatus,
  jobStatus,
  ledgerStatus,
} from '../../tables/index.js'

/** How a status is coloured, besides being named. */
export type Tone = 'good' | 'waiting' | 'bad'

const jobTones = new Map<number, Tone>([
  [jobStatus.completed.value, 'good'],
  [jobStatus.completedWithErrors.value, 'waiting'],
  [jobStatus.failed.value, 'bad'],
])

const itemTones = new Map<number, Tone>([
  [itemStatus.applied.value, 'good'],
  [itemStatus.held.value, 'waiting'],
  [itemStatus.rejected.value, 'bad'],
  [itemStatus.failed.value, 'bad'],
])

const ledgerTones = new Map<number, Tone>([
  [ledgerStatus.pending.value, 'waiting'],
  [ledgerStatus.certified.value, 'good'],
  [ledgerStatus.rejected.value, 'bad'],
  [ledgerStatus.revoked.value, 'bad'],
])

const tones: ReadonlyMap<string, ReadonlyMap<number, Tone>> = new Map([
  [integrationSyncJob.columns.jobStatus.logicalName, jobTones],
  [integrationSyncItem.columns.itemStatus.logicalName, itemTones],
  [integrationLedger.columns.ledgerStatus.logicalName, ledgerTones],
])

/** The tone of this value of a choice column; undefined for choices that are no status. */
export function toneOf(column: string, value: number): Tone | undefined {
  return tones.get(column)?.get(value)
}
