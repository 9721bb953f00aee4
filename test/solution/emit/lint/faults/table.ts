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
  {
    rule: 'T9',
    name: 'a lookup without relationship',
    edit: remove('<EntityRelationship Name="govcdm_Part_Thing">', '</EntityRelationship>'),
    element: 'Entity govcdm_Part > attribute govcdm_Thing',
    message:
      'The lookup column has no EntityRelationship with ReferencingAttributeName "govcdm_Thing".',
    also: ['F5'],
  },
  {
    rule: 'T9',
    name: 'a lookup with two relationships to one table',
    edit: change(
      'Name="lk_govcdm_part_modifiedby"',
      '<ReferencingAttributeName>ModifiedBy',
      '<ReferencingAttributeName>CreatedBy',
    ),
    element: 'Entity govcdm_Part > attribute CreatedBy',
    message:
      'The lookup column has 2 relationships to "systemuser" ("lk_govcdm_part_createdby" and "lk_govcdm_part_modifiedby"); expected one.',
  },
  {
    rule: 'T9-ends',
    name: 'a relationship to a table that does not exist',
    edit: change(
      'Name="govcdm_Part_Thing"',
      '<ReferencedEntityName>govcdm_Thing',
      '<ReferencedEntityName>govcdm_Gone',
    ),
    element: 'EntityRelationship govcdm_Part_Thing',
    message:
      'The table "govcdm_Gone" is neither in the package nor of the platform nor a listed missing dependency.',
    line: '<EntityRelationship Name="govcdm_Part_Thing"',
    also: ['F5'],
  },
  {
    rule: 'T9-ends',
    name: 'a relationship to a table of the platform in the wrong letter case',
    edit: change(
      'Name="user_govcdm_thing"',
      '<ReferencedEntityName>SystemUser',
      '<ReferencedEntityName>systemuser',
    ),
    element: 'EntityRelationship user_govcdm_thing',
    message: 'The table is named "systemuser"; expected "SystemUser".',
  },
  {
    rule: 'T9-ends',
    name: 'a relationship by a column that does not exist',
    edit: change(
      'Name="govcdm_Part_Thing"',
      '<ReferencingAttributeName>govcdm_Thing',
      '<ReferencingAttributeName>govcdm_Whole',
    ),
    element: 'EntityRelationship govcdm_Part_Thing',
    message: 'The table govcdm_Part has no column "govcdm_Whole".',
    also: ['T9'],
  },
  {
    rule: 'T10',
    name: 'a table without a relationship of the platform',
    edit: remove('<EntityRelationship Name="team_govcdm_part">', '</EntityRelationship>'),
    element: 'Entity govcdm_Part',
    message: 'The package has no relationship "team_govcdm_part" for the table.',
    also: ['T9'],
  },
  {
    rule: 'T10',
    name: 'a relationship of the platform in the wrong letter case',
    edit: replace('"owner_govcdm_part"', '"owner_govcdm_Part"'),
    element: 'EntityRelationship owner_govcdm_Part',
    message: 'The relationship is named "owner_govcdm_Part"; expected "owner_govcdm_part".',
  },
  {
    rule: 'T11',
    name: 'a choice of states of another name',
    edit: replace('Name="govcdm_thing_statecode"', 'Name="govcdm_Thing_state"'),
    element: `${thing} > attribute statecode > optionset`,
    message: 'The choice is named "govcdm_Thing_state"; expected "govcdm_thing_statecode".',
    line: '<optionset Name="govcdm_Thing_state"',
  },
  {
    rule: 'T11',
    name: 'a status of a state that does not exist',
    edit: replace('<status value="2" state="1"', '<status value="2" state="3"'),
    element: `${thing} > attribute statuscode > status 2`,
    message: 'The status belongs to state "3", which statecode does not have.',
  },
  {
    rule: 'T11',
    name: 'a default status of another state',
    edit: replace('value="0" defaultstatus="1"', 'value="0" defaultstatus="2"'),
    element: `${thing} > attribute statecode > state 0`,
    message: 'The default status "2" is not a status of this state.',
  },
  {
    rule: 'T12',
    name: 'a choice that does not exist',
    edit: replace('<OptionSetName>govcdm_yesno', '<OptionSetName>govcdm_maybe'),
    element: `${thing} > attribute govcdm_Answer > OptionSetName`,
    message: 'The choice "govcdm_maybe" is neither in the package nor a listed missing dependency.',
    line: '<OptionSetName>govcdm_maybe',
  },
  {
    rule: 'T13',
    name: 'a calculated column',
    edit: change('PhysicalName="govcdm_Size"', '<SourceType>0', '<SourceType>1'),
    level: 'warning',
    element: `${thing} > attribute govcdm_Size > SourceType`,
    message: 'SourceType is "1", a calculated, rollup or formula column; expected 0.',
  },
  {
    rule: 'T14',
    name: 'a key of a column that does not exist',
    edit: replace('<AttributeName>govcdm_code', '<AttributeName>govcdm_kode'),
    element: `${thing} > EntityKey govcdm_Thing_Code`,
    message: 'The table govcdm_Thing has no column "govcdm_kode" for the key.',
    line: '<EntityKey>',
  },
  {
    rule: 'T14',
    name: 'a key of a column that keys cannot hold',
    edit: replace('<AttributeName>govcdm_code', '<AttributeName>govcdm_notes'),
    element: `${thing} > EntityKey govcdm_Thing_Code`,
    message:
      'The column "govcdm_notes" has Type ntext; a key takes decimal, int, nvarchar, datetime, lookup, picklist.',
  },
  {
    rule: 'T14',
    name: 'eleven keys',
    edit: (files) =>
      new Map(files).set(
        'customizations.xml',
        (files.get('customizations.xml') ?? '').replace(/<EntityKey>[\s\S]*?<\/EntityKey>/, (key) =>
          key.repeat(11),
        ),
      ),
    element: `${thing} > EntityKeys`,
    message: 'The table has 11 alternate keys; expected at most 10.',
  },
]
