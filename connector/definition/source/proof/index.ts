import type { Family } from '../swagger.js'
import { lineageDefinitions } from './lineage-definitions.js'
import { lineagePaths } from './lineage-paths.js'
import { verificationDefinitions } from './verification-definitions.js'
import { verificationPaths } from './verification-paths.js'

/** What can be proved of the ledger, and where its values come from. */
export const proof: Family = {
  paths: { ...lineagePaths, ...verificationPaths },
  definitions: { ...lineageDefinitions, ...verificationDefinitions },
  duties: {
    GetLineage: 'read',
    GetLineageAsProv: 'read',
    GetLineageAsOpenLineage: 'read',
    VerifyLedger: 'administer',
  },
}
