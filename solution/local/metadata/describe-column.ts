import type { HostedColumn, HostedTable } from '../schema/index.js'
import { columnType } from './column-type.js'
import { describeOwnChoice, describeYesNo } from './describe-choice.js'
import { label, managed, metadataId } from './metadata-object.js'
import type { MetadataObject } from './metadata-object.js'

/** One column. `globalChoices`: the choices by name, described once and shared. */
export function describeColumn(
  table: HostedTable,
  column: HostedColumn,
  position: number,
  globalChoices: ReadonlyMap<string, MetadataObject>,
): MetadataObject {
  const type = columnType(column)
  return {
    type: type.metadata,
    baseTypes: ['AttributeMetadata', 'EnumAttributeMetadata'],
    properties: {
      AttributeOf: null,
      AttributeType: type.code,
      AttributeTypeName: { Value: type.name },
      ColumnNumber: position,
      Description: label(column.description),
      DisplayName: label(column.label),
      EntityLogicalName: table.logicalName,
      LogicalName: column.logicalName,
      SchemaName: column.schemaName,
      IsCustomAttribute: column.custom,
      IsPrimaryId: column.primaryId,
      IsPrimaryName: column.primaryName,
      IsLogical: column.generatedAs !== undefined,
      IsManaged: false,
      IsSecured: column.secured,
      IsValidForCreate: column.validForCreate,
      IsValidForRead: true,
      IsValidForUpdate: column.validForUpdate && !column.primaryId,
      IsFilterable: true,
      IsSearchable: false,
      IsRetrievable: true,
      IsValidODataAttribute: true,
      CanBeSecuredForCreate: column.custom,
      CanBeSecuredForRead: column.custom,
      CanBeSecuredForUpdate: column.custom,
      DeprecatedVersion: null,
      IntroducedVersion: '1.0.0.0',
      ExternalName: null,
      SourceType: column.custom ? 0 : null,
      AutoNumberFormat: column.autoNumberFormat ?? '',
      RequiredLevel: managed(column.requiredLevel, 'canmodifyrequirementlevelsettings'),
      IsAuditEnabled: managed(true, 'canmodifyauditsettings'),
      IsCustomizable: managed(true, 'iscustomizable'),
      IsRenameable: managed(true, 'isrenameable'),
      IsValidForAdvancedFind: managed(true, 'canmodifysearchsettings'),
      MetadataId: metadataId('attribute', table.logicalName, column.logicalName),
      HasChanged: null,
      ...details(column),
    },
    navigation: choices(table, column, globalChoices),
  }
}

/** What only columns of its kind have. */
function details(column: HostedColumn): Readonly<Record<string, unknown>> {
  const { minValue = null, maxValue = null, precision = null, maxLength = null } = column
  switch (column.kind) {
    case 'text':
      return {
        MaxLength: maxLength,
        DatabaseLength: maxLength === null ? null : maxLength * 2,
        Format: 'Text',
        FormatName: { Value: 'Text' },
        ImeMode: 'Auto',
        IsLocalizable: false,
      }
    case 'memo':
      return {
        MaxLength: maxLength,
        Format: 'TextArea',
        FormatName: { Value: 'TextArea' },
        ImeMode: 'Auto',
        IsLocalizable: false,
      }
    case 'integer':
      return { MinValue: minValue, MaxValue: maxValue, Format: 'None' }
    case 'bigInteger':
      return {
        MinValue: minValue ?? -Number.MAX_SAFE_INTEGER,
        MaxValue: maxValue ?? Number.MAX_SAFE_INTEGER,
      }
    case 'decimal':
    case 'float':
    case 'money':
      return { MinValue: minValue, MaxValue: maxValue, Precision: precision, ImeMode: 'Disabled' }
    case 'yesNo':
      return { DefaultValue: false }
    case 'choice':
    case 'choices':
      return {
        DefaultFormValue: -1,
        ChildPicklistLogicalNames: [],
        ParentPicklistLogicalName: null,
      }
    case 'state':
    case 'status':
      return { DefaultFormValue: null }
    case 'dateTime':
      return dateDetails('DateAndTime', 'UserLocal')
    case 'date':
      return dateDetails('DateOnly', 'DateOnly')
    case 'lookup':
    case 'owner':
      return { Targets: column.targets, Format: 'None' }
    case 'uniqueIdentifier':
      return {}
    case 'file':
      return { MaxSizeInKB: 32_768 }
    case 'image':
      return { MaxSizeInKB: 10_240, CanStoreFullImage: false, IsPrimaryImage: false }
  }
}

function dateDetails(format: string, behavior: string) {
  return {
    Format: format,
    DateTimeBehavior: { Value: behavior },
    CanChangeDateTimeBehavior: managed(false, 'canchangedatetimebehavior'),
    ImeMode: 'Inactive',
    MinSupportedValue: '1753-01-01T00:00:00Z',
    MaxSupportedValue: '9999-12-30T23:59:59Z',
  }
}

function choices(
  table: HostedTable,
  column: HostedColumn,
  globalChoices: ReadonlyMap<string, MetadataObject>,
): MetadataObject['navigation'] {
  if (column.kind === 'yesNo') {
    return { OptionSet: describeYesNo(table, column), GlobalOptionSet: null }
  }
  if (!column.options) return {}
  const shared = globalChoices.get(column.globalChoice?.name ?? '') ?? null
  return { OptionSet: shared ?? describeOwnChoice(table, column), GlobalOptionSet: shared }
}
