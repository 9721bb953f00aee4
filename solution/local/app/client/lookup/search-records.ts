import type { WebApiRow } from '../../../../../controls/host/data-set/entity-record.js'
import { pageFetchXml } from '../../../../../controls/host/data-set/page-query.js'
import { requestJson } from '../../../../../controls/host/web-api-request.js'
import { viewType } from '../../../../model/solution/view.js'
import { quickFindFilter } from '../grid/quick-find.js'
import type { Services } from '../services.js'
import type { AppDefinition, TablePart } from '../../shape.js'
import type { RecordReference } from './reference.js'

/** Records offered at once, of each table that a lookup may point at. */
export const offeredRecords = 8

export interface Found {
  readonly records: readonly RecordReference[]
  /** Whether there are more than are offered. */
  readonly hasMore: boolean
}

/** Records that a lookup may name and whose texts begin with what was typed; all where it is empty. */
export async function searchRecords(
  targets: readonly string[],
  typed: string,
  definition: AppDefinition,
  services: Services,
  signal: AbortSignal,
): Promise<Found> {
  const found = await Promise.all(
    targets.flatMap((target) => {
      const table = definition.tables[target]
      return table ? [searchTable(table, typed, services, signal)] : []
    }),
  )
  return {
    records: found.flatMap(({ records }) => records),
    hasMore: found.some(({ hasMore }) => hasMore),
  }
}

async function searchTable(
  table: TablePart,
  typed: string,
  { tables, webApi }: Services,
  signal: AbortSignal,
): Promise<Found> {
  const metadata = await tables.read(table.logicalName)
  const fetchXml = pageFetchXml({
    fetchXml: lookupQuery(table),
    columns: [table.primaryName],
    filter: quickFindFilter(table, metadata, typed),
    sorting: [{ name: table.primaryName, sortDirection: 0 }],
    links: [],
    page: 1,
    pageSize: offeredRecords,
  })
  const answer = await requestJson(
    `${webApi}${table.entitySetName}?fetchXml=${encodeURIComponent(fetchXml)}`,
    { signal },
  )
  return {
    records: (answer.value as readonly WebApiRow[]).map((row) => ({
      table: table.logicalName,
      id: String(row[table.primaryId]),
      name: nameOf(row[table.primaryName]),
    })),
    hasMore: answer['@Microsoft.Dynamics.CRM.morerecords'] === true,
  }
}

const nameOf = (name: unknown): string => (typeof name === 'string' && name !== '' ? name : noName)

/** What stands for the name of a record without one. */
const noName = '(no name)'

/** The table's lookup view, else all its rows. */
function lookupQuery({ logicalName, primaryId, views }: TablePart): string {
  const view = views.find(({ type }) => type === viewType.lookup)
  if (view) return view.fetchXml
  const document = new DOMParser().parseFromString('<fetch><entity/></fetch>', 'text/xml')
  const entity = document.querySelector('entity')
  const attribute = document.createElement('attribute')
  attribute.setAttribute('name', primaryId)
  entity?.setAttribute('name', logicalName)
  entity?.append(attribute)
  return new XMLSerializer().serializeToString(document)
}
