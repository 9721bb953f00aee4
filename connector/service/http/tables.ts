import type { TableDefinition } from '../../dataverse/index.js'
import { ownTables } from '../../../solution/tables/index.js'
import { ApiError } from './errors.js'
import type { ErrorDetail } from './errors.js'
import type { OperationContext } from './operation-context.js'
import { shorten } from './shorten.js'

/** A table that a request names, and where it does so first. */
export interface NamedTable {
  readonly table: string
  readonly path: string
}

const protectedTables: ReadonlySet<string> = new Set(ownTables.map((table) => table.logicalName))

/** Whether a table is part of the integration itself, which sync jobs do not write. */
export function isProtected(table: string): boolean {
  return protectedTables.has(table)
}

/** The form of a logical name; no other name is asked for. */
const logicalName = /^[a-z][a-z0-9_]*$/

/**
 * The definitions of the tables, all of which the environment has.
 *
 * @param most How many the operation takes: their metadata has to be fetched.
 * @throws ApiError UnknownTable, ProtectedTable, TooManyTables.
 */
export async function existingTables(
  named: readonly NamedTable[],
  most: number,
  { metadata }: Pick<OperationContext, 'metadata'>,
): Promise<ReadonlyMap<string, TableDefinition>> {
  if (named.length > most) throw new ApiError('TooManyTables', { count: named.length, most })
  const refused = named.filter(({ table }) => isProtected(table))
  if (refused[0]) {
    throw new ApiError('ProtectedTable', { table: refused[0].table }, refused.map(protectedDetail))
  }
  const names = named.map(({ table }) => table).filter((table) => logicalName.test(table))
  const found = await metadata.tables(names)
  const unknown = named.filter(({ table }) => !found.get(table))
  if (unknown[0]) {
    const table = shorten(unknown[0].table)
    throw new ApiError('UnknownTable', { table }, unknown.map(unknownDetail))
  }
  return new Map([...found].flatMap(([name, table]) => (table ? [[name, table]] : [])))
}

function unknownDetail({ table, path }: NamedTable): ErrorDetail {
  return {
    path,
    message: `${path} names ${shorten(table)}, which is no table of the environment.`,
    value: shorten(table),
    expected: 'the logical name of a table, in lower case',
  }
}

function protectedDetail({ table, path }: NamedTable): ErrorDetail {
  return {
    path,
    message: `${path} names ${table}, which belongs to the integration itself.`,
    value: shorten(table),
    expected: 'a table of your own data',
  }
}
