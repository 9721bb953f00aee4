import type { OperationHandler } from '../../operation-context.js'
import { applyPolicyTemplate } from './apply-policy-template.js'
import { evaluateSyncItems } from './evaluate-sync-items.js'
import { listCommitPolicies } from './list-commit-policies.js'
import { listPolicyTemplates } from './list-policy-templates.js'
import { upsertCommitPolicies } from './upsert-commit-policies.js'

export const commitPolicyHandlers = {
  ApplyPolicyTemplate: { handle: applyPolicyTemplate },
  EvaluateSyncItems: { handle: evaluateSyncItems },
  ListCommitPolicies: { handle: listCommitPolicies },
  ListPolicyTemplates: { handle: listPolicyTemplates },
  UpsertCommitPolicies: { handle: upsertCommitPolicies },
} as const satisfies Readonly<Record<string, OperationHandler>>
