import { emitEntity, emitRelationships } from '../../../../solution/emit/tables/index.js'
import { childOf, childrenOf, elementAt, textAt } from '../../../../solution/model/xml.js'
import type { XmlElement } from '../../../../solution/model/xml.js'
import { localTables, ownTables } from '../../../../solution/tables/index.js'

/** The platform's columns of a user-owned table, as every export has them. */
const systemColumns = [
  'CreatedBy',
  'CreatedOn',
  'CreatedOnBehalfBy',
  'ImportSequenceNumber',
  'ModifiedBy',
  'ModifiedOn',
  'ModifiedOnBehalfBy',
  'OverriddenCreatedOn',
  'OwnerId',
  'OwningBusinessUnit',
  'OwningTeam',
  'OwningUser',
  'statecode',
  'statuscode',
  'TimeZoneRuleVersionNumber',
  'UTCConversionTimeZoneCode',
]

const attributesOf = (entity: XmlElement) => childrenOf(childOf(entity, 'attributes'))
const nameOf = ({ attributes }: XmlElement) => attributes['Name'] ?? ''
const text = (element: XmlElement | undefined, name: string) => textAt(element, name) ?? ''
const flags = (mask: string) => mask.split('|')

const relationships = emitRelationships(
  ownTables.map((table) => ({ table, include: 'all' })),
  localTables,
)

for (const table of ownTables) {
  const { schemaName, logicalName } = table
  const entity = emitEntity(table, localTables)
  const attributes = attributesOf(entity)
  const column = (name: string) =>
    attributes.find(({ attributes: { PhysicalName } }) => PhysicalName === name)
  const own = relationships.filter((one) => text(one, 'ReferencingEntityName') === schemaName)

  describe(`The emitted table ${schemaName}`, () => {
    it("has its declared columns, its key and the platform's 16, by name", () => {
      const expected = [
        ...Object.values(table.columns).map((declared) => declared.schemaName),
        `${schemaName}Id`,
        ...systemColumns,
      ]
      expect(attributes.map(({ attributes: { PhysicalName } }) => PhysicalName)).toEqual(
        expected.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
      )
    })

    it('names each column three times alike', () => {
      for (const attribute of attributes) {
        const { PhysicalName = '' } = attribute.attributes
        expect(text(attribute, 'Name')).toBe(PhysicalName.toLowerCase())
        expect(text(attribute, 'LogicalName')).toBe(PhysicalName.toLowerCase())
        expect(text(attribute, 'SourceType')).toBe('0')
        expect(text(attribute, 'IntroducedVersion')).toBe('1.0.0.0')
      }
    })

    it('has one primary name and one primary key', () => {
      const names = attributes.filter((one) =>
        flags(text(one, 'DisplayMask')).includes('PrimaryName'),
      )
      expect(names.map((one) => text(one, 'Name'))).toEqual([table.primaryName])
      expect(flags(text(names[0], 'DisplayMask'))).toContain('RequiredForForm')
      expect(text(names[0], 'Type')).toBe('nvarchar')
      const keys = attributes.filter((one) => text(one, 'Type') === 'primarykey')
      expect(keys.map((one) => text(one, 'Name'))).toEqual([`${logicalName}id`])
    })

    it('gives texts their length in characters and bytes', () => {
      for (const { schemaName: name, kind, maxLength = 0 } of Object.values(table.columns)) {
        if (kind === 'text') {
          expect([text(column(name), 'MaxLength'), text(column(name), 'Length')]).toEqual([
            String(maxLength),
            String(maxLength * 2),
          ])
        }
        if (kind === 'memo') expect(childOf(column(name), 'Length')).toBeUndefined()
      }
    })

    it('is owned by users, audited, with change tracking and an icon', () => {
      expect(text(entity, 'OwnershipTypeMask')).toBe('UserOwned')
      expect(text(entity, 'IsAuditEnabled')).toBe('1')
      expect(text(entity, 'ChangeTrackingEnabled')).toBe('1')
      expect(text(entity, 'IconVectorName')).toBe(table.icon ?? '')
      expect(text(entity, 'EntitySetName')).toBe(table.entitySetName)
      expect(text(entity, 'IsQuickCreateEnabled')).toBe(table.quickCreate ? '1' : '0')
    })

    it('secures the columns that are declared so, and no other', () => {
      const secured = Object.values(table.columns).filter((declared) => declared.secured)
      expect(
        attributes.filter((one) => text(one, 'IsSecured') === '1').map((one) => text(one, 'Name')),
      ).toEqual(secured.map((declared) => declared.logicalName).sort())
    })

    it('names the choices of its columns after itself', () => {
      for (const attribute of attributes) {
        const optionset = childOf(attribute, 'optionset')
        if (optionset) expect(nameOf(optionset)).toBe(`${logicalName}_${text(attribute, 'Name')}`)
      }
      const states = childrenOf(elementAt(column('statecode'), 'optionset', 'states'))
      const reasons = childrenOf(elementAt(column('statuscode'), 'optionset', 'statuses'))
      expect(states.map(({ attributes: { value } }) => value)).toEqual(['0', '1'])
      expect(reasons.map(({ attributes: { value, state } }) => [value, state])).toEqual(
        table.statusReasons.map(({ value, state }) => [String(value), String(state)]),
      )
    })

    it('lists its alternate keys before its set name', () => {
      const keys = childrenOf(childOf(entity, 'EntityKeys'))
      expect(keys.map((key) => text(key, 'Name'))).toEqual(table.keys.map((key) => key.schemaName))
      expect(
        keys.map((key) => childrenOf(childOf(key, 'EntityKeyAttributes')).map((one) => one.text)),
      ).toEqual(table.keys.map(({ columns }) => [...columns]))
      const order = entity.children.map(({ name }) => name)
      if (keys.length > 0) {
        expect(order.indexOf('EntityKeys')).toBe(order.indexOf('EntitySetName') - 1)
      }
    })

    it('has the six relationships of the platform', () => {
      const names = own.map(nameOf)
      expect(names).toEqual(
        jasmine.arrayContaining([
          `business_unit_${logicalName}`,
          `lk_${logicalName}_createdby`,
          `lk_${logicalName}_modifiedby`,
          `owner_${logicalName}`,
          `team_${logicalName}`,
          `user_${logicalName}`,
        ]),
      )
    })

    it('has one relationship for each lookup but those of delegates', () => {
      const lookups = attributes
        .filter((one) => /^(lookup|owner)$/.test(text(one, 'Type')))
        .map(({ attributes: { PhysicalName = '' } }) => PhysicalName)
        .filter((name) => !name.endsWith('OnBehalfBy'))
      expect(own.map((one) => text(one, 'ReferencingAttributeName')).sort()).toEqual(lookups.sort())
    })
  })
}

describe('Emitted relationships', () => {
  const named = (name: string) => relationships.find((one) => nameOf(one) === name)

  it('stand in the order of their names, each once', () => {
    const names = relationships.map((one) => nameOf(one).toLowerCase())
    expect(names).toEqual([...new Set(names)].sort())
  })

  it("are named as Core's are: table, column without prefix, table pointed at", () => {
    const name = 'govcdm_integrationledger_IntegrationSyncItem_govcdm_integrationsyncitem'
    const relationship = named(name)
    expect(text(relationship, 'ReferencedEntityName')).toBe('govcdm_IntegrationSyncItem')
    const roles = childrenOf(childOf(relationship, 'EntityRelationshipRoles'))
    expect(roles.map((role) => text(role, 'NavigationPropertyName'))).toEqual([
      'govcdm_IntegrationSyncItem',
      name,
    ])
  })

  it("write the platform's tables in their own casing", () => {
    const user = named('govcdm_integrationledger_CertifiedBy_systemuser')
    expect(text(user, 'ReferencedEntityName')).toBe('SystemUser')
  })

  it('keep a business unit that owns rows, and nothing else, from being deleted', () => {
    for (const one of relationships) {
      expect(text(one, 'CascadeDelete') === 'Restrict').toBe(
        nameOf(one).startsWith('business_unit_'),
      )
    }
  })
})
