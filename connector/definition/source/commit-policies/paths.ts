import { operation } from '../operation.js'
import { body } from '../parameters.js'
import { ref } from '../schemas.js'
import type { PathItem } from '../swagger.js'

export const commitPoliciesPaths: Readonly<Record<string, PathItem>> = {
  '/commit-policies': {
    post: operation({
      operationId: 'UpsertCommitPolicies',
      summary: 'Add or change commit policies',
      description:
        'Adds or changes up to 5,000 policies. Sent again, the same policies change nothing.',
      'x-ms-visibility': 'advanced',
      parameters: [body('The policies.', ref('UpsertCommitPoliciesRequest'))],
      success: {
        description: 'How many policies were added, changed and left as they were.',
        schema: ref('UpsertResult'),
        example: { received: 3, created: 1, updated: 1, unchanged: 1 },
      },
      errors: [
        'UnknownTable',
        'UnknownColumn',
        'ProtectedTable',
        'TooManyTables',
        'AmbiguousPolicy',
      ],
    }),
  },
}
