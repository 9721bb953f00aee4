import type { OperationHandler } from '../../operation-context.js'
import { certifyLedgerEntries } from './certify-ledger-entries.js'
import { decideEntry } from './decide-entry.js'
import { explainLedgerEntry } from './explain-ledger-entry.js'
import { getLedgerEntry } from './get-ledger-entry.js'
import { listLedgerEntries } from './list-ledger-entries.js'
import { undoCertification } from './undo-certification.js'

export const ledgerHandlers = {
  CertifyLedgerEntries: { handle: certifyLedgerEntries },
  CertifyLedgerEntry: { handle: decideEntry('certify') },
  ExplainLedgerEntry: { handle: explainLedgerEntry },
  GetLedgerEntry: { handle: getLedgerEntry },
  ListLedgerEntries: { handle: listLedgerEntries },
  RejectLedgerEntry: { handle: decideEntry('reject') },
  RevokeLedgerEntry: { handle: decideEntry('revoke') },
  UndoCertification: { handle: undoCertification },
} as const satisfies Readonly<Record<string, OperationHandler>>
