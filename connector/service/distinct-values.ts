import { aggregate, filter, isTooManyToAggregate, rawQuery } from '../dataverse/index.js'
import type { DataverseClient, Filter } from '../dataverse/index.js'
import type { Table } from '../../solution/model/index.js'

/** A value and what is computed of the rows that have it, by alias. */
export interface Group {
  readonly value: string
  readonly computed: Readonly<Record<string, unknown>>
}

export interface GroupQuery<T extends Table> {
  /** A column of text. */
  readonly column: keyof T['columns'] & string
  /** For example `$count as rows`. */
  readonly computed: string
  /** The rows it is about. (Default: all) */
  readonly where?: Filter<T> | undefined
}

/** Most values that are looked for one by one. */
const mostValues = 500

/**
 * The distinct values of a text column: by one request, or where the table has more rows than
 * Dataverse aggregates (50,000) one by one and without what is computed.
 */
export async function distinctValues<T extends Table>(
  client: DataverseClient,
  table: T,
  query: GroupQuery<T>,
): Promise<readonly Group[]> {
  const name = logicalNameOf(table, query)
  try {
    const apply = `groupby((${name}),aggregate(${query.computed}))`
    const groups = await client.send(aggregate(table, apply, query.where))
    return groups.flatMap((group) => {
      const value = group[name]
      return typeof value === 'string' && value !== '' ? [{ value, computed: group }] : []
    })
  } catch (error) {
    if (!isTooManyToAggregate(error)) throw error
    const values = await walkedValues(client, table, query)
    return values.map((value) => ({ value, computed: {} }))
  }
}

/** Passes over a value that differs from another in case alone: the platform's order knows no case. */
async function walkedValues<T extends Table>(
  client: DataverseClient,
  table: T,
  query: GroupQuery<T>,
): Promise<readonly string[]> {
  const name = logicalNameOf(table, query)
  const rows = filter<Table>(table)
  const column: string = query.column
  const values: string[] = []
  while (values.length < mostValues) {
    const after = values.at(-1)
    const page = await client.send(
      rawQuery({
        entitySetName: table.entitySetName,
        select: [name],
        filter: rows.and(
          after === undefined ? rows.isNotNull(column) : rows.gt(column, after),
          ...(query.where ? [query.where] : []),
        ),
        orderBy: [`${name} asc`],
        top: 1,
      }),
    )
    const value = page.rows[0]?.[name]
    if (typeof value !== 'string') break
    values.push(value)
  }
  return values
}

function logicalNameOf<T extends Table>(table: T, { column }: GroupQuery<T>): string {
  const found = table.columns[column]
  if (!found) throw new Error(`Table ${table.logicalName} declares no column ${column}.`)
  return found.logicalName
}
