import type { Table } from '../table.js'
import { attributeStandard } from './column-settings.js'
import type { Standard, Texts } from './standard.js'
import { introducedVersion } from './table-settings.js'

/** A relationship that comes with a table. */
export interface SystemRelationship {
  readonly name: (table: Table) => string
  /** Schema name of the table pointed at. */
  readonly referenced: string
  readonly restrictsDelete?: boolean
}

/** A column that the platform adds to every table of a kind of ownership. */
export interface SystemColumn {
  readonly schemaName: string
  readonly logicalName: string
  readonly label: string
  readonly description: string
  readonly texts: Texts
  readonly relationship?: SystemRelationship
}

const readOnly: Texts = { ValidForUpdateApi: '0', ValidForCreateApi: '0' }
const lookup: Texts = { Type: 'lookup', LookupStyle: 'single', LookupTypes: '' }
const plain: Texts = { IsAuditEnabled: '0' }
const stampedBy: Texts = { ...lookup, ...readOnly, ...plain }
const derived: Texts = { ...stampedBy, DisplayMask: undefined, IsLogical: '1' }

const stampedOn: Texts = {
  ...readOnly,
  ...plain,
  Type: 'datetime',
  ImeMode: 'inactive',
  IsFilterable: '1',
  IsRetrievable: '1',
  Format: 'datetime',
  CanChangeDateTimeBehavior: '0',
  Behavior: '1',
}

const timeZone: Texts = {
  ...plain,
  Type: 'int',
  DisplayMask: undefined,
  Format: '',
  MinValue: '-1',
  MaxValue: '2147483647',
}

const state: Texts = { Type: 'state', RequiredLevel: 'systemrequired', ValidForCreateApi: '0' }

function systemColumn(
  schemaName: string,
  label: string,
  description: string,
  texts: Texts,
  relationship?: SystemRelationship,
): SystemColumn {
  return {
    schemaName,
    logicalName: schemaName.toLowerCase(),
    label,
    description,
    texts,
    ...(relationship ? { relationship } : {}),
  }
}

function toUser(name: (table: string) => string): SystemRelationship {
  return { name: ({ logicalName }) => name(logicalName), referenced: 'SystemUser' }
}

function primaryIdColumn(table: Table): SystemColumn {
  return systemColumn(
    table.primaryIdSchemaName,
    table.label,
    'Unique identifier for entity instances',
    {
      ...plain,
      Type: 'primarykey',
      RequiredLevel: 'systemrequired',
      DisplayMask: 'ValidForAdvancedFind|RequiredForGrid',
      ValidForUpdateApi: '0',
      CanModifyRequirementLevelSettings: '0',
      IsFilterable: '1',
      IsRetrievable: '1',
    },
  )
}

const stamps: readonly SystemColumn[] = [
  systemColumn(
    'CreatedBy',
    'Created By',
    'Unique identifier of the user who created the record.',
    stampedBy,
    toUser((table) => `lk_${table}_createdby`),
  ),
  systemColumn('CreatedOn', 'Created On', 'Date and time when the record was created.', stampedOn),
  systemColumn(
    'CreatedOnBehalfBy',
    'Created By (Delegate)',
    'Unique identifier of the delegate user who created the record.',
    stampedBy,
  ),
  systemColumn(
    'ImportSequenceNumber',
    'Import Sequence Number',
    'Sequence number of the import that created this record.',
    {
      Type: 'int',
      DisplayMask: 'ValidForAdvancedFind',
      ImeMode: 'disabled',
      ValidForUpdateApi: '0',
      Format: '',
      MinValue: '-2147483648',
      MaxValue: '2147483647',
    },
  ),
  systemColumn(
    'ModifiedBy',
    'Modified By',
    'Unique identifier of the user who modified the record.',
    stampedBy,
    toUser((table) => `lk_${table}_modifiedby`),
  ),
  systemColumn(
    'ModifiedOn',
    'Modified On',
    'Date and time when the record was modified.',
    stampedOn,
  ),
  systemColumn(
    'ModifiedOnBehalfBy',
    'Modified By (Delegate)',
    'Unique identifier of the delegate user who modified the record.',
    stampedBy,
  ),
  systemColumn(
    'OverriddenCreatedOn',
    'Record Created On',
    'Date and time that the record was migrated.',
    {
      Type: 'datetime',
      DisplayMask: 'ValidForAdvancedFind|ValidForGrid',
      ImeMode: 'inactive',
      ValidForUpdateApi: '0',
      Format: 'date',
      CanChangeDateTimeBehavior: '0',
      Behavior: '1',
    },
  ),
  systemColumn(
    'TimeZoneRuleVersionNumber',
    'Time Zone Rule Version Number',
    'For internal use only.',
    timeZone,
  ),
  systemColumn(
    'UTCConversionTimeZoneCode',
    'UTC Conversion Time Zone Code',
    'Time zone code that was in use when the record was created.',
    timeZone,
  ),
]

const ownerColumns: readonly SystemColumn[] = [
  systemColumn(
    'OwnerId',
    'Owner',
    'Owner Id',
    {
      ...lookup,
      Type: 'owner',
      RequiredLevel: 'systemrequired',
      DisplayMask: 'ValidForAdvancedFind|ValidForForm|ValidForGrid|RequiredForForm',
      IsFilterable: '1',
    },
    { name: ({ logicalName }) => `owner_${logicalName}`, referenced: 'Owner' },
  ),
  systemColumn(
    'OwningBusinessUnit',
    'Owning Business Unit',
    'Unique identifier for the business unit that owns the record',
    { ...lookup, ...readOnly, IsFilterable: '1' },
    {
      name: ({ logicalName }) => `business_unit_${logicalName}`,
      referenced: 'BusinessUnit',
      restrictsDelete: true,
    },
  ),
  systemColumn(
    'OwningTeam',
    'Owning Team',
    'Unique identifier for the team that owns the record.',
    derived,
    { name: ({ logicalName }) => `team_${logicalName}`, referenced: 'Team' },
  ),
  systemColumn(
    'OwningUser',
    'Owning User',
    'Unique identifier for the user that owns the record.',
    derived,
    toUser((table) => `user_${table}`),
  ),
]

const organizationColumn = systemColumn(
  'OrganizationId',
  'Organization Id',
  'Unique identifier for the organization',
  { Type: 'lookup', ...readOnly, DisplayMask: undefined, LookupTypes: '' },
  { name: ({ logicalName }) => `organization_${logicalName}`, referenced: 'Organization' },
)

function stateColumns({ label }: Table): readonly SystemColumn[] {
  return [
    systemColumn('statecode', 'Status', `Status of the ${label}`, {
      ...state,
      IsFilterable: '1',
      optionset: '',
    }),
    systemColumn('statuscode', 'Status Reason', `Reason for the status of the ${label}`, {
      Type: 'status',
      optionset: '',
    }),
  ]
}

/** The primary id and the columns that the platform adds to a table: 16 to a user-owned one. */
export function systemColumnsOf(table: Table): readonly SystemColumn[] {
  if (table.listed) return []
  const owning = table.ownership === 'user' ? ownerColumns : [organizationColumn]
  return [primaryIdColumn(table), ...stamps, ...owning, ...stateColumns(table)]
}

/** What a system column has in its `attribute` element unless the table's settings say otherwise. */
export function systemColumnStandard(table: Table, column: SystemColumn): Standard {
  return attributeStandard({
    IsCustomField: '0',
    Name: column.logicalName,
    LogicalName: column.logicalName,
    IntroducedVersion: introducedVersion(table),
    ...column.texts,
  })
}
