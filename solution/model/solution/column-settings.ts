import type { Column, ColumnKind } from '../column.js'
import type { Table } from '../table.js'
import { standard } from './standard.js'
import type { Standard, Texts } from './standard.js'
import { introducedVersion } from './table-settings.js'

/** Children of `attribute` in the order of exports. */
const order = [
  'Type',
  'Name',
  'LogicalName',
  'RequiredLevel',
  'DisplayMask',
  'ImeMode',
  'ValidForUpdateApi',
  'ValidForReadApi',
  'ValidForCreateApi',
  'IsCustomField',
  'IsAuditEnabled',
  'IsLogical',
  'IsSecured',
  'IntroducedVersion',
  'IsCustomizable',
  'IsRenameable',
  'CanModifySearchSettings',
  'CanModifyRequirementLevelSettings',
  'CanModifyAdditionalSettings',
  'SourceType',
  'IsGlobalFilterEnabled',
  'IsSortableEnabled',
  'CanModifyGlobalFilterSettings',
  'CanModifyIsSortableSettings',
  'ExternalName',
  'IsDataSourceSecret',
  'AutoNumberFormat',
  'IsSearchable',
  'IsFilterable',
  'IsRetrievable',
  'IsLocalizable',
  'ReferencedEntityObjectTypeCode',
  'AppDefaultValue',
  'OptionSetName',
  'optionset',
  'LookupStyle',
  'LookupTypes',
  'Format',
  'MaxLength',
  'Length',
  'CanChangeDateTimeBehavior',
  'Behavior',
  'MinValue',
  'MaxValue',
  'Accuracy',
  'AccuracySource',
  'CalculationOf',
  'YomiOf',
  'displaynames',
  'Descriptions',
  'FormulaDefinitionFileName',
] as const

const everyForm = 'ValidForAdvancedFind|ValidForForm|ValidForGrid'

/** What most columns of exports have, custom or not. */
const common = {
  RequiredLevel: 'none',
  DisplayMask: everyForm,
  ImeMode: 'auto',
  ValidForUpdateApi: '1',
  ValidForReadApi: '1',
  ValidForCreateApi: '1',
  IsCustomField: '1',
  IsAuditEnabled: '1',
  IsSecured: '0',
  IsCustomizable: '1',
  IsRenameable: '1',
  CanModifySearchSettings: '1',
  CanModifyRequirementLevelSettings: '1',
  CanModifyAdditionalSettings: '1',
  SourceType: '0',
  IsGlobalFilterEnabled: '0',
  IsSortableEnabled: '0',
  CanModifyGlobalFilterSettings: '1',
  CanModifyIsSortableSettings: '1',
  IsDataSourceSecret: '0',
  AutoNumberFormat: '',
  IsSearchable: '0',
  IsFilterable: '0',
  IsRetrievable: '0',
  IsLocalizable: '0',
  displaynames: '',
  Descriptions: '',
} as const satisfies Texts

/** The platform's `Type` of each kind of column. */
export const columnType = {
  text: 'nvarchar',
  memo: 'ntext',
  integer: 'int',
  bigInteger: 'bigint',
  decimal: 'decimal',
  float: 'float',
  money: 'money',
  yesNo: 'bit',
  choice: 'picklist',
  choices: 'multiselectpicklist',
  dateTime: 'datetime',
  date: 'datetime',
  lookup: 'lookup',
  uniqueIdentifier: 'uniqueidentifier',
  file: 'file',
  image: 'image',
} as const satisfies Record<ColumnKind, string>

/** `Format` of the kinds that have one, where a column names none. */
export const usualFormat: Readonly<Partial<Record<ColumnKind, string>>> = {
  text: 'text',
  memo: 'textarea',
  integer: 'none',
  dateTime: 'datetime',
  date: 'date',
  image: 'jpeg',
}

/** The usual limits of files and images. */
export const mediaSize = {
  fileKilobytes: 32_768,
  imageKilobytes: 10_240,
  imageLength: 9_437_328,
} as const

/** `Behavior` of a date without time or zone. */
export const dateOnlyBehavior = '2'

/** What a column of this table has in its `attribute` element unless its settings say otherwise. */
export function columnStandard(column: Column, table: Table): Standard {
  return attributeStandard({
    Name: column.logicalName,
    LogicalName: column.logicalName,
    Type: columnType[column.kind],
    RequiredLevel: column.required ? 'required' : 'none',
    IsSecured: column.secured ? '1' : '0',
    IntroducedVersion: introducedVersion(table),
    AutoNumberFormat: column.autoNumberFormat ?? '',
    ...(column.primaryName ? primaryNameTexts : {}),
    ...kindTexts(column),
  })
}

/** The list of an attribute: the common texts but for those given. */
export function attributeStandard(texts: Texts): Standard {
  return standard(order, { ...common, ...texts })
}

const primaryNameTexts: Texts = {
  DisplayMask: `PrimaryName|${everyForm}|RequiredForForm`,
  IsSearchable: '1',
  IsRetrievable: '1',
}

function kindTexts(column: Column): Texts {
  const range = { MinValue: numberText(column.minValue), MaxValue: numberText(column.maxValue) }
  const accuracy = { ImeMode: 'disabled', ...range, Accuracy: numberText(column.precision) }
  const format = column.format ?? usualFormat[column.kind]
  switch (column.kind) {
    case 'text':
      return {
        Format: format,
        MaxLength: numberText(column.maxLength),
        Length: numberText(column.maxLength === undefined ? undefined : column.maxLength * 2),
      }
    case 'memo':
      return { Format: format, MaxLength: numberText(column.maxLength) }
    case 'integer':
      return { ImeMode: 'disabled', Format: format, ...range }
    case 'bigInteger':
      return { ImeMode: 'disabled', ...range }
    case 'decimal':
    case 'float':
      return accuracy
    case 'money':
      return { ...accuracy, AccuracySource: '2' }
    case 'yesNo':
      return { AppDefaultValue: numberText(column.defaultValue ?? 0), ...choiceTexts(column) }
    case 'choice':
      return { AppDefaultValue: numberText(column.defaultValue ?? -1), ...choiceTexts(column) }
    case 'choices':
      return choiceTexts(column)
    case 'dateTime':
      return dateTexts(format, '1')
    case 'date':
      return dateTexts(format, dateOnlyBehavior)
    case 'lookup':
      return { IsAuditEnabled: '0', LookupStyle: 'single', LookupTypes: '' }
    case 'uniqueIdentifier':
      return {}
    case 'file':
      return {
        ...mediaTexts,
        ...fileTexts,
        MaxValue: numberText(column.maxValue ?? mediaSize.fileKilobytes),
      }
    case 'image':
      return {
        ...mediaTexts,
        ...imageTexts(column.image?.primary ?? false),
        Format: format,
        MaxLength: numberText(column.maxLength ?? mediaSize.imageLength),
        MaxValue: numberText(column.maxValue ?? mediaSize.imageKilobytes),
      }
  }
}

function choiceTexts({ globalChoice }: Column): Texts {
  return globalChoice ? { OptionSetName: globalChoice.name } : { optionset: '' }
}

function dateTexts(format: string | undefined, behavior: string): Texts {
  return { ImeMode: 'inactive', Format: format, CanChangeDateTimeBehavior: '1', Behavior: behavior }
}

const mediaTexts: Texts = {
  ImeMode: 'disabled',
  CanModifySearchSettings: '0',
  CanModifyRequirementLevelSettings: '0',
}

const fileTexts: Texts = {
  DisplayMask: 'ValidForForm|ValidForGrid',
  ValidForUpdateApi: '0',
  ValidForCreateApi: '0',
  CanModifyIsSortableSettings: '0',
}

function imageTexts(primary: boolean): Texts {
  return {
    DisplayMask: `DenormalizedChild|${primary ? 'PrimaryImage|' : ''}ValidForForm|ValidForGrid`,
    IsLogical: '1',
  }
}

/** As exports write numbers: no group marks, `1E-10` for small fractions. */
function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value).toUpperCase()
}
