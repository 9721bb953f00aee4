import type { TemplatePolicy } from '../../../templates/index.js'
import type { integrationCommitPolicy } from '../../../../../solution/tables/index.js'
import { commitPolicyId } from '../../../../engine/ids.js'
import type { OperationContext } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { differs } from '../../upsert-rows.js'
import type { WantedRow } from '../../upsert-rows.js'
import { aspectOf, policyRow } from './commit-policy-entry.js'
import { policiesOf, policyKey } from './stored-policies.js'
import type { PolicyRow } from './commit-policy.js'

export type Outcome = 'Created' | 'Unchanged' | 'Kept' | 'Overwritten' | 'Skipped'

/** What applying a template does to one policy. */
export interface PlannedPolicy {
  readonly policy: TemplatePolicy
  readonly outcome: Outcome
  readonly message?: string
  /** Present where something is written. */
  readonly wanted?: WantedRow<typeof integrationCommitPolicy>
}

/** Compares the policies of a template with those that are there. Writes nothing. */
export async function plannedPolicies(
  policies: readonly TemplatePolicy[],
  sources: readonly string[],
  overwrite: boolean,
  context: OperationContext,
): Promise<readonly PlannedPolicy[]> {
  const names = [...new Set(policies.map(({ targetTable }) => targetTable))]
  const tables = await context.metadata.tables(names)
  const present = await policiesOf(names, context.client)
  return policies.map((policy) => {
    const { targetTable, fieldName } = policy
    const table = tables.get(targetTable)
    if (!table) return skipped(policy, `There is no table ${targetTable}.`)
    if (fieldName !== undefined && !table.columns.has(fieldName)) {
      return skipped(policy, `Table ${targetTable} has no column ${fieldName}.`)
    }
    const rows = present.get(policyKey(targetTable, fieldName ?? '')) ?? []
    return planned(policy, sources, overwrite, rows)
  })
}

function skipped(policy: TemplatePolicy, message: string): PlannedPolicy {
  return { policy, outcome: 'Skipped', message }
}

function planned(
  policy: TemplatePolicy,
  sources: readonly string[],
  overwrite: boolean,
  rows: readonly PolicyRow[],
): PlannedPolicy {
  const [stored, ...others] = rows
  const entry = { ...policy, authoritativeSources: sources.join(';') }
  const row = policyRow(entry, !stored)
  const { targetTable, fieldName = '' } = policy
  const wanted = { id: stored?.id ?? commitPolicyId(targetTable, fieldName), row, present: stored }
  if (!stored) return { policy, outcome: 'Created', wanted }
  if (others.length > 0) {
    const message = `Several policies for ${aspectOf(entry)} are there: delete all but one.`
    return { policy, outcome: 'Kept', message }
  }
  if (!differs(row, stored)) return { policy, outcome: 'Unchanged' }
  if (overwrite) return { policy, outcome: 'Overwritten', wanted }
  const name = shorten(stored.name ?? stored.id)
  return { policy, outcome: 'Kept', message: `Policy ${name} is there and says something else.` }
}
