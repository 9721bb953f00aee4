import type { OperationHandler } from '../../operation-context.js'
import { getLineage, getLineageAsOpenLineage, getLineageAsProv } from './get-lineage.js'
import { verifyLedgerOfTable } from './verify-ledger.js'

export const proofHandlers = {
  GetLineage: { handle: getLineage },
  GetLineageAsOpenLineage: { handle: getLineageAsOpenLineage },
  GetLineageAsProv: { handle: getLineageAsProv },
  VerifyLedger: { handle: verifyLedgerOfTable },
} as const satisfies Readonly<Record<string, OperationHandler>>
