import {
  contact,
  integrationCommitPolicy,
  integrationIdentifier,
  integrationLedger,
  localTables,
} from '../../../solution/tables/index.js'
import { yesNoChoice } from '../../../solution/app/choices.js'
import { closeHosts, startHost } from './host.js'
import type { Host } from './host.js'

type Row = Readonly<Record<string, unknown>>

describe('metadata', () => {
  let host: Host

  beforeAll(async () => {
    host = await startHost()
  })
  afterAll(closeHosts)

  const ledger = `EntityDefinitions(LogicalName='${integrationLedger.logicalName}')`
  const get = (path: string) => host.send('GET', path)
  const list = async (path: string) => (await get(path)).json['value'] as readonly Row[]

  it('lists every hosted table with its set', async () => {
    const tables = await list('EntityDefinitions?$select=LogicalName,EntitySetName')

    expect(tables.map(({ LogicalName, EntitySetName }) => [LogicalName, EntitySetName])).toEqual(
      localTables.map(({ logicalName, entitySetName }) => [logicalName, entitySetName]),
    )
  })

  it('filters tables by name', async () => {
    const filter = "LogicalName eq 'contact' or LogicalName eq 'account'"
    const tables = await list(`EntityDefinitions?$select=SchemaName&$filter=${filter}`)

    expect(tables.map((table) => table['SchemaName'])).toEqual(['Contact', 'Account'])
  })

  it('tells a table’s columns, keys and relationships', async () => {
    const name = integrationIdentifier.logicalName
    const { json } = await get(
      `EntityDefinitions(LogicalName='${name}')?$select=PrimaryIdAttribute,PrimaryNameAttribute` +
        '&$expand=Attributes($select=LogicalName),Keys($select=KeyAttributes),' +
        'ManyToOneRelationships($select=ReferencingAttribute,ReferencedEntity)',
    )

    expect(json['PrimaryIdAttribute']).toBe(integrationIdentifier.primaryId)
    expect(json['PrimaryNameAttribute']).toBe(integrationIdentifier.primaryName)
    const columns = (json['Attributes'] as readonly Row[]).map((column) => column['LogicalName'])
    const declared = Object.values(integrationIdentifier.columns).map((one) => one.logicalName)
    expect(columns).toEqual(jasmine.arrayContaining([...declared, 'createdon', 'ownerid']))
    const keys = (json['Keys'] as readonly Row[]).map((key) => key['KeyAttributes'])
    expect(keys).toEqual([[integrationIdentifier.columns.keyHash.logicalName]])
    const owners = (json['ManyToOneRelationships'] as readonly Row[])
      .filter((one) => one['ReferencingAttribute'] === 'ownerid')
      .map((one) => one['ReferencedEntity'])
    expect(owners).toEqual(['systemuser', 'team'])
  })

  it('tells the limits of columns through casts', async () => {
    const confidence = integrationCommitPolicy.columns.minimumConfidence
    const policy = `EntityDefinitions(LogicalName='${integrationCommitPolicy.logicalName}')`
    const [double] = await list(
      `${policy}/Attributes/Microsoft.Dynamics.CRM.DoubleAttributeMetadata?$select=LogicalName,MinValue,MaxValue,Precision`,
    )
    expect([double?.['LogicalName'], double?.['MinValue'], double?.['MaxValue']]).toEqual([
      confidence.logicalName,
      confidence.minValue,
      confidence.maxValue,
    ])

    const texts = await list(
      `${ledger}/Attributes/Microsoft.Dynamics.CRM.StringAttributeMetadata?$select=LogicalName,MaxLength`,
    )
    const reason = texts.find(
      (one) => one['LogicalName'] === integrationLedger.columns.reason.logicalName,
    )
    expect(reason?.['MaxLength']).toBe(integrationLedger.columns.reason.maxLength)
  })

  it('tells the options of own and global choices', async () => {
    const choices = await list(
      `${ledger}/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName` +
        '&$expand=OptionSet($select=Options),GlobalOptionSet($select=Name,Options)',
    )
    const { ledgerStatus, ledgerAspect } = integrationLedger.columns
    const of = (name: string) => choices.find((one) => one['LogicalName'] === name) ?? {}
    const values = (set: unknown) =>
      ((set as Row)['Options'] as readonly Row[]).map((one) => one['Value'])

    const status = of(ledgerStatus.logicalName)
    expect(values(status['OptionSet'])).toEqual(
      Object.values(ledgerStatus.options ?? {}).map((one) => one.value),
    )
    expect(status['GlobalOptionSet']).toBeNull()
    const aspect = of(ledgerAspect.logicalName)
    expect((aspect['GlobalOptionSet'] as Row)['Name']).toBe(ledgerAspect.globalChoice?.name)
    expect(values(aspect['OptionSet'])).toEqual(values(aspect['GlobalOptionSet']))
  })

  it('tells which column is a day and which an instant, and where lookups lead', async () => {
    const attributes = `EntityDefinitions(LogicalName='${contact.logicalName}')/Attributes`
    const dates = await list(
      `${attributes}/Microsoft.Dynamics.CRM.DateTimeAttributeMetadata?$select=LogicalName,DateTimeBehavior`,
    )
    const behaviour = (name: string) =>
      (dates.find((one) => one['LogicalName'] === name)?.['DateTimeBehavior'] as Row)['Value']
    expect(behaviour(contact.columns.birthDate.logicalName)).toBe('DateOnly')
    expect(behaviour('createdon')).toBe('UserLocal')

    const { json } = await get(
      `${attributes}(LogicalName='parentcustomerid')/Microsoft.Dynamics.CRM.LookupAttributeMetadata?$select=Targets,AttributeType`,
    )
    expect([json['AttributeType'], json['Targets']]).toEqual(['Customer', ['account', 'contact']])
  })

  it('knows every table and column by the same id after a restart', async () => {
    const path = `${ledger}/Attributes?$select=LogicalName`
    const other = await startHost()

    expect((await other.send('GET', path)).json['value']).toEqual(await list(path))
  })

  it('finds global choices by name, and which tables know a bulk message', async () => {
    const { json } = await get(`GlobalOptionSetDefinitions(Name='${yesNoChoice.name}')`)
    expect((json['Options'] as readonly unknown[]).length).toBe(2)

    const filter = "sdkmessageid/name eq 'UpsertMultiple' and primaryobjecttypecode eq 'contact'"
    expect((await list(`sdkmessagefilters?$filter=${filter}`)).length).toBe(1)
    expect(
      (await list(`sdkmessagefilters?$filter=${filter.replace('contact', 'nope')}`)).length,
    ).toBe(0)
  })

  it('answers 404 for what does not exist and 400 for what cannot be selected', async () => {
    expect((await get("EntityDefinitions(LogicalName='nope')")).status).toBe(404)
    expect((await get(`${ledger}/Attributes(LogicalName='nope')`)).status).toBe(404)
    expect((await get(`${ledger}/Nope`)).status).toBe(404)
    expect((await get('EntityDefinitions?$select=Nope')).status).toBe(400)
    expect((await get('EntityDefinitions?$filter=Nope eq 1')).status).toBe(400)
  })

  it('describes sets, rows and bulk actions in $metadata and lists the sets at the root', async () => {
    const { text, headers } = await get('$metadata')
    expect(headers.get('Content-Type')).toBe('application/xml')
    for (const { logicalName, entitySetName, primaryId } of localTables) {
      expect(text).toContain(`<EntityType Name="${logicalName}"`)
      expect(text).toContain(`<EntitySet Name="${entitySetName}"`)
      expect(text).toContain(`<PropertyRef Name="${primaryId}" />`)
    }
    const opened = text.match(/<[A-Za-z][^>]*[^/]>/g) ?? []
    expect(opened.length).toBe((text.match(/<\/[^>]+>/g) ?? []).length)

    const sets = (await list('')).map((set) => set['url'])
    expect(sets).toEqual(localTables.map((table) => table.entitySetName))
  })
})
