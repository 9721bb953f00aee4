import { change, remove, replace, solution } from './fault.js'
import type { Fault } from './fault.js'

const thing = 'Entity govcdm_Thing'

export const tableFaults: readonly Fault[] = [
  {
    rule: 'T1',
    name: 'a table whose two names differ',
    edit: replace('>govcdm_Part</Name>', '>govcdm_part</Name>'),
    element: 'Entity govcdm_Part > Name',
    message: 'Name is "govcdm_part" but entity has Name="govcdm_Part"; expected the same.',
    line: '<Name LocalizedName="govcdm_Part"',
  },
  {
    rule: 'T1',
    name: 'a root component in the wrong letter case',
    edit: replace(
      'schemaName="govcdm_part" behavior',
      'schemaName="govcdm_Part" behavior',
      solution,
    ),
    file: solution,
    element: 'RootComponent type 1 govcdm_Part',
    message: 'The RootComponent names the table "govcdm_Part"; expected "govcdm_part".',
  },
  {
    rule: 'T2',
    name: 'a table without primary name',
    edit: change('PhysicalName="govcdm_Name"', 'PrimaryName|', ''),
    element: thing,
    message: 'Columns with PrimaryName in their DisplayMask: none; expected exactly one.',
  },
  {
    rule: 'T2',
    name: 'two primary names',
    edit: change(
      'PhysicalName="govcdm_Code"',
      '<DisplayMask>ValidForForm',
      '<DisplayMask>PrimaryName|RequiredForForm',
    ),
    element: thing,
    message:
      'Columns with PrimaryName in their DisplayMask: "govcdm_name" and "govcdm_code"; expected exactly one.',
    also: ['T2-required'],
  },
  {
    rule: 'T2',
    name: 'a primary name that forms do not ask for',
    edit: change('PhysicalName="govcdm_Name"', '|RequiredForForm', ''),
    element: `${thing} > attribute govcdm_Name`,
    message:
      'The primary name\'s DisplayMask is "PrimaryName|ValidForForm"; expected RequiredForForm in it.',
  },
  {
    rule: 'T2-required',
    name: 'a primary name that may be empty',
    edit: change('PhysicalName="govcdm_Name"', '<RequiredLevel>required', '<RequiredLevel>none'),
    level: 'warning',
    element: `${thing} > attribute govcdm_Name`,
    message:
      'The primary name has RequiredLevel "none" and no AutoNumberFormat; expected "required".',
  },
  {
    rule: 'T3',
    name: 'a table without primary key',
    edit: change('PhysicalName="govcdm_ThingId"', 'primarykey', 'uniqueidentifier'),
    element: thing,
    message: 'Columns of Type primarykey: none; expected exactly one, "govcdm_thingid".',
  },
  {
    rule: 'T4',
    name: 'a table without a column of the platform',
    edit: remove('<attribute PhysicalName="OverriddenCreatedOn">', '</attribute>'),
    element: thing,
    message:
      'The table has no column "overriddencreatedon"; expected in every table with OwnershipTypeMask UserOwned.',
  },
  {
    rule: 'T4',
    name: 'a table of the organization without its owner',
    edit: remove('<attribute PhysicalName="OrganizationId">', '</attribute>'),
    element: 'Entity govcdm_Setting',
    message:
      'The table has no column "organizationid"; expected in every table with OwnershipTypeMask OrgOwned.',
    also: ['T9-ends'],
  },
  {
    rule: 'T5',
    name: 'a column whose logical name is not in lower case',
    edit: replace('<LogicalName>govcdm_notes', '<LogicalName>govcdm_Notes'),
    element: `${thing} > attribute govcdm_Notes > LogicalName`,
    message:
      'LogicalName is "govcdm_Notes"; expected "govcdm_notes", the PhysicalName in lower case.',
    line: '<LogicalName>govcdm_Notes',
  },
  {
    rule: 'T5',
    name: 'two columns of one name',
    edit: change(
      'PhysicalName="govcdm_Secret"',
      '<LogicalName>govcdm_secret',
      '<LogicalName>govcdm_size',
    ),
    element: `${thing} > attribute govcdm_Secret`,
    message: 'The table has a column "govcdm_size" already.',
    also: ['F4', 'R4'],
  },
  {
    rule: 'T6',
    name: 'a table without set name',
    edit: replace('<EntitySetName>govcdm_parts', '<EntitySetName>'),
    element: 'Entity govcdm_Part > EntitySetName',
    message: 'EntitySetName is ""; expected a name in lower case.',
    line: '<EntitySetName>',
  },
  {
    rule: 'T6',
    name: 'two tables of one set name',
    edit: replace('<EntitySetName>govcdm_parts', '<EntitySetName>govcdm_things'),
    element: 'Entity govcdm_Part > EntitySetName',
    message: 'EntitySetName "govcdm_things" is another table\'s already.',
  },
  {
    rule: 'T7',
    name: 'an ownership that tables do not have',
    edit: replace('<OwnershipTypeMask>OrgOwned', '<OwnershipTypeMask>BusinessOwned'),
    element: 'Entity govcdm_Setting > OwnershipTypeMask',
    message: 'OwnershipTypeMask is "BusinessOwned"; expected UserOwned or OrgOwned.',
    line: '<OwnershipTypeMask>BusinessOwned',
  },
  {
    rule: 'T7',
    name: 'a column without version',
    edit: change(
      'PhysicalName="govcdm_Size"',
      '<IntroducedVersion>1.0.0.0</IntroducedVersion>',
      '',
    ),
    element: `${thing} > attribute govcdm_Size`,
    message: 'IntroducedVersion is missing; expected a version.',
  },
  {
    rule: 'T7-activity',
    name: 'an activity',
    edit: replace('<IsActivity>0', '<IsActivity>1'),
    element: `${thing} > IsActivity`,
    message: 'IsActivity is "1"; expected 0.',
  },
  {
    rule: 'T8',
    name: 'a type that is not one',
    edit: change('PhysicalName="govcdm_Notes"', '<Type>ntext', '<Type>memo'),
    element: `${thing} > attribute govcdm_Notes > Type`,
    message: 'Type is "memo", which the platform does not know; multi-line text is "ntext".',
    line: '<Type>memo',
  },
  {
    rule: 'T8',
    name: 'a text without greatest length',
    edit: change('PhysicalName="govcdm_Notes"', '<MaxLength>2000', '<MaxLength>'),
    element: `${thing} > attribute govcdm_Notes > MaxLength`,
    message: 'MaxLength is ""; expected a positive number for Type ntext.',
  },
  {
    rule: 'T8-length',
    name: 'a length that is not twice the greatest',
    edit: change('PhysicalName="govcdm_Code"', '<Length>200', '<Length>100'),
    level: 'warning',
    element: `${thing} > attribute govcdm_Code > Length`,
    message: 'Length is 100 with MaxLength 100; expected 200.',
    line: '<Length>100',
  },
]
