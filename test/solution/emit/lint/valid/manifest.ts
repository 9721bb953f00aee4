import { idOf, lines, texts } from './xml.js'

const roots = [
  'type="1" schemaName="govcdm_thing" behavior="0"',
  'type="1" schemaName="govcdm_part" behavior="0"',
  'type="1" schemaName="govcdm_setting" behavior="0"',
  'type="1" schemaName="contact" behavior="1"',
  'type="9" schemaName="govcdm_colour" behavior="0"',
  `type="20" id="{${idOf('role')}}" behavior="0"`,
  `type="29" id="{${idOf('flow')}}" behavior="0"`,
  `type="60" id="{${idOf('dashboard')}}" behavior="0"`,
  'type="61" schemaName="govcdm_thingicon" behavior="0"',
  'type="62" schemaName="govcdm_things" behavior="0"',
  'type="66" schemaName="govcdm_Example.Badge" behavior="0"',
  'type="66" schemaName="govcdm_Example.Grid" behavior="0"',
  `type="70" id="{${idOf('profile')}}" behavior="0"`,
  'type="80" schemaName="govcdm_things" behavior="0"',
  `type="372" id="{${idOf('connector')}}" schemaName="govcdm_hub" behavior="0"`,
  'type="380" schemaName="govcdm_Address" behavior="0"',
]

export const solution = lines(
  '<ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2">',
  '<SolutionManifest>',
  texts({ UniqueName: 'Things', Version: '1.0.0.0', Managed: '0' }),
  '<Publisher>',
  texts({
    UniqueName: 'microsoftgovcdm',
    CustomizationPrefix: 'govcdm',
    CustomizationOptionValuePrefix: '16684',
  }),
  '</Publisher>',
  '<RootComponents>',
  ...roots.map((root) => `<RootComponent ${root} />`),
  '</RootComponents>',
  '<MissingDependencies>',
  '<MissingDependency>',
  '<Required type="9" schemaName="govcdm_yesno" solution="govcdm_core (1.0.1.0)" />',
  '<Dependent type="2" schemaName="govcdm_answer" parentSchemaName="govcdm_thing" />',
  '</MissingDependency>',
  '</MissingDependencies>',
  '</SolutionManifest>',
  '</ImportExportXml>',
)
