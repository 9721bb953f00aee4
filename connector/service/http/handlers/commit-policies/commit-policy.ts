import type { StoredRow } from '../../../../dataverse/index.js'
import { integrationCommitPolicy } from '../../../../../solution/tables/index.js'
import { presentColumns } from '../../present.js'

/** The columns of a policy that answers show, under the same names. */
export const policyColumns = [
  'name',
  'targetTable',
  'fieldName',
  'authoritativeSources',
  'commitMode',
  'autoCertify',
  'staleAfterDays',
  'codeList',
  'unmappedCodes',
  'minimumConfidence',
  'createMissingRecords',
  'writeBack',
  'certificationsRequired',
] as const

export type PolicyRow = StoredRow<typeof integrationCommitPolicy, (typeof policyColumns)[number]>

/** `definitions/CommitPolicy`. */
export function presentPolicy(row: PolicyRow): object {
  return {
    commitPolicyId: row.id,
    ...presentColumns(integrationCommitPolicy, row, policyColumns),
    ...(row.autoCertify !== null && { autoCertify: row.autoCertify === 'yes' }),
  }
}
