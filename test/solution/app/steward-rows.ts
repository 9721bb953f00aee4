import { ledgerAspect } from '../../../solution/app/choices.js'
import type { Table } from '../../../solution/model/index.js'
import {
  integrationLedger,
  integrationSyncItem,
  direction,
  integrationSyncJob,
  itemStatus,
  jobStatus,
  ledgerStatus,
  outcomeReason,
} from '../../../solution/tables/index.js'

/** Rows of a table, and which of them (by name, in order) each view shows. */
interface RowsToFind {
  readonly table: Table
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly found: Readonly<Record<string, readonly string[]>>
}

const now = Date.now()
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString()

function entry(
  name: string,
  status: keyof typeof ledgerStatus,
  times: {
    readonly applied?: number
    readonly superseded?: number
    readonly stale?: number
    readonly drifted?: number
  },
  { source = 'HRIS', observed = 1 } = {},
) {
  const time = (column: string, days: number | undefined) =>
    days === undefined ? {} : { [column]: daysAgo(days) }
  return {
    govcdm_name: name,
    govcdm_ledgeraspect: ledgerAspect.field.value,
    govcdm_aspectkey: 'emailaddress1',
    govcdm_targettable: 'contact',
    govcdm_targetid: '11111111-1111-4111-8111-000000000001',
    govcdm_sourcesystemkey: source,
    govcdm_ledgerstatus: ledgerStatus[status].value,
    govcdm_observeddatetime: daysAgo(observed),
    govcdm_chainkey: name,
    ...time('govcdm_appliedon', times.applied),
    ...time('govcdm_supersededon', times.superseded),
    ...time('govcdm_staleon', times.stale),
    ...time('govcdm_driftedon', times.drifted),
  }
}

function item(
  name: string,
  status: keyof typeof itemStatus,
  reason: keyof typeof outcomeReason,
  value: string,
) {
  return {
    govcdm_name: name,
    govcdm_itemstatus: itemStatus[status].value,
    govcdm_outcomereason: outcomeReason[reason].value,
    govcdm_fieldname: 'gendercode',
    govcdm_newvalue: value,
  }
}

function job(name: string, submitted: number, counts: readonly number[]) {
  const [applied = 0, held = 0, failed = 0] = counts
  return {
    govcdm_name: name,
    govcdm_sourcesystemkey: 'HRIS',
    govcdm_jobstatus: jobStatus.completed.value,
    govcdm_submitteddatetime: daysAgo(submitted),
    overriddencreatedon: daysAgo(submitted),
    govcdm_applied: applied,
    govcdm_held: held,
    govcdm_unchanged: 0,
    govcdm_superseded: 0,
    govcdm_rejected: 0,
    govcdm_failed: failed,
  }
}

const offered = {
  ...job('offered', 50, [0, 0, 0]),
  [integrationSyncJob.columns.direction.logicalName]: direction.outbound.value,
}

export const rowsToFind = (): readonly RowsToFind[] => [
  {
    table: integrationLedger,
    rows: [
      entry('held', 'pending', {}, { observed: 1 }),
      entry('written', 'pending', { applied: 2 }, { source: 'ERP', observed: 2 }),
      entry('overtaken', 'pending', { superseded: 1 }, { observed: 3 }),
      entry('in force', 'certified', { applied: 2, stale: -5, drifted: 1 }),
      entry('gone stale', 'certified', { applied: 50, stale: 5 }),
      entry('long stale', 'certified', { applied: 500, stale: 200 }),
      entry('replaced', 'certified', { applied: 50, superseded: 3, stale: 5, drifted: 4 }),
      entry('uncertified, stale', 'pending', { applied: 60, stale: 1 }, { observed: 60 }),
      entry('rejected', 'rejected', { applied: 9, superseded: 8, stale: 7 }),
    ],
    found: {
      'Changed Outside': ['in force'],
      'Held Values': ['held'],
      'Pending Certification': ['held', 'written', 'uncertified, stale'],
      Stale: ['long stale', 'gone stale', 'uncertified, stale'],
    },
  },
  {
    table: integrationSyncItem,
    rows: [
      item('a', 'held', 'unmappedCode', 'X'),
      item('b', 'held', 'unmappedCode', 'X'),
      item('c', 'held', 'unmappedCode', 'Y'),
      item('d', 'rejected', 'unmappedCode', 'Z'),
      item('e', 'applied', 'committed', 'X'),
      item('f', 'failed', 'refusedByPlatform', 'X'),
      // The value of a record-level item is its whole record.
      { ...item('g', 'held', 'unmappedCode', '{}'), govcdm_fieldname: null },
    ],
    found: { 'Failed Items': ['f'] },
  },
  {
    table: integrationSyncJob,
    rows: [
      job('today', 0, [3, 1, 0]),
      job('last week', 7, [5, 0, 2]),
      job('old', 45, [7, 7, 7]),
      offered,
    ],
    found: {
      'Values Offered to Sources': ['offered'],
      'Jobs Today': ['today'],
      'Jobs of the Last 30 Days': ['today', 'last week'],
    },
  },
]

/** Which of them each chart counts, in order of name. */
export const charts: readonly { readonly name: string; readonly counted: readonly string[] }[] = [
  { name: 'Pending by Source', counted: ['held', 'uncertified, stale', 'written'] },
  { name: 'Pending by Table', counted: ['held', 'uncertified, stale', 'written'] },
  { name: 'Stale Certified Values by Table', counted: ['gone stale'] },
  { name: 'Unmapped Codes by Frequency', counted: ['a', 'b', 'c'] },
  { name: 'Outcomes by Day', counted: ['last week', 'today'] },
]
