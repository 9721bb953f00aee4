import type { DataverseClient } from './client.js'
import type { TableDefinition } from './metadata.js'

/** The tables by logical name; null for a table that the environment does not have. */
export function fetchTableDefinitions(
  client: Pick<DataverseClient, 'batch'>,
  logicalNames: readonly string[],
): Promise<ReadonlyMap<string, TableDefinition | null>> {
  return Promise.reject(new Error(`not yet ${typeof client} ${logicalNames.length}`))
}
