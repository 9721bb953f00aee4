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

const lookupTypes = ['lookup', 'owner', 'customer']

/** What the platform derives from a column and queries may name, although no export lists it. */
const derived: readonly (readonly [suffix: string, types: readonly string[]])[] = [
  ['yominame', lookupTypes],
  ['name', [...lookupTypes, 'picklist', 'multiselectpicklist', 'bit', 'state', 'status']],
  ['type', lookupTypes],
  ['_url', ['image']],
  ['_timestamp', ['image']],
  ['_name', ['file']],
]

/** Whether queries of a table with these columns (types by name) may name a column. */
export function answersTo(types: ReadonlyMap<string, string>, name: string): boolean {
  if (types.has(name) || name === 'versionnumber') return true
  return derived.some(([suffix, from]) => {
    const type = name.endsWith(suffix) ? types.get(name.slice(0, -suffix.length)) : undefined
    return type !== undefined && from.includes(type)
  })
}
