import { columnSecurityProfile } from '../model/solution/builders/index.js'
import { ownTables } from '../tables/index.js'

/** Values, traces and hashes of the ledger are evidence: people read them, the service alone writes. */
export const columnSecurityProfiles = [
  columnSecurityProfile('Data Integration: Read Secured Columns', {
    description: 'For administrators, stewards and readers: see ledger values, traces and hashes.',
    tables: ownTables,
    write: false,
  }),
  columnSecurityProfile('Data Integration: Write Secured Columns', {
    description: 'For the user of the integration service only: write what the ledger vouches for.',
    tables: ownTables,
    write: true,
  }),
] as const
