import { query } from '../../dataverse/index.js'
import type { DataverseClient } from '../../dataverse/index.js'
import { integrationLane } from '../../../solution/tables/index.js'
import { allRows } from '../worker/pages-of.js'

const lanes = query(integrationLane, { select: ['targetTable'], orderBy: ['id asc'] })

/** Logical names of the tables that jobs have written: each has its lanes. */
export async function governedTables(client: DataverseClient): Promise<readonly string[]> {
  const rows = await allRows(client, lanes, await client.send(lanes))
  return [...new Set(rows.map(({ targetTable }) => targetTable))].sort()
}
