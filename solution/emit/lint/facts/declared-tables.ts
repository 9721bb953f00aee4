import type { ColumnKind } from '../../../model/index.js'
import * as core from '../../../tables/core.js'
import type { userOwnedColumns } from './column.js'

const typeOfKind: Readonly<Partial<Record<ColumnKind, string>>> = {
  text: 'nvarchar',
  memo: 'ntext',
  integer: 'int',
  decimal: 'decimal',
  float: 'float',
  money: 'money',
  yesNo: 'bit',
  choice: 'picklist',
  dateTime: 'datetime',
  date: 'datetime',
  lookup: 'lookup',
  uniqueIdentifier: 'uniqueidentifier',
}

/** The platform's types of the columns that every table of users and teams has. */
const systemTypes: Readonly<Record<(typeof userOwnedColumns)[number], string>> = {
  createdby: 'lookup',
  createdon: 'datetime',
  createdonbehalfby: 'lookup',
  importsequencenumber: 'int',
  modifiedby: 'lookup',
  modifiedon: 'datetime',
  modifiedonbehalfby: 'lookup',
  overriddencreatedon: 'datetime',
  ownerid: 'owner',
  owningbusinessunit: 'lookup',
  owningteam: 'lookup',
  owninguser: 'lookup',
  statecode: 'state',
  statuscode: 'status',
  timezoneruleversionnumber: 'int',
  utcconversiontimezonecode: 'int',
}

/**
 * Column types of a table of Core that `solution/tables/core` declares: what our own forms and
 * views for it may show. Undefined for any other table.
 */
export function columnsOfDeclared(logicalName: string): ReadonlyMap<string, string> | undefined {
  const table = Object.values(core).find((each) => each.logicalName === logicalName)
  if (!table) return undefined
  const declared = Object.values(table.columns).map(
    (column) => [column.logicalName, typeOfKind[column.kind] ?? ''] as const,
  )
  return new Map([
    ...Object.entries(systemTypes),
    [table.primaryId, 'primarykey'] as const,
    ...declared,
  ])
}
