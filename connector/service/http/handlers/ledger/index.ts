import type { OperationHandler } from '../../operation-context.js'
import { listLedgerEntries } from './list-ledger-entries.js'

export const ledgerHandlers = {
  ListLedgerEntries: { handle: listLedgerEntries },
} as const satisfies Readonly<Record<string, OperationHandler>>
