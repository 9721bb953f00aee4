import { classes } from '../valid/forms.js'
import { idOf } from '../valid/xml.js'
import { change, remove, replace, solution } from './fault.js'
import type { Fault } from './fault.js'

const main = `Entity govcdm_Thing > systemform "Information" (main) {${idOf('thing main')}}`
const described = `${main} > controlDescription {${idOf('code control')}}`
const badge = `${described} > customControl govcdm_Example.Badge`
const afterMain = `{${idOf('thing main')}}`

export const formFaults: readonly Fault[] = [
  {
    rule: 'F1',
    name: 'a field of a column that does not exist',
    edit: change(afterMain, 'datafieldname="govcdm_size"', 'datafieldname="govcdm_weight"'),
    element: `${main} > control govcdm_size`,
    message: 'The field shows "govcdm_weight", a column that the table govcdm_Thing does not have.',
    line: '<control id="govcdm_size"',
  },
  {
    rule: 'F2',
    name: 'two controls of one id',
    edit: change(afterMain, '<control id="govcdm_size"', '<control id="govcdm_name"'),
    element: `${main} > control govcdm_name`,
    message: 'The form has a control with the id "govcdm_name" already.',
  },
  {
    rule: 'F2',
    name: 'two cells of one id',
    edit: change(afterMain, idOf('thing main c1'), idOf('thing main c0')),
    element: `${main} > cell ${idOf('thing main c0')}`,
    message: `The form has a cell with the id "${idOf('thing main c0')}" already.`,
    line: '<row><cell id=',
  },
  {
    rule: 'F3',
    name: 'a description of no control',
    edit: change('<controlDescription forControl', idOf('code control'), idOf('other')),
    element: `${main} > controlDescription {${idOf('other')}}`,
    message: `0 controls of the form have the uniqueid "{${idOf('other')}}"; expected one.`,
    line: '<controlDescription forControl',
    also: ['F3-described'],
  },
  {
    rule: 'F3-described',
    name: 'a replaced control without description',
    edit: change(afterMain, ` uniqueid="{${idOf('code control')}}"`, ''),
    element: `${main} > control govcdm_code`,
    message:
      'The control has the class of a replaced control and 0 controlDescriptions; expected one for its uniqueid.',
    also: ['F3'],
  },
  {
    rule: 'F4',
    name: 'a form field of a wrong type',
    edit: change(afterMain, classes.integer, classes.lookup),
    element: `${main} > control govcdm_size`,
    message: `The control's classid {${classes.lookup.toLowerCase()}} is for lookup, owner, customer; the column "govcdm_size" has Type int.`,
    line: '<control id="govcdm_size"',
  },
  {
    rule: 'F5',
    name: 'a subgrid of a table that does not exist',
    edit: change(afterMain, '<TargetEntityType>govcdm_part', '<TargetEntityType>govcdm_piece'),
    element: `${main} > control parts > TargetEntityType`,
    message:
      'The table "govcdm_piece" is neither in the package nor of the platform nor a listed missing dependency.',
    line: '<TargetEntityType>govcdm_piece',
  },
  {
    rule: 'F5',
    name: "a subgrid of another table's view",
    edit: change(afterMain, idOf('part related'), idOf('thing active')),
    element: `${main} > control parts > ViewId`,
    message: `The table "govcdm_part" has no view {${idOf('thing active')}} in the package.`,
  },
  {
    rule: 'F5',
    name: 'a subgrid by a relationship that does not exist',
    edit: change(
      afterMain,
      '<RelationshipName>govcdm_Part_Thing',
      '<RelationshipName>govcdm_Part_Whole',
    ),
    element: `${main} > control parts > RelationshipName`,
    message: 'The package has no relationship "govcdm_Part_Whole".',
  },
  {
    rule: 'F5',
    name: 'a subgrid by a relationship of other tables',
    edit: change(
      afterMain,
      '<RelationshipName>govcdm_Part_Thing',
      '<RelationshipName>user_govcdm_part',
    ),
    element: `${main} > control parts > RelationshipName`,
    message:
      'The relationship "user_govcdm_part" is from "govcdm_Part" to "SystemUser"; expected from "govcdm_part" to "govcdm_thing".',
  },
  {
    rule: 'F5',
    name: 'a tile of a chart that does not exist',
    edit: change('<Dashboard>', idOf('thing chart'), idOf('no chart')),
    element: `Dashboard "Things" (dashboard) {${idOf('dashboard')}} > control sizes > VisualizationId`,
    message: `The table "govcdm_thing" has no chart {${idOf('no chart')}} in the package.`,
  },
  {
    rule: 'F6',
    name: 'a form factor without control',
    edit: change('<controlDescription forControl', 'formFactor="2"', 'formFactor="1"'),
    element: described,
    message: '2 customControls have formFactor 1; expected one for each of 0, 1 and 2.',
  },
  {
    rule: 'F6-control',
    name: 'a control that is not in the package',
    edit: change('<controlDescription forControl', 'govcdm_Example.Badge', 'govcdm_Example.Bagde'),
    element: `${described} > customControl govcdm_Example.Bagde`,
    message:
      'The control "govcdm_Example.Bagde" is neither in the package nor a listed missing dependency.',
  },
  {
    rule: 'F6-control',
    name: 'a bound control without root component',
    edit: remove('<RootComponent type="66"', '/>', solution),
    element: badge,
    message: 'The control "govcdm_Example.Badge" has no RootComponent of type 66.',
    also: ['L2'],
  },
  {
    rule: 'F6-properties',
    name: 'a property that the control does not have',
    edit: change(
      '<controlDescription forControl',
      '<tone static="true" type="Enum">calm</tone>',
      '<mood static="true">calm</mood>',
    ),
    element: `${badge} > mood`,
    message: 'The manifest of govcdm_Example.Badge has no property "mood".',
  },
  {
    rule: 'F6-properties',
    name: 'a data set that the control does not have',
    edit: change('<ControlDescriptionXML>', 'data-set name="rows"', 'data-set name="lines"'),
    element:
      'Entity govcdm_Thing > CustomControlDefaultConfigs > controlDescription > customControl govcdm_Example.Grid > data-set lines',
    message: 'The manifest of govcdm_Example.Grid has no data-set "lines".',
  },
  {
    rule: 'F6-properties',
    name: 'a property bound to a column that does not exist',
    edit: change('<controlDescription forControl', '<value>govcdm_code', '<value>govcdm_kode'),
    element: `${badge} > value`,
    message:
      'The property is bound to "govcdm_kode", a column that the table "govcdm_thing" does not have.',
  },
  {
    rule: 'F6-properties',
    name: 'a property bound to a column of another type',
    edit: change('<controlDescription forControl', '<value>govcdm_code', '<value>govcdm_size'),
    element: `${badge} > value`,
    message: 'The property takes columns of Type nvarchar; the column "govcdm_size" has Type int.',
  },
  {
    rule: 'F7',
    name: 'a Quick Create form of a table that has none',
    edit: replace('<IsQuickCreateEnabled>1', '<IsQuickCreateEnabled>0'),
    element: `Entity govcdm_Thing > systemform "Information" (quickCreate) {${idOf('thing new')}}`,
    message:
      'Entity govcdm_Thing has a Quick Create form but IsQuickCreateEnabled "0"; expected 1.',
  },
  {
    rule: 'F7-form',
    name: 'a Quick Create flag without form',
    edit: change('Name="govcdm_Part"', '<IsQuickCreateEnabled>0', '<IsQuickCreateEnabled>1'),
    level: 'warning',
    element: 'Entity govcdm_Part',
    message: 'IsQuickCreateEnabled is 1 and the table has 0 Quick Create forms; expected one.',
  },
  {
    rule: 'F8',
    name: 'a main form without the primary name',
    edit: change(afterMain, 'datafieldname="govcdm_name"', 'datafieldname="createdby"'),
    element: main,
    message: 'The main form does not show "govcdm_name", the primary name of govcdm_Thing.',
    also: ['F4'],
  },
]
