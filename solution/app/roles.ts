import type { Table } from '../model/index.js'
import { role } from '../model/solution/builders/index.js'
import {
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLane,
  integrationLedger,
  integrationPayload,
  integrationSubscription,
  integrationSyncItem,
  integrationSyncJob,
  integrationValueMap,
} from '../tables/index.js'

/**
 * Who may do what, on all rows: Create, Read, Write, Delete, Append, append To, aSsign, sHare.
 *
 * - A steward decides entries by Ledger Status and Notes; the other columns of an entry are secured
 *   or read-only on forms. Value maps are a steward's to keep; wrong ones are deactivated.
 * - The service needs what a person may do through it, too: where it acts for a caller, the platform
 *   grants what both may. It deletes only what has served: payloads and expired subscriptions.
 * - Lanes, payloads and subscriptions are machinery, and payloads hold values of every column.
 */
// prettier-ignore
const matrix: readonly (readonly [
  table: Table,
  administrator: string,
  steward: string,
  service: string,
  reader: string,
])[] = [
  //                       administrator steward service  reader
  [integrationIdentifier,   'CRWDATSH',  'R',    'CRW',   'R'],
  [integrationValueMap,     'CRWDATSH',  'CRW',  'CRW',   'R'],
  [integrationCommitPolicy, 'CRWDATSH',  'R',    'CRWT',  'R'],
  [integrationSyncJob,      'CRWDATSH',  'R',    'CRWT',  'R'],
  [integrationSyncItem,     'CRWDATSH',  'R',    'CRWAT', 'R'],
  [integrationLedger,       'CRWDATSH',  'RW',   'CRWAT', 'R'],
  [integrationLane,         'CRWDATSH',  '',     'CRW',   ''],
  [integrationPayload,      'CRWDATSH',  '',     'CRWDA', ''],
  [integrationSubscription, 'CRWDATSH',  '',     'CRWD',  ''],
]

export const administratorRole = role('Data Integration Administrator', {
  description: 'Sets up sources, value maps and policies, and sees to jobs and their machinery.',
  grants: matrix.map(([table, verbs]) => ({ table, verbs })),
})

export const stewardRole = role('Data Steward', {
  description: 'Certifies, rejects and revokes values, and keeps the value maps.',
  grants: matrix.map(([table, , verbs]) => ({ table, verbs })),
})

export const serviceRole = role('Integration Service', {
  description: 'What the integration service and its workers do, but for the target tables.',
  grants: matrix.map(([table, , , verbs]) => ({ table, verbs })),
  // Entries name the user who certified; callers are acted for in person.
  platform: ['prvReadUser', 'prvAppendToUser', 'prvActOnBehalfOfAnotherUser'],
})

export const readerRole = role('Data Integration Reader', {
  description: 'Looks at the crosswalk, the value maps, the policies, the jobs and the ledger.',
  grants: matrix.map(([table, , , , verbs]) => ({ table, verbs })),
})

export const roles = [administratorRole, stewardRole, serviceRole, readerRole] as const
