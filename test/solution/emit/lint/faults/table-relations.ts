import { change, remove, replace } from './fault.js'
import type { Fault } from './fault.js'

const thing = 'Entity govcdm_Thing'

export const tableRelationFaults: readonly Fault[] = [
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
