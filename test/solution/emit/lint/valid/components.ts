import { formBody, subgrid } from './forms.js'
import { idOf, lines, localized, texts } from './xml.js'

export const role = lines(
  `<Role id="{${idOf('role')}}" name="Keeper of things">`,
  '<RolePrivileges>',
  '<RolePrivilege name="prvReadgovcdm_Thing" level="Basic" />',
  '<RolePrivilege name="prvAppendTogovcdm_Thing" level="Local" />',
  '<RolePrivilege name="prvReadgovcdm_Setting" level="Global" />',
  '<RolePrivilege name="prvReadSharePointData" level="Global" />',
  '</RolePrivileges>',
  '</Role>',
)

export const flow = lines(
  `<Workflow WorkflowId="{${idOf('flow')}}" Name="Make things">`,
  texts({ JsonFileName: '/Workflows/Makethings.json' }),
  '</Workflow>',
)

export const profile = lines(
  `<FieldSecurityProfile name="Secrets" fieldsecurityprofileid="{${idOf('profile')}}">`,
  '<FieldPermissions>',
  '<FieldPermission>',
  texts({
    EntityName: 'govcdm_thing',
    AttributeName: 'govcdm_secret',
    CanRead: '4',
    CanUpdate: '0',
    CanCreate: '0',
  }),
  '</FieldPermission>',
  '</FieldPermissions>',
  '</FieldSecurityProfile>',
)

export const dashboard = lines(
  '<Dashboard>',
  localized('Things'),
  texts({ FormId: `{${idOf('dashboard')}}` }),
  '<FormXml>',
  '<forms type="dashboard">',
  formBody('dashboard', [
    subgrid({
      id: 'sizes',
      table: 'govcdm_thing',
      view: 'thing active',
      chart: 'thing chart',
    }),
  ]),
  '</forms>',
  '</FormXml>',
  '</Dashboard>',
)

export const webResource = lines(
  '<WebResource>',
  texts({
    WebResourceId: `{${idOf('icon')}}`,
    Name: 'govcdm_thingicon',
    WebResourceType: '11',
    FileName: '/WebResources/govcdm_thingicon0001',
  }),
  '</WebResource>',
)

export const controls = lines(
  ...['govcdm_Example.Badge', 'govcdm_Example.Grid'].map((name) =>
    lines(
      '<CustomControl>',
      texts({ Name: name, FileName: `/Controls/${name}/ControlManifest.xml` }),
      '</CustomControl>',
    ),
  ),
)

export const siteMap = lines(
  '<AppModuleSiteMap>',
  texts({ SiteMapUniqueName: 'govcdm_things' }),
  '<SiteMap>',
  '<Area Id="things">',
  '<Group Id="group">',
  '<SubArea Id="thing" Entity="govcdm_thing" VectorIcon="/WebResources/govcdm_thingicon" />',
  '<SubArea Id="contact" Entity="contact" Icon="/_imgs/imagestrips/transparent_spacer.gif" />',
  `<SubArea Id="overview" DefaultDashboard="${idOf('dashboard')}" />`,
  '</Group>',
  '</Area>',
  '</SiteMap>',
  '</AppModuleSiteMap>',
)

export const app = lines(
  '<AppModule>',
  texts({ UniqueName: 'govcdm_things', WebResourceId: idOf('icon') }),
  '<AppModuleComponents>',
  '<AppModuleComponent type="1" schemaName="govcdm_thing" />',
  '<AppModuleComponent type="1" schemaName="contact" />',
  `<AppModuleComponent type="26" id="{${idOf('thing active')}}" />`,
  `<AppModuleComponent type="60" id="{${idOf('dashboard')}}" />`,
  '<AppModuleComponent type="62" schemaName="govcdm_things" />',
  '</AppModuleComponents>',
  `<AppModuleRoleMaps><Role id="{${idOf('role')}}" /></AppModuleRoleMaps>`,
  '</AppModule>',
)

export const connector = lines(
  '<Connector>',
  texts({
    connectorid: idOf('connector'),
    name: 'govcdm_hub',
    openapidefinition: '/Connector/govcdm_hub_openapidefinition.json',
    iconblob: '/Connector/govcdm_hub_iconblob.Png',
  }),
  '</Connector>',
)
