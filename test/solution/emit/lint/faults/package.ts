import { idOf } from '../valid/xml.js'
import { change, remove, replace, solution, withFile, without } from './fault.js'
import type { Fault } from './fault.js'

const contentTypes = '[Content_Types].xml'
const variable = 'environmentvariabledefinitions/govcdm_Address/environmentvariabledefinition.xml'

export const packageFaults: readonly Fault[] = [
  {
    rule: 'L1',
    name: 'a zip without content types',
    edit: without(contentTypes),
    file: contentTypes,
    element: 'zip',
    message: 'The zip has no [Content_Types].xml at its root.',
  },
  {
    rule: 'L1',
    name: 'an extension without content type',
    edit: remove('<Default Extension="js"', '/>', contentTypes),
    file: contentTypes,
    element: 'Types',
    message:
      'The entry "Controls/govcdm_Example.Badge/bundle.js" needs a Default with Extension "js".',
  },
  {
    rule: 'L1',
    name: 'a file without extension and Override',
    edit: remove('<Override', '/>', contentTypes),
    file: contentTypes,
    element: 'Types',
    message:
      'The entry "WebResources/govcdm_thingicon0001" has no extension, so it needs an Override with PartName "/WebResources/govcdm_thingicon0001".',
  },
  {
    rule: 'L2',
    name: 'a root component without definition',
    edit: replace(
      '<RootComponent type="9"',
      '<RootComponent type="9" schemaName="govcdm_gone" />\n<RootComponent type="9"',
      solution,
    ),
    file: solution,
    element: 'RootComponent type 9 govcdm_gone',
    message: 'The package has no choice "govcdm_gone" for this RootComponent.',
    line: '<RootComponent type="9" schemaName="govcdm_gone"',
  },
  {
    rule: 'L2',
    name: 'a root component that is listed twice',
    edit: replace(
      '<RootComponent type="9"',
      '<RootComponent type="9" schemaName="govcdm_colour" />\n<RootComponent type="9"',
      solution,
    ),
    file: solution,
    element: 'RootComponent type 9 govcdm_colour',
    message: 'The RootComponent is listed 2 times; expected once.',
  },
  {
    rule: 'L2',
    name: 'a table without root component',
    edit: remove('<RootComponent type="1" schemaName="govcdm_part"', '/>', solution),
    element: 'Entity govcdm_Part',
    message: 'The table has no RootComponent type 1 with schemaName "govcdm_part".',
    line: '<Entity>',
  },
  {
    rule: 'L2',
    name: 'a role without root component',
    edit: remove('<RootComponent type="20"', '/>', solution),
    element: 'Role Keeper of things',
    message: `The role has no RootComponent type 20 with id "{${idOf('role')}}".`,
    line: '<Role id=',
  },
  {
    rule: 'L2-environment-variables',
    name: 'an environment variable without root component',
    edit: remove('<RootComponent type="380"', '/>', solution),
    file: variable,
    element: 'environmentvariabledefinition govcdm_Address',
    message:
      'The environment variable has no RootComponent type 380 with schemaName "govcdm_Address".',
  },
  {
    rule: 'L3',
    name: 'a web resource whose file is missing',
    edit: without('WebResources/govcdm_thingicon0001'),
    element: 'WebResource govcdm_thingicon > FileName',
    message: 'The file "WebResources/govcdm_thingicon0001" is not in the package.',
    line: '<FileName>/WebResources/',
  },
  {
    rule: 'L3',
    name: 'a file that nothing names',
    edit: withFile('Workflows/Other.json', '{}'),
    file: 'Workflows/Other.json',
    element: 'file',
    message: 'No element of customizations.xml names the file.',
  },
  {
    rule: 'L3',
    name: 'a control whose bundle is missing',
    edit: without('Controls/govcdm_Example.Grid/bundle.js'),
    file: 'Controls/govcdm_Example.Grid/ControlManifest.xml',
    element: 'manifest > control > resources',
    message: 'The file "Controls/govcdm_Example.Grid/bundle.js" is not in the package.',
  },
  {
    rule: 'L3',
    name: 'the folder of a control that is none',
    edit: withFile('Controls/govcdm_Old/bundle.js', '//'),
    file: 'Controls/govcdm_Old/bundle.js',
    element: 'file',
    message: 'No CustomControl has the name "govcdm_Old" of its folder.',
  },
  {
    rule: 'L4',
    name: 'a version of three numbers',
    edit: replace('<Version>1.0.0.0', '<Version>1.0.0', solution),
    file: solution,
    element: 'SolutionManifest > Version',
    message: 'The version is "1.0.0"; expected four numbers, for example "1.0.0.0".',
    line: '<Version>1.0.0<',
  },
  {
    rule: 'L4',
    name: 'Managed 2 in a zip',
    edit: replace('<Managed>0', '<Managed>2', solution),
    file: solution,
    element: 'SolutionManifest > Managed',
    message: 'Managed is "2"; expected 0 or 1.',
  },
  {
    rule: 'L5',
    name: "a column without the publisher's prefix",
    edit: change(
      'PhysicalName="govcdm_Notes"',
      'PhysicalName="govcdm_Notes">\n<Type>ntext</Type>\n<Name>govcdm_notes</Name>\n<LogicalName>govcdm_notes',
      'PhysicalName="new_Notes">\n<Type>ntext</Type>\n<Name>new_notes</Name>\n<LogicalName>new_notes',
    ),
    element: 'Entity govcdm_Thing > attribute new_Notes',
    message: 'The name "new_Notes" does not start with the publisher\'s prefix "govcdm_".',
    line: '<attribute PhysicalName="new_Notes"',
  },
  {
    rule: 'L5-options',
    name: "an option value outside the publisher's range",
    edit: replace('<option value="166840001"', '<option value="100000001"'),
    element: 'optionset govcdm_colour > option 100000001',
    message:
      'The option value 100000001 is not between 166840000 and 166849999, the range of the publisher.',
    line: '<option value="100000001"',
  },
  {
    rule: 'L6',
    name: 'two views of one id',
    edit: change(
      '<LocalizedName description="part active"',
      idOf('part find'),
      idOf('part active'),
    ),
    element: `Entity govcdm_Part > savedquery "part find" {${idOf('part active')}}`,
    message: `The id {${idOf('part active')}} is already that of Entity govcdm_Part > savedquery "part active" {${idOf('part active')}}; expected an id of its own.`,
    line: '<savedquery>',
  },
  {
    rule: 'L6',
    name: 'an id that is no GUID',
    edit: replace(`{${idOf('icon')}}`, '{icon}'),
    element: 'WebResource govcdm_thingicon',
    message: 'The id "icon" is not a GUID.',
    also: ['A4'],
  },
  {
    rule: 'L7',
    name: 'a file that is not well-formed',
    edit: replace('</control>', '', 'Controls/govcdm_Example.Grid/ControlManifest.xml'),
    file: 'Controls/govcdm_Example.Grid/ControlManifest.xml',
    element: 'file',
    message: 'The file is not well-formed XML: ',
  },
  {
    rule: 'L7',
    name: 'an XML declaration in an environment variable',
    edit: replace(
      '<environmentvariabledefinition',
      '<?xml version="1.0"?>\n<environmentvariabledefinition',
      variable,
    ),
    file: variable,
    element: 'environmentvariabledefinition govcdm_Address',
    message:
      'The definition holds an XML declaration ("<?xml"); the import refuses it without naming it.',
  },
  {
    rule: 'L7',
    name: 'a comment in an environment variable',
    edit: replace('<isrequired>', '<!-- no --><isrequired>', variable),
    file: variable,
    element: 'environmentvariabledefinition govcdm_Address',
    message: 'The definition holds a comment ("<!--"); the import refuses it without naming it.',
  },
]
