import type { Family } from '../swagger.js'
import { commitPoliciesDefinitions } from './definitions.js'
import { commitPoliciesPaths } from './paths.js'

export const commitPolicies: Family = {
  paths: commitPoliciesPaths,
  definitions: commitPoliciesDefinitions,
  duties: {
    ListCommitPolicies: 'read',
    UpsertCommitPolicies: 'administer',
    ListPolicyTemplates: 'read',
    ApplyPolicyTemplate: 'administer',
    EvaluateSyncItems: 'read',
  },
}
