import { emitApp } from '../../../../solution/emit/components/app.js'
import { emitColumnSecurity } from '../../../../solution/emit/components/column-security.js'
import { emitConnectionReference } from '../../../../solution/emit/components/connection-reference.js'
import { connectorFiles, emitConnector } from '../../../../solution/emit/components/connector.js'
import { emitEnvironmentVariable } from '../../../../solution/emit/components/environment-variable.js'
import { emitFlow } from '../../../../solution/emit/components/flow.js'
import { emitRole } from '../../../../solution/emit/components/role.js'
import { emitSiteMap } from '../../../../solution/emit/components/site-map.js'
import { emitWebResource } from '../../../../solution/emit/components/web-resource.js'
import { writeFragment } from '../../../../solution/emit/xml.js'
import { webResourceType } from '../../../../solution/model/solution/index.js'
import type { App, WebResource } from '../../../../solution/model/solution/index.js'
import type { XmlElement } from '../../../../solution/model/xml.js'

const id = (digit: string) => [8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join('-')

const written = (element: XmlElement) => writeFragment(element).trimEnd().split('\n')

const icon: WebResource = {
  id: id('a'),
  name: 'govcdm_my/icon.svg',
  label: 'Icon',
  type: webResourceType.svg,
  content: new Uint8Array(),
}

const app: App = {
  uniqueName: 'govcdm_App',
  name: 'My App',
  description: 'Does it.',
  icon: icon.name,
  tables: ['govcdm_job'],
  forms: [id('b')],
  views: [],
  roles: [id('c')],
  siteMap: {
    uniqueName: 'govcdm_App',
    name: 'My App',
    areas: [
      {
        id: 'area',
        title: 'Area',
        groups: [
          {
            id: 'group',
            title: 'Group',
            subAreas: [
              { id: 'jobs', table: 'govcdm_job', icon: icon.name },
              { id: 'open', title: 'Open', table: 'govcdm_job', viewId: id('d') },
              { id: 'board', title: 'Board', dashboardId: id('b') },
            ],
          },
        ],
      },
    ],
  },
}

describe('Components in the platform’s files', () => {
  it('write a role with its privileges', () => {
    const privileges = [{ name: 'prvReadgovcdm_Job', level: 'Deep' as const }]

    expect(
      written(emitRole({ id: id('a'), name: 'Reader', description: 'Reads.', privileges })),
    ).toEqual([
      `<Role id="{${id('a')}}" name="Reader">`,
      '  <IsCustomizable>1</IsCustomizable>',
      '  <IsAutoAssigned>0</IsAutoAssigned>',
      '  <Description>Reads.</Description>',
      '  <RolePrivileges>',
      '    <RolePrivilege name="prvReadgovcdm_Job" level="Deep" />',
      '  </RolePrivileges>',
      '</Role>',
    ])
  })

  it('write what a column security profile allows as 4 and refuses as 0', () => {
    const profile = {
      id: id('a'),
      name: 'Readers',
      permissions: [
        { table: 'govcdm_job', column: 'govcdm_hash', read: true, update: false, create: false },
      ],
    }

    expect(written(emitColumnSecurity(profile))).toEqual([
      `<FieldSecurityProfile name="Readers" fieldsecurityprofileid="{${id('a')}}">`,
      '  <FieldPermissions>',
      '    <FieldPermission>',
      '      <EntityName>govcdm_job</EntityName>',
      '      <AttributeName>govcdm_hash</AttributeName>',
      '      <CanRead>4</CanRead>',
      '      <CanUpdate>0</CanUpdate>',
      '      <CanCreate>0</CanCreate>',
      '    </FieldPermission>',
      '  </FieldPermissions>',
      '</FieldSecurityProfile>',
    ])
  })

  it('name the file of a web resource by its simple name and its id', () => {
    const lines = written(emitWebResource({ ...icon, settings: { LanguageCode: '1033' } }))

    expect(lines).toContain(`  <FileName>/WebResources/govcdm_myiconsvg${id('A')}</FileName>`)
    expect(lines.indexOf('  <LanguageCode>1033</LanguageCode>')).toBe(
      lines.indexOf('  <WebResourceType>11</WebResourceType>') - 1,
    )
  })

  it('write an environment variable in the order of exports', () => {
    const variable = {
      schemaName: 'govcdm_Url',
      label: 'URL',
      description: 'Where.',
      type: 'string' as const,
      defaultValue: 'x',
    }

    expect(written(emitEnvironmentVariable(variable))).toEqual([
      '<environmentvariabledefinition schemaname="govcdm_Url">',
      '  <defaultvalue>x</defaultvalue>',
      '  <description default="Where.">',
      '    <label description="Where." languagecode="1033" />',
      '  </description>',
      '  <displayname default="URL">',
      '    <label description="URL" languagecode="1033" />',
      '  </displayname>',
      '  <introducedversion>1.0.0.0</introducedversion>',
      '  <iscustomizable>1</iscustomizable>',
      '  <isrequired>0</isrequired>',
      '  <secretstore>0</secretstore>',
      '  <type>100000000</type>',
      '</environmentvariabledefinition>',
    ])
  })

  it('write a connector without the files that would say nothing', () => {
    const connector = {
      id: id('a'),
      name: 'govcdm_x',
      label: 'X',
      description: '',
      iconColor: '#123456',
      openApiDefinition: '{}',
      connectionParameters: '',
      policyTemplateInstances: '',
      icon: new Uint8Array(),
    }

    expect(written(emitConnector(connector)).slice(-4)).toEqual([
      '  <connectortype>1</connectortype>',
      '  <openapidefinition>/Connector/govcdm_x_openapidefinition.json</openapidefinition>',
      '  <connectionparameters>/Connector/govcdm_x_connectionparameters.json</connectionparameters>',
      '</Connector>',
    ])
    expect(connectorFiles(connector).map(([path]) => path)).toEqual([
      'Connector/govcdm_x_openapidefinition.json',
      'Connector/govcdm_x_connectionparameters.json',
    ])
  })

  it('write a connection reference to a custom connector', () => {
    const reference = {
      logicalName: 'govcdm_ref',
      label: 'Ref',
      connectorId: '/providers/Microsoft.PowerApps/apis/shared_x',
      customConnectorId: id('a'),
    }

    expect(written(emitConnectionReference(reference)).slice(1, 6)).toEqual([
      '  <connectionreferencedisplayname>Ref</connectionreferencedisplayname>',
      '  <connectorid>/providers/Microsoft.PowerApps/apis/shared_x</connectorid>',
      '  <customconnectorid>',
      `    <connectorid>${id('a')}</connectorid>`,
      '  </customconnectorid>',
    ])
  })

  it('name the file of a flow by its simple name and its id', () => {
    const flow = { id: id('a'), name: 'Sync - daily (EU)', definition: '{}' }

    expect(written(emitFlow(flow))[1]).toBe(
      `  <JsonFileName>/Workflows/Sync-dailyEU-${id('A')}.json</JsonFileName>`,
    )
  })

  it('write an app with its components, roles and the id of its icon', () => {
    expect(written(emitApp(app, [icon]))).toEqual([
      '<AppModule>',
      '  <UniqueName>govcdm_App</UniqueName>',
      '  <IntroducedVersion>1.0.0.0</IntroducedVersion>',
      `  <WebResourceId>${id('a')}</WebResourceId>`,
      '  <OptimizedFor />',
      '  <statecode>0</statecode>',
      '  <statuscode>1</statuscode>',
      '  <FormFactor>1</FormFactor>',
      '  <ClientType>4</ClientType>',
      '  <NavigationType>0</NavigationType>',
      '  <AppModuleComponents>',
      '    <AppModuleComponent type="1" schemaName="govcdm_job" />',
      '    <AppModuleComponent type="62" schemaName="govcdm_App" />',
      `    <AppModuleComponent type="60" id="{${id('b')}}" />`,
      '  </AppModuleComponents>',
      '  <AppModuleRoleMaps>',
      `    <Role id="{${id('c')}}" />`,
      '  </AppModuleRoleMaps>',
      '  <LocalizedNames>',
      '    <LocalizedName description="My App" languagecode="1033" />',
      '  </LocalizedNames>',
      '  <Descriptions>',
      '    <Description description="Does it." languagecode="1033" />',
      '  </Descriptions>',
      '</AppModule>',
    ])
  })

  it('write a site map that opens tables, views and dashboards', () => {
    const lines = written(emitSiteMap(app.siteMap)).filter((line) => line.includes('<SubArea'))

    expect(lines.map((line) => line.trim())).toEqual([
      '<SubArea Id="jobs" VectorIcon="/WebResources/govcdm_my/icon.svg" Icon="/WebResources/govcdm_my/icon.svg" Entity="govcdm_job" AvailableOffline="true" PassParams="false" />',
      `<SubArea Id="open" Url="/main.aspx?pagetype=entitylist&amp;etn=govcdm_job&amp;viewid=${id('d')}&amp;viewtype=1039" Entity="govcdm_job" AvailableOffline="true" PassParams="false">`,
      `<SubArea Id="board" Url="/workplace/home_dashboards.aspx" DefaultDashboard="${id('b')}" AvailableOffline="true" PassParams="false">`,
    ])
  })
})
