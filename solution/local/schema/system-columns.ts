import { businessUnit, systemUser, team } from '../../tables/index.js'
import type { Table } from '../../model/index.js'
import { byValue, typeColumnOf } from './hosted-column.js'
import type { HostedColumn, HostedColumnKind } from './hosted-column.js'

/** Logical names of the columns that the platform adds to tables and fills by itself. */
export const systemColumn = {
  createdOn: 'createdon',
  createdBy: 'createdby',
  createdOnBehalfBy: 'createdonbehalfby',
  modifiedOn: 'modifiedon',
  modifiedBy: 'modifiedby',
  modifiedOnBehalfBy: 'modifiedonbehalfby',
  owner: 'ownerid',
  owningBusinessUnit: 'owningbusinessunit',
  owningUser: 'owninguser',
  owningTeam: 'owningteam',
  state: 'statecode',
  status: 'statuscode',
  versionNumber: 'versionnumber',
  importSequenceNumber: 'importsequencenumber',
  overriddenCreatedOn: 'overriddencreatedon',
  timeZoneRuleVersionNumber: 'timezoneruleversionnumber',
  utcConversionTimeZoneCode: 'utcconversiontimezonecode',
} as const

const systemColumnNames: ReadonlySet<string> = new Set(Object.values(systemColumn))

/** Whether this is the logical name of a column that the platform adds to tables. */
export function isSystemColumn(logicalName: string): boolean {
  return systemColumnNames.has(logicalName)
}

/** The two states of a row. */
export const rowState = {
  active: { value: 0, label: 'Active' },
  inactive: { value: 1, label: 'Inactive' },
} as const

/** The status reason of new rows in nearly every table. */
export const usualStatus = 1

type Settings = Partial<HostedColumn>

function platformColumn(
  kind: HostedColumnKind,
  schemaName: string,
  label: string,
  settings: Settings = {},
): HostedColumn {
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    label,
    description: '',
    kind,
    requiredLevel: 'None',
    custom: false,
    secured: false,
    validForCreate: false,
    validForUpdate: false,
    primaryId: false,
    primaryName: false,
    targets: [],
    ...settings,
  }
}

const writable: Settings = { validForCreate: true, validForUpdate: true }
const toUser: Settings = { targets: [systemUser.logicalName] }

function primaryIdColumn(table: Table): HostedColumn {
  return platformColumn('uniqueIdentifier', table.primaryIdSchemaName, table.label, {
    requiredLevel: 'SystemRequired',
    validForCreate: true,
    primaryId: true,
  })
}

const stampColumns: readonly HostedColumn[] = [
  platformColumn('dateTime', 'CreatedOn', 'Created On'),
  platformColumn('lookup', 'CreatedBy', 'Created By', toUser),
  platformColumn('lookup', 'CreatedOnBehalfBy', 'Created By (Delegate)', toUser),
  platformColumn('dateTime', 'ModifiedOn', 'Modified On'),
  platformColumn('lookup', 'ModifiedBy', 'Modified By', toUser),
  platformColumn('lookup', 'ModifiedOnBehalfBy', 'Modified By (Delegate)', toUser),
  platformColumn('bigInteger', 'VersionNumber', 'Version Number'),
  platformColumn('integer', 'ImportSequenceNumber', 'Import Sequence Number', {
    validForCreate: true,
    minValue: -2_147_483_648,
    maxValue: 2_147_483_647,
  }),
  platformColumn('dateTime', 'OverriddenCreatedOn', 'Record Created On', { validForCreate: true }),
  platformColumn('integer', 'TimeZoneRuleVersionNumber', 'Time Zone Rule Version Number', {
    ...writable,
    minValue: -1,
    maxValue: 2_147_483_647,
  }),
  platformColumn('integer', 'UTCConversionTimeZoneCode', 'UTC Conversion Time Zone Code', {
    ...writable,
    minValue: -1,
    maxValue: 2_147_483_647,
  }),
]

const stateColumns = ({ statusReasons }: Table): readonly HostedColumn[] => [
  platformColumn('state', 'statecode', 'Status', {
    ...writable,
    requiredLevel: 'SystemRequired',
    options: byValue([rowState.active, rowState.inactive]),
  }),
  platformColumn('status', 'statuscode', 'Status Reason', {
    ...writable,
    options: byValue(statusReasons),
  }),
]

const ownerType = typeColumnOf(systemColumn.owner)

const ownerColumns: readonly HostedColumn[] = [
  platformColumn('owner', 'OwnerId', 'Owner', {
    ...writable,
    requiredLevel: 'SystemRequired',
    targets: [systemUser.logicalName, team.logicalName],
    typeColumn: ownerType,
  }),
  platformColumn('lookup', 'OwningBusinessUnit', 'Owning Business Unit', {
    targets: [businessUnit.logicalName],
  }),
  platformColumn('lookup', 'OwningUser', 'Owning User', {
    ...toUser,
    generatedAs: ownedBy(systemUser),
  }),
  platformColumn('lookup', 'OwningTeam', 'Owning Team', {
    targets: [team.logicalName],
    generatedAs: ownedBy(team),
  }),
]

function ownedBy(owner: Table): string {
  return `CASE WHEN "${ownerType}" = '${owner.logicalName}' THEN "${systemColumn.owner}" END`
}

/**
 * What the platform adds to a declared table. Its own tables of users, teams and business units
 * have neither an owner nor a state, as in Dataverse.
 */
export function systemColumnsOf(table: Table): readonly HostedColumn[] {
  const principal = table.origin === 'platform' && table.ownership === 'organization'
  return [
    primaryIdColumn(table),
    ...(table.ownership === 'user' ? ownerColumns : []),
    ...(principal ? [] : stateColumns(table)),
    ...stampColumns,
  ]
}
