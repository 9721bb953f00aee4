import type { TableDefinition } from '../../../../dataverse/index.js'
import { commitPolicyId } from '../../../../engine/ids.js'
import { integrationCommitPolicy } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import type { OperationContext, OperationRequest } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { existingTables } from '../../tables.js'
import { refuseTwins } from '../../twins.js'
import { upsertRows } from '../../upsert-rows.js'
import type { PolicyRow } from './commit-policy.js'
import { anyTable, aspectOf, policyRow, refuseUnclear } from './commit-policy-entry.js'
import type { CommitPolicyEntry } from './commit-policy-entry.js'
import { policiesOf, policyKey } from './stored-policies.js'

/** Most tables of one request. */
const mostTables = 400

export async function upsertCommitPolicies(
  { body }: OperationRequest,
  context: OperationContext,
): Promise<object> {
  const { commitPolicies } = body as { readonly commitPolicies: readonly CommitPolicyEntry[] }
  refuseUnclear(commitPolicies)
  refuseTwins('commitPolicies', commitPolicies.map(aspectOf))
  await refuseUnknown(commitPolicies, context)

  const present = await policiesOf(
    [...new Set(commitPolicies.map(({ targetTable }) => targetTable))],
    context.client,
  )
  return upsertRows(
    context.client,
    integrationCommitPolicy,
    commitPolicies.map((entry) => {
      const row = presentPolicy(entry, present)
      const id = row?.id ?? commitPolicyId(entry.targetTable, entry.fieldName ?? '')
      return { id, row: policyRow(entry, !row), present: row }
    }),
  )
}

/** @throws ApiError UnknownTable, ProtectedTable, TooManyTables, UnknownColumn. */
export async function refuseUnknown(
  entries: readonly CommitPolicyEntry[],
  context: Pick<OperationContext, 'metadata'>,
): Promise<void> {
  const paths = new Map<string, string>()
  entries.forEach(({ targetTable }, index) => {
    if (targetTable !== anyTable && !paths.has(targetTable)) {
      paths.set(targetTable, `commitPolicies[${index}].targetTable`)
    }
  })
  const named = [...paths].map(([table, path]) => ({ table, path }))
  const tables = await existingTables(named, mostTables, context)
  entries.forEach((entry, index) => {
    refuseUnknownColumn(entry, `commitPolicies[${index}].fieldName`, tables)
  })
}

function refuseUnknownColumn(
  { targetTable: table, fieldName }: CommitPolicyEntry,
  path: string,
  tables: ReadonlyMap<string, TableDefinition>,
): void {
  if (fieldName === undefined || tables.get(table)?.columns.has(fieldName)) return
  const column = shorten(fieldName)
  const expected = `the logical name of a column of ${table}`
  throw new ApiError('UnknownColumn', { table, column }, [
    { path, message: `${path} is ${column}, expected ${expected}.`, value: column, expected },
  ])
}

/**
 * The policy that an entry changes: ours, else the one that somebody made by hand.
 *
 * @throws ApiError AmbiguousPolicy where somebody made several.
 */
function presentPolicy(
  entry: CommitPolicyEntry,
  present: ReadonlyMap<string, readonly PolicyRow[]>,
): PolicyRow | undefined {
  const { targetTable, fieldName = '' } = entry
  const rows = present.get(policyKey(targetTable, fieldName)) ?? []
  if (rows.length <= 1) return rows[0]
  throw new ApiError('AmbiguousPolicy', {
    aspect: aspectOf(entry),
    policies: rows.map(({ id, name }) => `${name ?? 'without a name'} (${id})`).join(', '),
  })
}
