import { filter, query } from '../../../../dataverse/index.js'
import type { DataverseClient, StoredRow, TableDefinition } from '../../../../dataverse/index.js'
import { commitPolicyId } from '../../../../engine/ids.js'
import { integrationCommitPolicy } from '../../../../../solution/tables/index.js'
import { ApiError } from '../../errors.js'
import type { OperationContext, OperationRequest } from '../../operation-context.js'
import { shorten } from '../../shorten.js'
import { existingTables } from '../../tables.js'
import { refuseTwins } from '../../twins.js'
import { upsertRows } from '../../upsert-rows.js'
import { anyTable, aspectOf, policyRow, refuseUnclear } from './commit-policy-entry.js'
import type { CommitPolicyEntry } from './commit-policy-entry.js'

const columns = [
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

/** Most tables of one request. */
const mostTables = 400

type PolicyRow = StoredRow<typeof integrationCommitPolicy, (typeof columns)[number]>

export async function upsertCommitPolicies(
  { body }: OperationRequest,
  context: OperationContext,
): Promise<object> {
  const { commitPolicies } = body as { readonly commitPolicies: readonly CommitPolicyEntry[] }
  refuseUnclear(commitPolicies)
  refuseTwins('commitPolicies', commitPolicies.map(aspectOf))
  await refuseUnknown(commitPolicies, context)

  const present = await policiesOf(commitPolicies, context.client)
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
async function refuseUnknown(
  entries: readonly CommitPolicyEntry[],
  context: OperationContext,
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

/** The policies that are there for the tables named, by what they are about. */
async function policiesOf(
  entries: readonly CommitPolicyEntry[],
  client: DataverseClient,
): Promise<ReadonlyMap<string, readonly PolicyRow[]>> {
  const tables = [...new Set(entries.map(({ targetTable }) => targetTable))]
  const found = new Map<string, PolicyRow[]>()
  const policies = filter(integrationCommitPolicy)
  const all = query(integrationCommitPolicy, {
    select: columns,
    filter: policies.in('targetTable', tables),
  })
  for await (const { rows } of client.pages(all)) {
    for (const row of rows) {
      const { targetTable, fieldName } = row
      const key = policyKey(targetTable, fieldName ?? '')
      found.set(key, [...(found.get(key) ?? []), row])
    }
  }
  return found
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

function policyKey(targetTable: string, fieldName: string): string {
  return `${targetTable} ${fieldName}`
}
