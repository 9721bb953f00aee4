import type { OperationHandler } from '../operation-context.js'
import { commitPolicyHandlers } from './commit-policies/index.js'
import { crosswalkHandlers } from './crosswalk/index.js'
import { designerHandlers } from './designer/index.js'
import { getHealth } from './get-health.js'
import { ledgerHandlers } from './ledger/index.js'
import { proofHandlers } from './proof/index.js'
import { syncJobHandlers } from './sync-jobs/index.js'
import { triggerHandlers } from './triggers/index.js'
import { valueMapHandlers } from './value-maps/index.js'

/** What answers each operation of the definition. */
export const handlers = {
  ...syncJobHandlers,
  ...crosswalkHandlers,
  ...valueMapHandlers,
  ...commitPolicyHandlers,
  ...ledgerHandlers,
  ...proofHandlers,
  ...triggerHandlers,
  ...designerHandlers,
  GetHealth: { handle: getHealth },
} as const satisfies Readonly<Record<string, OperationHandler>>

export type OperationName = keyof typeof handlers
