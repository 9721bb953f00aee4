import type { DataverseClient, Outcome } from './client.js'
import { notRun } from './client.js'
import { isNotFound, ProtocolError } from './errors.js'
import { maxOperationsPerBatch } from './limits.js'
import type { TableDefinition } from './metadata.js'
import { entitySetNameRequest, metadataRequests, textIn } from './metadata-requests.js'
import type { MetadataObject } from './metadata-requests.js'
import type { Operation } from './operation.js'
import { columnDefinitions, labelOf, lookupTables } from './table-definition.js'
import type { TableMetadata } from './table-definition.js'
import { tableListRequest } from './table-list.js'
import type { TableSummary } from './table-list.js'

type Batching = Pick<DataverseClient, 'batch'>

/**
 * The tables by logical name; null for a table that the environment does not have. One `$batch`, and
 * a second one for the set names of tables that only lookups point at.
 */
export async function fetchTableDefinitions(
  client: Batching,
  logicalNames: readonly string[],
): Promise<ReadonlyMap<string, TableDefinition | null>> {
  const names = [...new Set(logicalNames)]
  const requests = names.map((name) => (isLogicalName(name) ? metadataRequests(name) : []))
  const answers = await resultsOf(client, requests.flat())
  const metadata = new Map<string, TableMetadata | null>()
  let at = 0
  for (const [index, name] of names.entries()) {
    const count = requests[index]?.length ?? 0
    metadata.set(name, tableMetadata(answers.slice(at, at + count)))
    at += count
  }
  const setNames = await entitySetNames(client, metadata)
  return new Map(
    [...metadata].map(([name, found]) => [name, found && tableDefinition(name, found, setNames)]),
  )
}

/** The tables that people may search, in the order of their logical names. */
export async function fetchTableList(client: Batching): Promise<readonly TableSummary[]> {
  const [tables] = await resultsOf(client, [tableListRequest()])
  return tables ?? []
}

/** What can be no table's name, for example a caller's nonsense, is not asked for. */
function isLogicalName(name: string): boolean {
  return name.length <= 128 && /^[a-z_][a-z0-9_]*$/.test(name)
}

/** The answers in order; null where the platform says that there is no such thing. */
async function resultsOf<Result>(
  client: Batching,
  requests: readonly Operation<Result>[],
): Promise<readonly (Result | null)[]> {
  const results: (Result | null)[] = []
  for (let start = 0; start < requests.length; start += maxOperationsPerBatch) {
    const group = requests.slice(start, start + maxOperationsPerBatch)
    const outcomes: readonly Outcome<Result>[] = await client.batch(group, {
      continueOnError: true,
    })
    results.push(...outcomes.map(foundIn))
  }
  return results
}

function foundIn<Result>(outcome: Outcome<Result>): Result | null {
  if (outcome.ok) return outcome.value
  if (outcome.error === notRun) throw new ProtocolError('A request for metadata was not run.')
  // Not every release names a missing definition by the same code; no other 404 can occur here.
  if (isNotFound(outcome.error) || outcome.error.status === 404) return null
  throw outcome.error
}

function tableMetadata(
  answers: readonly (readonly MetadataObject[] | null)[],
): TableMetadata | null {
  const [table, ...details] = answers
  const [definition] = table ?? []
  if (!definition) return null
  const columns = details.flatMap((detail) => detail ?? [])
  return {
    table: definition,
    details: new Map(columns.map((column) => [textIn(column, 'LogicalName'), column])),
  }
}

/** Set names of all tables at hand and of those that their lookups point at. */
async function entitySetNames(
  client: Batching,
  metadata: ReadonlyMap<string, TableMetadata | null>,
): Promise<ReadonlyMap<string, string | null>> {
  const setNames = new Map<string, string | null>()
  const wanted = new Set<string>()
  for (const [name, found] of metadata) {
    setNames.set(name, found && textIn(found.table, 'EntitySetName'))
    for (const target of found ? lookupTables(found) : []) wanted.add(target)
  }
  const unknown = [...wanted].filter((name) => !setNames.has(name))
  const answers = await resultsOf(client, unknown.map(entitySetNameRequest))
  for (const [index, name] of unknown.entries()) setNames.set(name, answers[index] ?? null)
  return setNames
}

function tableDefinition(
  logicalName: string,
  found: TableMetadata,
  setNames: ReadonlyMap<string, string | null>,
): TableDefinition {
  const { table } = found
  const primaryName = table['PrimaryNameAttribute']
  return {
    logicalName,
    entitySetName: textIn(table, 'EntitySetName'),
    label: labelOf(table['DisplayName']) ?? logicalName,
    primaryId: textIn(table, 'PrimaryIdAttribute'),
    primaryName: typeof primaryName === 'string' && primaryName !== '' ? primaryName : null,
    columns: columnDefinitions(found, (target) => setNames.get(target) ?? null),
  }
}
