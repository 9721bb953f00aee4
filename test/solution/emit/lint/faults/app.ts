import { idOf } from '../valid/xml.js'
import { change, remove, replace } from './fault.js'
import type { Fault } from './fault.js'

const app = 'AppModule govcdm_things'
const siteMap = 'AppModuleSiteMap govcdm_things'
const role = 'Role Keeper of things'

export const appFaults: readonly Fault[] = [
  {
    rule: 'A1',
    name: 'an app with a view that does not exist',
    edit: change('<AppModuleComponents>', idOf('thing active'), idOf('no view')),
    element: `${app} > AppModuleComponent type 26 {${idOf('no view')}}`,
    message: `The component "{${idOf('no view')}}" of type 26 is neither in the package nor a listed missing dependency.`,
    line: '<AppModuleComponent type="26"',
  },
  {
    rule: 'A2',
    name: 'a sub-area of a table that the app does not have',
    edit: replace('Entity="govcdm_thing"', 'Entity="govcdm_part"'),
    element: `${siteMap} > SubArea thing`,
    message:
      'The sub-area opens "govcdm_part", which is not a component of the app "govcdm_things".',
    line: '<SubArea Id="thing"',
  },
  {
    rule: 'A3',
    name: 'two sub-areas of one id',
    edit: replace('<SubArea Id="contact"', '<SubArea Id="thing"'),
    element: `${siteMap} > SubArea thing`,
    message: 'The site map has the Id "thing" already.',
  },
  {
    rule: 'A3',
    name: 'an id with a space',
    edit: replace('<Group Id="group"', '<Group Id="first group"'),
    element: `${siteMap} > Group first group`,
    message: 'The Id is "first group"; expected letters, digits and underscores.',
  },
  {
    rule: 'A4',
    name: 'a table icon that does not exist',
    edit: replace('<IconVectorName>govcdm_thingicon', '<IconVectorName>govcdm_other'),
    element: 'Entity govcdm_Thing > IconVectorName',
    message:
      'The icon "govcdm_other" is neither a web resource of the package nor a listed missing dependency.',
    line: '<IconVectorName>govcdm_other',
  },
  {
    rule: 'A4',
    name: 'an icon of a sub-area that does not exist',
    edit: replace('"/WebResources/govcdm_thingicon"', '"/WebResources/govcdm_other"'),
    element: `${siteMap} > SubArea thing`,
    message:
      'The icon "govcdm_other" is neither a web resource of the package nor a listed missing dependency.',
  },
  {
    rule: 'A4',
    name: 'an app icon that does not exist',
    edit: change('<AppModule>', idOf('icon'), idOf('no icon')),
    element: `${app} > WebResourceId`,
    message: `The app's icon {${idOf('no icon')}} is neither a web resource of the package nor a listed missing dependency.`,
  },
  {
    rule: 'A5',
    name: 'a role that no app maps',
    edit: remove('<AppModuleRoleMaps>', '</AppModuleRoleMaps>'),
    element: role,
    message: `No app of the package maps the role "Keeper of things" {${idOf('role')}}.`,
    line: '<Role id=',
  },
]

export const securityFaults: readonly Fault[] = [
  {
    rule: 'R1',
    name: 'a privilege in the wrong letter case',
    edit: replace('prvReadgovcdm_Thing', 'prvReadgovcdm_thing'),
    element: `${role} > RolePrivilege prvReadgovcdm_thing`,
    message:
      'The privilege names the table "govcdm_thing"; expected its schema name, "govcdm_Thing".',
    line: '<RolePrivilege name="prvReadgovcdm_thing"',
  },
  {
    rule: 'R1',
    name: 'a privilege of a verb that does not exist',
    edit: replace('prvReadgovcdm_Thing', 'prvLookgovcdm_Thing'),
    element: `${role} > RolePrivilege prvLookgovcdm_Thing`,
    message:
      'The privilege "prvLookgovcdm_Thing" has no verb that the platform knows; expected prv and one of Create, Read, Write, Delete, AppendTo, Append, Assign, Share.',
  },
  {
    rule: 'R1',
    name: 'a privilege for a table that does not exist',
    edit: replace('prvReadgovcdm_Thing', 'prvReadgovcdm_Gone'),
    element: `${role} > RolePrivilege prvReadgovcdm_Gone`,
    message:
      'The privilege is for the table "govcdm_Gone", which is neither in the package nor a listed missing dependency.',
  },
  {
    rule: 'R1',
    name: 'a privilege without prv',
    edit: replace('prvReadgovcdm_Thing', 'Readgovcdm_Thing'),
    element: `${role} > RolePrivilege Readgovcdm_Thing`,
    message: 'The privilege is named "Readgovcdm_Thing"; expected a name that starts with "prv".',
  },
  {
    rule: 'R2',
    name: 'a level that does not exist',
    edit: replace('level="Basic"', 'level="User"'),
    element: `${role} > RolePrivilege prvReadgovcdm_Thing`,
    message: 'The level is "User"; expected one of Basic, Local, Deep, Global.',
  },
  {
    rule: 'R3',
    name: 'a privilege to share a table of the organization',
    edit: replace('prvReadgovcdm_Setting', 'prvSharegovcdm_Setting'),
    element: `${role} > RolePrivilege prvSharegovcdm_Setting`,
    message:
      'The table "govcdm_Setting" belongs to the organization: there is no privilege Share for it.',
  },
  {
    rule: 'R3',
    name: 'a lower level for a table of the organization',
    edit: replace('prvReadgovcdm_Setting" level="Global"', 'prvReadgovcdm_Setting" level="Deep"'),
    element: `${role} > RolePrivilege prvReadgovcdm_Setting`,
    message:
      'The level is "Deep"; expected Global, as the table "govcdm_Setting" belongs to the organization.',
  },
  {
    rule: 'R4',
    name: 'a permission for a column that does not exist',
    edit: change('<FieldPermission>', 'govcdm_secret', 'govcdm_hidden'),
    element: 'FieldSecurityProfile Secrets > FieldPermission govcdm_thing.govcdm_hidden',
    message: 'The table "govcdm_thing" has no column "govcdm_hidden".',
  },
  {
    rule: 'R4',
    name: 'a permission for a column that is not secured',
    edit: change('<FieldPermission>', 'govcdm_secret', 'govcdm_code'),
    element: 'FieldSecurityProfile Secrets > FieldPermission govcdm_thing.govcdm_code',
    message: 'The column "govcdm_code" has IsSecured "0"; expected 1.',
  },
]
