import { textAt } from '../../../model/xml.js'
import type { XmlElement } from '../../../model/xml.js'
import { within } from './place.js'
import type { Place } from './place.js'

/** An `attribute` element of a table. */
export interface ColumnFacts {
  readonly logicalName: string
  readonly physicalName: string
  /** The platform's word for the kind: `nvarchar`, `lookup`, `picklist` ... */
  readonly type: string
  readonly format: string
  readonly displayMask: readonly string[]
  readonly node: XmlElement
  readonly place: Place
}

export function columnFacts(table: Place, node: XmlElement): ColumnFacts {
  const physicalName = node.attributes.PhysicalName ?? ''
  const logicalName = (textAt(node, 'LogicalName') ?? physicalName).toLowerCase()
  return {
    logicalName,
    physicalName,
    type: textAt(node, 'Type') ?? '',
    format: textAt(node, 'Format') ?? '',
    displayMask: (textAt(node, 'DisplayMask') ?? '').split('|'),
    node,
    place: within(table, `attribute ${physicalName || logicalName || '(without name)'}`, node),
  }
}

/** Columns of any table of a user or team: what the platform adds by itself. */
export const userOwnedColumns = [
  'createdby',
  'createdon',
  'createdonbehalfby',
  'importsequencenumber',
  'modifiedby',
  'modifiedon',
  'modifiedonbehalfby',
  'overriddencreatedon',
  'ownerid',
  'owningbusinessunit',
  'owningteam',
  'owninguser',
  'statecode',
  'statuscode',
  'timezoneruleversionnumber',
  'utcconversiontimezonecode',
] as const

/** The same of a table of the organization. */
export const organizationOwnedColumns = [
  ...userOwnedColumns.filter((name) => !name.startsWith('own')),
  'organizationid',
] as const

/** Columns that every table answers queries with although no export lists them. */
export const unlistedColumns: ReadonlySet<string> = new Set(['versionnumber'])
