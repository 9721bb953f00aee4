import { defaultStatus } from '../schema/index.js'
import type { HostedColumn, HostedOption, HostedTable } from '../schema/index.js'
import type { GlobalChoice } from '../../model/index.js'
import { label, managed, metadataId } from './metadata-object.js'
import type { MetadataObject } from './metadata-object.js'

export function describeGlobalChoice(choice: GlobalChoice): MetadataObject {
  return optionSet({
    type: 'OptionSetMetadata',
    id: metadataId('optionset', choice.name),
    name: choice.name,
    label: choice.label,
    isGlobal: true,
    optionSetType: 'Picklist',
    options: Object.values(choice.options).map((option) => describeOption(option)),
  })
}

/** The options of a column's own; a column of a global choice shares that one. */
export function describeOwnChoice(table: HostedTable, column: HostedColumn): MetadataObject | null {
  const options = [...(column.options?.values() ?? [])]
  const type = { choice: 'Picklist', choices: 'Picklist', state: 'State', status: 'Status' }[
    column.kind as string
  ]
  if (type === undefined || column.globalChoice) return null
  return optionSet({
    type: 'OptionSetMetadata',
    id: metadataId('optionset', table.logicalName, column.logicalName),
    name: `${table.logicalName}_${column.logicalName}`,
    label: column.label,
    isGlobal: false,
    optionSetType: type,
    options: options.map((option) => ({
      ...describeOption(option),
      ...(column.kind === 'status' ? { State: option.state, TransitionData: null } : {}),
      ...(column.kind === 'state'
        ? { DefaultStatus: defaultStatus(table, option.value), InvariantName: option.label }
        : {}),
    })),
  })
}

export function describeYesNo(table: HostedTable, column: HostedColumn): MetadataObject {
  return optionSet({
    type: 'BooleanOptionSetMetadata',
    id: metadataId('optionset', table.logicalName, column.logicalName),
    name: `${table.logicalName}_${column.logicalName}`,
    label: column.label,
    isGlobal: false,
    optionSetType: 'Boolean',
    trueOption: describeOption({ value: 1, label: 'Yes' }),
    falseOption: describeOption({ value: 0, label: 'No' }),
  })
}

interface OptionSet {
  readonly type: string
  readonly id: string
  readonly name: string
  readonly label: string
  readonly isGlobal: boolean
  readonly optionSetType: string
  readonly options?: readonly object[]
  readonly trueOption?: object
  readonly falseOption?: object
}

function optionSet(set: OptionSet): MetadataObject {
  return {
    type: set.type,
    baseTypes: ['OptionSetMetadataBase'],
    properties: {
      ...(set.options === undefined
        ? { TrueOption: set.trueOption, FalseOption: set.falseOption }
        : { Options: set.options }),
      Description: label(''),
      DisplayName: label(set.label),
      IsCustomOptionSet: set.isGlobal,
      IsGlobal: set.isGlobal,
      IsManaged: false,
      IsCustomizable: managed(true, 'iscustomizable'),
      Name: set.name,
      OptionSetType: set.optionSetType,
      IntroducedVersion: '1.0.0.0',
      MetadataId: set.id,
      HasChanged: null,
    },
    navigation: {},
  }
}

function describeOption({ value, label: text }: HostedOption) {
  return {
    Value: value,
    Label: label(text),
    Description: label(''),
    Color: null,
    IsManaged: false,
    ExternalValue: null,
    ParentValues: [],
    MetadataId: null,
    HasChanged: null,
  }
}
