import fc from 'fast-check'

import {
  chunksForIn,
  filter,
  guid,
  query,
  rawFilter,
  rawQuery,
} from '../../../connector/dataverse/index.js'
import type { Filter } from '../../../connector/dataverse/index.js'
import { filterText } from '../../../connector/dataverse/filter-text.js'
import { maxUrlLengthInBatch } from '../../../connector/dataverse/limits.js'
import {
  contact,
  integrationIdentifier,
  integrationLane,
  integrationLedger,
  integrationSyncItem,
} from '../../../solution/tables/index.js'

const id = '0b2f7f0e-6a5e-4d5c-9f7b-0f3f6f0a1b2c'
const entries = filter(integrationLedger)
const items = filter(integrationSyncItem)
const text = (condition: Filter) => filterText(condition.node)

describe('A condition on a declared table', () => {
  const cases: readonly (readonly [string, Filter])[] = [
    [`govcdm_targettable eq 'contact'`, entries.eq('targetTable', 'contact')],
    [`govcdm_targetid ne 'O''Brien ''s'`, entries.ne('targetId', `O'Brien 's`)],
    ['govcdm_ledgerstatus eq 166840001', entries.eq('ledgerStatus', 'certified')],
    ['govcdm_latest eq true', entries.eq('latest', true)],
    ['govcdm_chainsequence ge 12', entries.ge('chainSequence', 12)],
    [
      'govcdm_staleon lt 2026-11-21T10:00:00Z',
      entries.lt('staleOn', new Date('2026-11-21T10:00:00.999Z')),
    ],
    ['govcdm_appliedon ne null', entries.isNotNull('appliedOn')],
    ['govcdm_supersededon eq null', entries.isNull('supersededOn')],
    ['birthdate le 1990-01-31', filter(contact).le('birthDate', '1990-01-31')],
    [
      `_govcdm_certifiedby_value eq ${id}`,
      entries.eq('certifiedBy', { table: 'systemuser', id: id.toUpperCase() }),
    ],
    [`govcdm_integrationledgerid gt ${id}`, entries.gt('id', id)],
    [`modifiedon gt 2026-11-21T00:00:00Z`, entries.gt('modifiedOn', new Date('2026-11-21'))],
    [
      'govcdm_ledgerstatus ne govcdm_settledstatus',
      entries.differs('ledgerStatus', 'settledStatus'),
    ],
    [
      `Microsoft.Dynamics.CRM.In(PropertyName='govcdm_targetid',PropertyValues=['a','b'])`,
      entries.in('targetId', ['a', 'b']),
    ],
    [
      `Microsoft.Dynamics.CRM.In(PropertyName='govcdm_targetid',PropertyValues=["O'B","\\"q\\\\"])`,
      entries.in('targetId', [`O'B`, `"q\\`]),
    ],
    [
      `Microsoft.Dynamics.CRM.In(PropertyName='govcdm_integrationsyncjob',PropertyValues=['${id}'])`,
      items.in('integrationSyncJob', [{ table: 'govcdm_integrationsyncjob', id }]),
    ],
    [
      `Microsoft.Dynamics.CRM.In(PropertyName='govcdm_ledgerstatus',PropertyValues=['166840000','166840003'])`,
      entries.in('ledgerStatus', ['pending', 'revoked']),
    ],
    ['govcdm_integrationledgerid eq null', entries.in('id', [])],
    ['govcdm_integrationledgerid eq null', entries.or()],
    [
      `contains(govcdm_reason,'50[%] of a[_]b [[]x]')`,
      entries.contains('reason', '50% of a_b [x]'),
    ],
    [`startswith(govcdm_reason,'it''s')`, entries.startsWith('reason', `it's`)],
    [`endswith(govcdm_reason,'.')`, entries.endsWith('reason', '.')],
    [
      `govcdm_latest eq true and (govcdm_aspectkey eq '*' or govcdm_aspectkey eq null) and not (govcdm_reason eq null)`,
      entries.and(
        entries.eq('latest', true),
        entries.or(entries.eq('aspectKey', '*'), entries.isNull('aspectKey')),
        entries.not(entries.isNull('reason')),
      ),
    ],
  ]
  for (const [expected, condition] of cases) {
    it(`reads ${expected}`, () => {
      expect(text(condition)).toBe(expected)
    })
  }

  it('keeps any text one literal, so that no value can change the condition', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const literal = /^govcdm_targetid eq '([^]*)'$/.exec(
          text(entries.eq('targetId', value)),
        )?.[1]

        expect(literal?.replaceAll(`''`, '').includes(`'`)).toBeFalse()
        expect(literal?.replaceAll(`''`, `'`)).toBe(value)
      }),
    )
  })

  it('refuses an id that is none, which would be read as OData', () => {
    expect(() => entries.eq('id', `${id} or true`)).toThrowError(/is not a GUID/)
  })

  it('refuses a choice that the column does not have', () => {
    const unknown = 'archived' as 'pending'

    expect(() => entries.eq('ledgerStatus', unknown)).toThrowError(
      /govcdm_ledgerstatus takes one of/,
    )
  })

  it('refuses a column that nobody declared', () => {
    expect(() => entries.isNull('owner_id' as 'reason')).toThrowError(/declares no column owner_id/)
  })
})

describe('A condition by logical name', () => {
  it('writes each kind of value as OData does', () => {
    const condition = rawFilter.and(
      rawFilter.eq('name', `O'Brien`),
      rawFilter.eq('_parentcustomerid_value', guid(id)),
      rawFilter.ge('createdon', new Date('2026-11-21T10:00:00Z')),
      rawFilter.eq('birthdate', { day: '1990-01-31' }),
      rawFilter.or(rawFilter.eq('donotemail', true), rawFilter.isNull('revenue')),
      rawFilter.in('contactid', [guid(id)]),
    )

    expect(text(condition)).toBe(
      `name eq 'O''Brien' and _parentcustomerid_value eq ${id} and createdon ge 2026-11-21T10:00:00Z` +
        ` and birthdate eq 1990-01-31 and (donotemail eq true or revenue eq null)` +
        ` and Microsoft.Dynamics.CRM.In(PropertyName='contactid',PropertyValues=['${id}'])`,
    )
  })

  it('refuses a name that is none, and a day that is none', () => {
    expect(() => rawFilter.isNull('name eq null or x')).toThrowError(/no column name/)
    expect(() => rawFilter.eq('birthdate', { day: '1990-01-31 or true' })).toThrowError(
      /no calendar day/,
    )
  })
})

describe('The address of a query', () => {
  it('escapes what would end or change it, and nothing it need not', () => {
    const condition = entries.eq('targetId', `a&b=c#d+e%f é😀/"`)

    expect(query(integrationLedger, { select: ['name'], filter: condition }).path).toBe(
      'govcdm_integrationledgers?$select=govcdm_integrationledgerid,govcdm_name&$filter=' +
        `govcdm_targetid%20eq%20'a%26b=c%23d%2Be%25f%20%C3%A9%F0%9F%98%80/%22'`,
    )
  })

  it('names lookups, ids and system columns as the platform does', () => {
    const operation = query(integrationSyncItem, {
      select: ['integrationSyncJob', 'createdOn'],
      orderBy: ['sequenceNumber asc', 'createdOn desc', 'id asc'],
      top: 5,
      count: true,
    })

    expect(operation.path).toBe(
      'govcdm_integrationsyncitems?$select=govcdm_integrationsyncitemid,_govcdm_integrationsyncjob_value,createdon' +
        '&$orderby=govcdm_sequencenumber%20asc,createdon%20desc,govcdm_integrationsyncitemid%20asc&$top=5&$count=true',
    )
  })

  it('of a full chunk of ids or hashes stays within the limit of a batch', () => {
    const ids = chunksForIn(
      Array.from({ length: 1_500 }, () => id),
      'guid',
    )
    const hashes = chunksForIn(
      Array.from({ length: 1_000 }, () => 'f'.repeat(64)),
      'hash',
    )
    const addresses = [
      ...ids.map((group) => query(integrationLedger, { filter: entries.in('id', group) }).path),
      ...hashes.map(
        (group) =>
          query(integrationIdentifier, {
            filter: filter(integrationIdentifier).in('keyHash', group),
          }).path,
      ),
    ]

    expect([ids, hashes].map((groups) => groups.map((group) => group.length))).toEqual([
      [700, 700, 100],
      [450, 450, 100],
    ])
    for (const address of addresses) expect(address.length).toBeLessThan(maxUrlLengthInBatch)
  })

  it('asks for the tables of lookups that may point at several', () => {
    expect(query(contact, { select: ['parentCustomer'] }).headers).toEqual({
      prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.lookuplogicalname"',
    })
    expect(query(contact, { select: ['firstName'], pageSize: 50 }).headers).toEqual({
      prefer: 'odata.maxpagesize=50',
    })
    expect(query(integrationLane, { select: ['name'] }).headers).toEqual({})
  })

  it('of a table known by metadata takes logical names', () => {
    const operation = rawQuery({
      entitySetName: 'contacts',
      select: ['contactid'],
      orderBy: ['createdon asc'],
    })

    expect(operation.path).toBe('contacts?$select=contactid&$orderby=createdon%20asc')
  })
})
