import type { OperationHandler } from '../../operation-context.js'
import { upsertCommitPolicies } from './upsert-commit-policies.js'

export const commitPolicyHandlers = {
  UpsertCommitPolicies: { handle: upsertCommitPolicies },
} as const satisfies Readonly<Record<string, OperationHandler>>
