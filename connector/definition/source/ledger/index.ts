import type { Family } from '../swagger.js'
import { ledgerDefinitions } from './definitions.js'
import { ledgerPaths } from './paths.js'

export const ledger: Family = {
  paths: ledgerPaths,
  definitions: ledgerDefinitions,
  duties: {
    ListLedgerEntries: 'read',
    GetLedgerEntry: 'read',
    ExplainLedgerEntry: 'read',
    CertifyLedgerEntry: 'certify',
    RejectLedgerEntry: 'certify',
    RevokeLedgerEntry: 'certify',
    CertifyLedgerEntries: 'certify',
    UndoCertification: 'certify',
  },
}
