import { filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient } from '../../../../dataverse/index.js'
import { integrationCommitPolicy } from '../../../../../solution/tables/index.js'
import { policyColumns } from './commit-policy.js'
import type { PolicyRow } from './commit-policy.js'

/** The policies that are there for these tables, by what they are about. */
export async function policiesOf(
  tables: readonly string[],
  client: DataverseClient,
): Promise<ReadonlyMap<string, readonly PolicyRow[]>> {
  const found = new Map<string, PolicyRow[]>()
  const policies = filter(integrationCommitPolicy)
  const all = query(integrationCommitPolicy, {
    select: policyColumns,
    filter: policies.in('targetTable', tables),
  })
  for await (const { rows } of client.pages(all)) {
    for (const row of rows) {
      const key = policyKey(row.targetTable, row.fieldName ?? '')
      found.set(key, [...(found.get(key) ?? []), row])
    }
  }
  return found
}

/** `fieldName`: empty for the whole table. */
export function policyKey(targetTable: string, fieldName: string): string {
  return `${targetTable} ${fieldName}`
}
